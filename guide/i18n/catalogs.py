"""Languages and their catalogs. Knows nothing of Flask.

English is the key of every message. A text without a current translation is never passed off as
translated: `find` says that there is none, and whoever shows it marks the English as English.
"""

from __future__ import annotations

import datetime as dt
import gettext
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo

from guide.i18n import po
from guide.model.language import Language
from guide.model.problems import ContentError, Problem
from guide.model.provider import SpokenLanguage


class _Untranslated(gettext.NullTranslations):
    """Answers with nothing where a catalog holds no translation."""

    def gettext(self, message: str) -> str:
        return ""


@dataclass(frozen=True)
class LanguageCatalog:
    """The texts of one language."""

    language: Language
    translations: gettext.NullTranslations

    def find(self, text: str) -> str | None:
        """The current translation of an English text, or None where there is none."""
        # gettext("") would answer with the header of the catalog.
        return (self.translations.gettext(text) or None) if text else ""

    def gettext(self, text: str) -> str:
        return self.find(text) or text

    def date(self, date: dt.date | str) -> str:
        """A day, a month (YYYY-MM) or a year in words: 03/04 means two days to two readers."""
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

    @property
    def _locale(self) -> str:
        return self.language.locale.replace("-", "_")


def catalogs(translations: Path, languages: Mapping[str, Language]) -> dict[str, LanguageCatalog]:
    """The catalog of each language, compiled from its .po file in memory: no compiled file can be out of date.

    Raises ContentError with every fault of every catalog: one that is missing, broken or of another language, and
    each translation that cannot be filled in as its English is. Fuzzy texts count as not translated.
    """
    found, problems = {}, []
    for code, language in languages.items():
        try:
            found[code] = LanguageCatalog(language, _compiled(translations, language))
        except ContentError as faults:
            problems += faults.problems
    if problems:
        raise ContentError(problems)
    return found


def _compiled(translations: Path, language: Language) -> gettext.NullTranslations:
    if language.is_source:
        return gettext.NullTranslations()
    catalog = po.read(translations, language)
    problems: list[Problem] = list(po.faults(catalog, language, po.told(translations, language.code)))
    if problems:
        raise ContentError(problems)
    compiled = io.BytesIO()
    write_mo(compiled, catalog, use_fuzzy=False)
    compiled.seek(0)
    found = gettext.GNUTranslations(compiled)
    found.add_fallback(_Untranslated())
    return found
