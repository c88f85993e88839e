"""Words of the glossary, linked where they first stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from guide.i18n import Catalogue
from guide.model import Term
from guide.prose import Passage

# What stands inside a link or a tag is left alone.
OUTSIDE_LINKS = re.compile(r"(<a\b.*?</a>|<[^>]*>)", re.S)


def linked(passages: Iterable[Passage], glossary: Iterable[Term], texts: Catalogue, page: str) -> Iterator[Passage]:
    """The passages of one text, each glossary word linked to `page` where it stands first.

    A passage that is still English on a page of another language is searched for the English words.
    """
    terms = list(glossary)
    met: set[str] = set()
    for passage in passages:
        html = passage.html
        for term in (term for term in terms if term.id not in met and passage.kind not in ("h2", "h3")):
            words = [texts.gettext(word) for word in term.words] if passage.translated else term.words
            html, found = _link(html, words, f'<a class="term" href="{page}#term-{term.id}">')
            met.update([term.id] if found else [])
        yield Passage(passage.kind, html, passage.translated)


def _link(html: str, words: Iterable[str], opening: str) -> tuple[str, bool]:
    """The HTML with the first of these words linked, and whether there was one."""
    longest_first = sorted(set(words), key=len, reverse=True)
    wanted = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, longest_first))})(?![\w-])")
    parts = OUTSIDE_LINKS.split(html)
    for index, part in enumerate(parts):
        if index % 2 == 0 and (found := wanted.search(part)):
            parts[index] = f"{part[: found.start()]}{opening}{found[1]}</a>{part[found.end() :]}"
            return "".join(parts), True
    return html, False
