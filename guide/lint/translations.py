"""The catalogs of the translations: their current texts, each with its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from guide.i18n import messages, po
from guide.lint.text_problem import short
from guide.model.content import Library
from guide.model.language import Language
from guide.model.problems import ContentError, Problem


@dataclass(frozen=True)
class Translated:
    language: Language
    path: str
    catalog: Catalog

    def __iter__(self) -> Iterator[Message]:
        return po.current(self.catalog)

    def find(self, text: str) -> str | None:
        message = self.catalog.get(text)
        current = message is not None and message.string and not message.fuzzy
        return str(message.string) if message is not None and current else None

    def line(self, text: str) -> int:
        """Return the line of the English text, above its translation; 1 if the catalog does not have the text."""
        message = self.catalog.get(text)
        return (message.lineno or 1) if message is not None else 1


def translations(root: Path, library: Library) -> list[Translated]:
    """Return all catalogs in the folder `root`, with paths relative to its parent. Raises ContentError."""
    found, problems = [], []
    for language in messages.targets(library):
        try:
            found.append(Translated(language, po.shown_path(root, language.code), po.read(root, language)))
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    return found


def unfit(translated: Translated) -> Iterator[Problem]:
    """Yield an error for a catalog of the wrong language or with the wrong plural rule."""
    return po.header_problems(translated.catalog, translated.language, translated.path)


def missing(root: Path, library: Library) -> Iterator[Problem]:
    """Yield an error for each required text without a current translation, for every language."""
    for language in messages.targets(library):
        for message in dict.fromkeys(messages.untranslated(root, language, library)):
            text = message.text if isinstance(message.text, str) else message.text[0]
            what = f"no current {language.name} translation of `{short(text)}`"
            fix = f"run `guide translate update`, then translate it in the `{language.code}` catalog"
            yield Problem(message.path, message.line, "untranslated", what, fix)
