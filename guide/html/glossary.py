"""Words of the glossary, linked where they first stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from guide.html.links import PageLinker, anchor
from guide.html.markdown import RenderedBlock
from guide.i18n.catalogs import LanguageCatalog
from guide.i18n.words import any_of
from guide.model.lists import GlossaryTerm

# What stands inside a link or a tag is left alone.
OUTSIDE_LINKS = re.compile(r"(<a\b.*?</a>|<[^>]*>)", re.S)


def linked(
    blocks: Iterable[RenderedBlock], glossary: Iterable[GlossaryTerm], texts: LanguageCatalog, links: PageLinker
) -> Iterator[RenderedBlock]:
    """The passages of one text, each glossary word linked where it stands first; `links` knows the page `glossary`.

    A passage that is still English on a page of another language is searched for the English words.
    """
    terms = list(glossary)
    met: set[str] = set()
    for passage in blocks:
        if passage.kind in ("h2", "h3"):
            yield passage
            continue
        words = {
            (texts.gettext(word) if passage.translated else word): term.id for term in terms for word in term.words
        }
        yield RenderedBlock(passage.kind, _link(passage.html, words, met, links), passage.translated)


def _link(html: str, words: dict[str, str], met: set[str], links: PageLinker) -> str:
    """The HTML with each of these words linked that was not `met` before; those that are linked are met now."""
    if not words:
        return html
    wanted = any_of(words)

    def link(found: re.Match[str]) -> str:
        id = words[found[0]]
        if id in met:
            return found[0]
        met.add(id)
        return anchor(links(f"glossary#term-{id}"), found[0], "term")

    parts = OUTSIDE_LINKS.split(html)
    return "".join(wanted.sub(link, part) if index % 2 == 0 else part for index, part in enumerate(parts))
