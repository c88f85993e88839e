"""Words of the glossary, linked where they first stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from guide.i18n import Catalogue
from guide.model import Term
from guide.prose import Passage

NOTHING = "(?!)"  # matches nowhere
LATIN_LETTERS = r"0-9A-Za-z_\u00c0-\u024f\u1e00-\u1eff"
LATIN = re.compile(rf"[{LATIN_LETTERS}]")
NO_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")  # between words
# What stands inside a link or a tag is left alone.
OUTSIDE_LINKS = re.compile(r"(<a\b.*?</a>|<[^>]*>)", re.S)


def linked(passages: Iterable[Passage], glossary: Iterable[Term], texts: Catalogue, page: str) -> Iterator[Passage]:
    """The passages of one text, each glossary word linked to `page` where it stands first.

    A passage that is still English on a page of another language is searched for the English words.
    """
    terms = list(glossary)
    met: set[str] = set()
    for passage in passages:
        if passage.kind in ("h2", "h3"):
            yield passage
            continue
        words = {
            (texts.gettext(word) if passage.translated else word): term.id for term in terms for word in term.words
        }
        yield Passage(passage.kind, _link(passage.html, words, met, page), passage.translated)


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Finds each of the words, and none inside a longer word."""
    # The longest first: "advance parole" is one word of the glossary, and the "parole" in it is no other.
    return re.compile("|".join(map(_whole, sorted(words, key=len, reverse=True))) or NOTHING)


def _whole(word: str) -> str:
    """A pattern for the word where it is no part of a longer one."""
    return rf"(?<!{_beside(word[0])}){re.escape(word)}(?!{_beside(word[-1])})"


def _beside(letter: str) -> str:
    """What makes a word longer that starts or ends with this letter: only letters of a script like its own."""
    if LATIN.match(letter):
        return rf"[{LATIN_LETTERS}-]"
    return "-" if NO_SPACES.match(letter) else r"[\w-]"


def _link(html: str, words: dict[str, str], met: set[str], page: str) -> str:
    """The HTML with each of these words linked that was not `met` before; those that are linked are met now."""
    if not words:
        return html
    wanted = any_of(words)

    def link(found: re.Match[str]) -> str:
        id = words[found[0]]
        if id in met:
            return found[0]
        met.add(id)
        return f'<a class="term" href="{page}#term-{id}">{found[0]}</a>'

    parts = OUTSIDE_LINKS.split(html)
    return "".join(wanted.sub(link, part) if index % 2 == 0 else part for index, part in enumerate(parts))
