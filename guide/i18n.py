"""Languages and their catalogues. Knows nothing of Flask.

English is the key of every message. A text without a current translation is never passed off as
translated: `find` says that there is none, and whoever shows it marks the English as English.
"""

from __future__ import annotations

import datetime as dt
import gettext
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list

from guide.helpers import Spoken
from guide.model import Language

DOMAIN = "messages"
SOURCE_REVIEW = "source"


class _Untranslated(gettext.NullTranslations):
    """Answers with nothing where a catalogue holds no translation."""

    def gettext(self, message: str) -> str:
        return ""


@dataclass(frozen=True)
class Catalogue:
    """The texts of one language."""

    language: Language
    translations: gettext.NullTranslations

    def find(self, text: str) -> str | None:
        """The current translation of an English text, or None where there is none."""
        # gettext("") would answer with the header of the catalogue.
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

    def names(self, spoken: Iterable[Spoken]) -> str:
        """Languages that a helper speaks, by their names in this language: "Spanish and French"."""
        own, english = Locale.parse(self._locale).languages, Locale("en").languages
        codes = {each.code.replace("-", "_"): each.name for each in spoken}
        names = [own.get(code) or name or english.get(code, code) for code, name in codes.items()]
        return format_list(names, locale=self._locale)

    @property
    def _locale(self) -> str:
        return self.language.locale.replace("-", "_")


def folder(translations: Path, code: str) -> Path:
    """Where the catalogue of a language lies: translations/zh_Hans/LC_MESSAGES for zh-Hans."""
    return translations / code.replace("-", "_") / "LC_MESSAGES"


def catalogues(translations: Path, languages: Mapping[str, Language]) -> dict[str, Catalogue]:
    """The compiled catalogue of each language; raises FileNotFoundError where one is not compiled."""
    return {code: Catalogue(language, _read(translations, language)) for code, language in languages.items()}


def _read(translations: Path, language: Language) -> gettext.NullTranslations:
    if language.review == SOURCE_REVIEW:
        return gettext.NullTranslations()
    compiled = folder(translations, language.code) / f"{DOMAIN}.mo"
    if not compiled.exists():
        raise FileNotFoundError(f"{compiled} is missing: run `guide translate compile`")
    with compiled.open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    catalogue.add_fallback(_Untranslated())
    return catalogue
