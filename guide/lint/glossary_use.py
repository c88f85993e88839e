"""Unused words of the glossary, which readers never see as links; and one word for two terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guide.i18n.words import any_of
from guide.lint.translations import Translated
from guide.lint.units import HEADINGS
from guide.model.content import Library
from guide.model.problems import Problem
from guide.model.texts import texts


def dead_words(library: Library, translations: Iterable[Translated]) -> Iterator[Problem]:
    """Yield an error for each unused term, and a warning for each unused spelling in English."""
    # The site links words in the running text of Markdown files only.
    running = [text.text for text in texts(library) if text.markdown and text.form not in HEADINGS]
    wanted = any_of(word for term in library.glossary for word in term.words)
    used = {word for text in running for word in wanted.findall(text)}
    for term in library.glossary:
        dead = [word for word in term.words if word not in used]
        for word in dead:
            line = term.line_of(f"words.{term.words.index(word)}")
            message = f"unused glossary word `{word}`"
            if len(dead) < len(term.words):
                yield Problem(term.path, line, "dead-word", message, "remove the spelling", "warning")
        if len(dead) == len(term.words):
            line = term.line_of("term")
            message = f"unused glossary term `{term.term}`"
            fix = "remove the term, or use one of its `words` in a text"
            yield Problem(term.path, line, "dead-term", message, fix)
    for translated in translations:
        yield from _dead_in(library, translated, running)


def _dead_in(library: Library, translated: Translated, running: list[str]) -> Iterator[Problem]:
    for term in library.glossary:
        words = [word for word in map(translated.find, term.words) if word]
        uses = any_of(term.words)
        # Only translated texts can use the word.
        current = [text for text in map(translated.find, filter(uses.search, running)) if text]
        if words and current and not any(map(any_of(words).search, current)):
            message = f"unused glossary term `{term.term}` in {translated.language.name}: {words[0]}"
            fix = "use the same word in the texts and in the glossary"
            yield Problem(translated.path, translated.line(term.words[0]), "dead-term", message, fix, "warning")


def one_word_for_two(library: Library, translations: Iterable[Translated]) -> Iterator[Problem]:
    """Yield a warning if a language has one word for two glossary terms: readers would confuse the two."""
    for translated in translations:
        owners: dict[str, tuple[str, str]] = {}
        for term in library.glossary:
            for english in (term.term, *term.words):
                word = (translated.find(english) or "").casefold()
                first, other = owners.setdefault(word, (term.id, english)) if word else (term.id, "")
                if first != term.id:
                    message = f"{translated.language.name} has `{word}` for `{english}` and for `{other}`"
                    fix = "translate each glossary term by a different word"
                    line = translated.line(english)
                    yield Problem(translated.path, line, "one-word-for-two", message, fix, "warning")
