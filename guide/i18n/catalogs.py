"""The catalogs of the languages, without Flask.

The English text is the key of every message. A text without a current translation never counts as
translated: `find` returns None, and the caller marks the English as English.
"""

from __future__ import annotations

import datetime as dt
import gettext
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.catalog import Catalog

from guide.i18n import po
from guide.model.language import Language
from guide.model.problems import ContentError, Problem
from guide.model.provider import SpokenLanguage


class _Translated(gettext.NullTranslations):
    """Current translations by their English. Without one it returns "" instead of the English."""

    def __init__(self, catalog: Catalog) -> None:
        super().__init__()
        self._by_english = {message.id: message.string for message in po.current(catalog)}

    def gettext(self, message: str) -> str:
        found = self._by_english.get(message)
        return found if isinstance(found, str) else ""


@dataclass(frozen=True)
class LanguageCatalog:
    """The translations of one language."""

    language: Language
    translations: gettext.NullTranslations

    def find(self, text: str) -> str | None:
        """Return the current translation of an English text, or None."""
        # gettext("") would return the header of the catalog.
        if not text:
            return ""
        found = self.translations.gettext(text)
        return found if found.strip() else None

    def gettext(self, text: str) -> str:
        return self.find(text) or text

    def date(self, date: dt.date | str) -> str:
        """Format a date, a month (YYYY-MM) or a year with the month in words, because 03/04 is ambiguous."""
        locale = self._locale
        if isinstance(date, str) and len(date) == len("YYYY"):
            return date
        if isinstance(date, str) and len(date) == len("YYYY-MM"):
            return format_skeleton("yMMMM", dt.date.fromisoformat(f"{date}-01"), locale=locale)
        day = date if isinstance(date, dt.date) else dt.date.fromisoformat(date)
        return format_date(day, "long", locale=locale)

    def names(self, spoken: Iterable[SpokenLanguage]) -> str:
        """Languages that a provider speaks, by their names in this language: "Spanish and French"."""
        own, english = Locale.parse(self._locale).languages, Locale("en").languages
        codes = {each.code.replace("-", "_"): each.name for each in spoken}
        names = [own.get(code) or name or english.get(code, code) for code, name in codes.items()]
        return format_list(names, locale=self._locale)

    @cached_property
    def comma(self) -> str:
        """What stands between the items of a list without an "and", such as a comma with its space.

        CLDR has it in the pattern of a list of units, or else in that of a list that ends with "and".
        """
        patterns = Locale.parse(self._locale).list_patterns
        starts = (patterns.get(kind, {}).get("start", "") for kind in ("unit-short", "unit", "standard"))
        between = ("".join(takewhile(lambda sign: not sign.isalpha(), start[len("{0}") :])) for start in starts)
        return next((sign for each in between if (sign := each.removesuffix("{1}")).strip()), ", ")

    @property
    def _locale(self) -> str:
        return self.language.locale.replace("-", "_")


def catalogs(translations: Path, languages: Mapping[str, Language]) -> dict[str, LanguageCatalog]:
    """Return the catalog of each language, compiled in memory from its .po file, so that it is never out of date.

    Raises ContentError with every problem: catalogs that are missing, invalid or of another language, and
    translations with the wrong placeholders. Fuzzy texts count as not translated.
    """
    found, problems = {}, []
    for code, language in languages.items():
        try:
            found[code] = LanguageCatalog(language, _compiled(translations, language))
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    return found


def _compiled(translations: Path, language: Language) -> gettext.NullTranslations:
    if language.is_source:
        return gettext.NullTranslations()
    catalog = po.read(translations, language)
    problems: list[Problem] = list(po.problems(catalog, language, po.shown_path(translations, language.code)))
    if problems:
        raise ContentError(problems)
    return _Translated(catalog)
