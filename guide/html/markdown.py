"""Translates blocks of Markdown one by one, and renders them as sanitized HTML."""

from __future__ import annotations

import re
import threading
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
# The allowed attributes of links; all others are removed.
VALUES = {"target": NEW_TAB, "class": UNSEEN}
TAG = re.compile(r"(<[^>]*>)")
# Translations quote the English words of official papers in brackets or quotation marks of any script.
SET_APART = re.compile(
    r"""(?P<open>[(“«（「"])(?P<words>[^()“”«»（）「」"]*[A-Za-z][^()“”«»（）「」"]*)(?P<close>[)”»）」"])"""
)


@dataclass(frozen=True)
class RenderedBlock:
    """One block, rendered for a template."""

    kind: Form  # h2 | h3 | p | ul | ol
    html: str
    translated: bool  # False: English on a page of another language


def render(blocks: Iterable[Block], catalog: LanguageCatalog, links: PageLinker) -> tuple[RenderedBlock, ...]:
    """Render the blocks in the language of the catalog; `links` links to pages of the guide."""
    return tuple(_passage(block, catalog, links) for block in blocks)


def _passage(block: Block, catalog: LanguageCatalog, links: PageLinker) -> RenderedBlock:
    html, translated = said(block.text, catalog, links)
    return RenderedBlock(block.kind, html, translated)


def said(text: str, catalog: LanguageCatalog, links: PageLinker) -> tuple[str, bool]:
    """Translate and render an English text. Return the HTML, and whether it is translated."""
    translation = catalog.find(text)
    html = inline(translation or text, links)
    return (html if translation in (None, text) else _with_english(html, text)), translation is not None


@lru_cache(maxsize=10_000)
def _with_english(html: str, english: str) -> str:
    """Mark as English the quoted words of a translation that are also in the English text."""

    def mark(found: re.Match[str]) -> str:
        if found["words"].lower() not in english.lower():
            return found[0]
        return f'{found["open"]}<span lang="en" dir="ltr">{found["words"]}</span>{found["close"]}'

    parts = TAG.split(html)
    return "".join(SET_APART.sub(mark, part) if index % 2 == 0 else part for index, part in enumerate(parts))


class _PageLinks(Treeprocessor):
    """Resolves links to `page:help`, by the `links` of the current text."""

    links: PageLinker

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
    """Return the value of an attribute if it is allowed, else None."""
    return value if VALUES.get(name, value) == value else None


class _Converter(threading.local):
    """Markdown with our links: one for each thread, since making one takes longer than converting a sentence."""

    def __init__(self) -> None:
        self.page_links = _PageLinks()
        self.markdown = Markdown()
        # After the inline processor (20) has made the links, before the tree is serialized.
        self.markdown.treeprocessors.register(self.page_links, "page links", 5)

    def convert(self, text: str, links: PageLinker) -> str:
        self.page_links.links = links
        return self.markdown.reset().convert(text)


_converter = _Converter()


@lru_cache(maxsize=10_000)
def inline(text: str, links: PageLinker) -> str:
    """Render inline Markdown as HTML with only bold, emphasis and links."""
    return nh3.clean(
        _converter.convert(text, links),
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=_only_ours,
        url_schemes={"https"},
        link_rel="noreferrer noopener",
    ).strip()


def plain(text: str) -> str:
    """Return the text without its Markdown, for the command line."""
    return nh3.clean(Markdown().convert(text), tags=set()).replace("&amp;", "&").strip()
