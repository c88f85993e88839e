"""Passages of Markdown: translated one by one, then turned into harmless HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree

import nh3
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from guide.html.links import NEW_TAB, UNSEEN, PageLinker
from guide.i18n.catalogs import LanguageCatalog
from guide.model.content import Block
from guide.model.placed import Form

PAGE = "page:"  # [legal help](page:help)
TAGS = {"strong", "em", "a", "span"}
ATTRIBUTES = {"a": {"href", "target"}, "span": {"class"}}
# What links of ours need; a text may bring in nothing else.
VALUES = {"target": NEW_TAB, "class": UNSEEN}
TAG = re.compile(r"(<[^>]*>)")
# How translations set apart the words that stand on paper in English: in brackets or quotation marks of any script.
SET_APART = re.compile(
    r"""(?P<open>[(“«（「"])(?P<words>[^()“”«»（）「」"]*[A-Za-z][^()“”«»（）「」"]*)(?P<close>[)”»）」"])"""
)


@dataclass(frozen=True)
class RenderedBlock:
    """One passage, ready for a template."""

    kind: Form  # h2 | h3 | p | ul | ol
    html: str
    translated: bool  # False: it is English on a page of another language


def render(blocks: Iterable[Block], catalog: LanguageCatalog, links: PageLinker) -> tuple[RenderedBlock, ...]:
    """The passages in the language of the catalog; `links` makes the links to pages of the guide."""
    return tuple(_passage(block, catalog, links) for block in blocks)


def _passage(block: Block, catalog: LanguageCatalog, links: PageLinker) -> RenderedBlock:
    html, translated = said(block.text, catalog, links)
    return RenderedBlock(block.kind, html, translated)


def said(text: str, catalog: LanguageCatalog, links: PageLinker) -> tuple[str, bool]:
    """An English text in the language of the catalog, as HTML, and whether it is translated."""
    translation = catalog.find(text)
    html = inline(translation or text, links)
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


class _PageLinks(Treeprocessor):
    """Turns links to `page:help` into links to the page."""

    def __init__(self, links: PageLinker) -> None:
        super().__init__()
        self.links = links

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter("a"):
            if (href := element.get("href", "")).startswith(PAGE):
                self._lead(element, href.removeprefix(PAGE))

    def _lead(self, element: ElementTree.Element, page: str) -> None:
        link = self.links(page)
        element.set("href", link.href)
        if link.new_tab:
            element.set("target", NEW_TAB)
        if link.note:
            ElementTree.SubElement(element, "span", {"class": UNSEEN}).text = f" {link.note}"


def _only_ours(_tag: str, name: str, value: str) -> str | None:
    """What an attribute may say: an address, or what a link of ours says."""
    return value if VALUES.get(name, value) == value else None


@lru_cache(maxsize=10_000)
def inline(text: str, links: PageLinker) -> str:
    """Inline Markdown as HTML with nothing in it but bold, emphasis and links."""
    markdown = Markdown()
    # After the links are there (inline: 20), before the tree is written.
    markdown.treeprocessors.register(_PageLinks(links), "page links", 5)
    return nh3.clean(
        markdown.convert(text),
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=_only_ours,
        url_schemes={"https"},
        link_rel="noreferrer noopener",
    ).strip()


def plain(text: str) -> str:
    """The text without its Markdown, for the command line."""
    return nh3.clean(Markdown().convert(text), tags=set()).replace("&amp;", "&").strip()
