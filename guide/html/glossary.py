"""Links glossary words at their first use in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from guide.html.links import PageLinker, anchor
from guide.html.markdown import RenderedBlock
from guide.i18n.catalogs import LanguageCatalog
from guide.i18n.words import any_of
from guide.model.lists import GlossaryTerm

# Text inside a link or a tag is not changed.
OUTSIDE_LINKS = re.compile(r"(<a\b.*?</a>|<[^>]*>)", re.S)


def linked(
    blocks: Iterable[RenderedBlock], glossary: Iterable[GlossaryTerm], texts: LanguageCatalog, links: PageLinker
) -> Iterator[RenderedBlock]:
    """Return the blocks of one text with each glossary word linked at its first use; `links` links to the glossary.

    An untranslated block on a page of another language is searched for the English words.
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
    """Return the HTML with links for the words that are not in `met`, and add those to `met`."""
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
