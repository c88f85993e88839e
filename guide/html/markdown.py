"""Passages of Markdown: translated one by one, then turned into harmless HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import nh3
from markdown import Markdown

from guide.i18n.catalogs import LanguageCatalog
from guide.model.content import Block
from guide.model.partner import address_of

PAGE_LINK = re.compile(r"\]\(page:([a-z-]*)\)")
TAGS = {"strong", "em", "a"}
TAG = re.compile(r"(<[^>]*>)")
# How translations set apart the words that stand on paper in English: in brackets or quotation marks of any script.
SET_APART = re.compile(
    r"""(?P<open>[(“«（「"])(?P<words>[^()“”«»（）「」"]*[A-Za-z][^()“”«»（）「」"]*)(?P<close>[)”»）」"])"""
)


@dataclass(frozen=True)
class RenderedBlock:
    """One passage, ready for a template."""

    kind: str  # h2 | h3 | p | ul | ol
    html: str
    translated: bool  # False: it is English on a page of another language


def render(
    blocks: Iterable[Block], catalog: LanguageCatalog, base: str, stay: bool = False
) -> tuple[RenderedBlock, ...]:
    """The passages in the language of the catalog; `base` is the path before page names: /es, /p/clinic/es."""
    return tuple(_passage(block, catalog, base, stay) for block in blocks)


def _passage(block: Block, catalog: LanguageCatalog, base: str, stay: bool) -> RenderedBlock:
    html, translated = said(block.text, catalog, base, stay)
    return RenderedBlock(block.kind, html, translated)


def said(text: str, catalog: LanguageCatalog, base: str, stay: bool = False) -> tuple[str, bool]:
    """An English text in the language of the catalog, as HTML, and whether it is translated."""
    translation = catalog.find(text)
    html = inline(translation or text, base, stay)
    return (html if translation in (None, text) else _with_english(html, text)), translation is not None


@lru_cache(maxsize=10_000)
def _with_english(html: str, english: str) -> str:
    """A translation with the words marked as English that stand in it as they stand in the English text."""

    def mark(found: re.Match[str]) -> str:
        if found["words"].lower() not in english.lower():
            return found[0]
        return f'{found["open"]}<span lang="en" dir="ltr">{found["words"]}</span>{found["close"]}'

    parts = TAG.split(html)
    return "".join(SET_APART.sub(mark, part) if index % 2 == 0 else part for index, part in enumerate(parts))


@lru_cache(maxsize=10_000)
def inline(text: str, base: str, stay: bool = False) -> str:
    """Inline Markdown as HTML with nothing in it but bold, emphasis and links.

    `stay`: the page must not be left, since a result cannot be had back: help is further down on it,
    other pages open a new tab.
    """
    help_here = text.replace("](page:help)", "](#help)") if stay else text
    html = Markdown().convert(PAGE_LINK.sub(lambda found: f"]({address_of(base, found[1])})", help_here))
    clean = nh3.clean(
        html, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"https"}, link_rel="noreferrer noopener"
    ).strip()
    return clean.replace('<a href="/', '<a target="_blank" href="/') if stay else clean


def plain(text: str) -> str:
    """The text without its Markdown, for the command line."""
    return nh3.clean(Markdown().convert(text), tags=set()).replace("&amp;", "&").strip()
