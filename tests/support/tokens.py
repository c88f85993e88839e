"""A page as the sequence of its tags and texts: two pages with the same sequence are the same tree in every parser.

Sequences and not trees are compared, because html5lib 1.1 drops table rows and cells that stand in a <template>, where
this site keeps the pieces of its results, and libxml2 hides end tags that are missing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from types import MappingProxyType

from support.asset_names_aside import aside

# How a page looks, and what paper leaves out.
NOT_COMPARED = frozenset({"class", "data-paper"})
# The same, in the source of a tag: only where no < or > stands before it in the tag, so nothing else is ever taken.
IN_TAG = [re.compile(rf'(<[a-zA-Z][^<>]*?)\s{name}="[^"<>]*"') for name in sorted(NOT_COMPARED)]
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
EXACT = frozenset({"script", "style", "pre", "textarea"})
# Spaces at the edge of any other element are not shown.
INLINE = frozenset({
    "a", "abbr", "audio", "b", "bdi", "bdo", "button", "cite", "code", "data", "del", "dfn", "em", "i", "iframe", "img",
    "input", "ins", "kbd", "label", "mark", "output", "q", "s", "samp", "select", "small", "span", "strong", "sub",
    "sup", "svg", "time", "u", "var",
})  # fmt: skip


@dataclass(frozen=True)
class Token:
    """A start tag, an end tag, a text or a declaration, and the path of elements to it."""

    kind: str
    name: str  # of the element, or the text itself
    attributes: tuple[tuple[str, str], ...]
    path: str

    @property
    def key(self) -> tuple[object, ...]:
        """What two pages must have in common."""
        return self.kind, self.name, self.attributes

    def __str__(self) -> str:
        if self.kind == "start":
            return f"<{' '.join([self.name, *(f'{name}={value!r}' for name, value in self.attributes)])}>"
        return {"end": f"</{self.name}>", "text": repr(self.name)}.get(self.kind, f"<!{self.name}>")


def tokens(page: str, renamed: Mapping[str, str] = MappingProxyType({})) -> list[Token]:
    """Return the tags and texts of a page, without what is not compared; `renamed` has new asset names by old ones."""
    reader = _Reader()
    reader.feed(aside(page, renamed))
    reader.close()
    return _spaces(reader.found)


def same_source(old: str, new: str, renamed: Mapping[str, str]) -> bool:
    """Return whether two pages have the same source apart from what is not compared; much faster than `tokens`.

    False is no result: the tokens may still be equal.
    """
    return _plain(aside(old, renamed)) == _plain(aside(new))


def _plain(page: str) -> str:
    for pattern in IN_TAG:
        page = pattern.sub(r"\1", page)
    return page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Token] = []
        self.open: list[tuple[str, str, Counter[str]]] = [("", "", Counter())]

    def handle_starttag(self, tag, attrs):
        kept = sorted((name, value or "") for name, value in attrs if name not in NOT_COMPARED)
        children = self.open[-1][2]
        children[tag] += 1
        id = dict(kept).get("id")
        step = f"{tag}#{id}" if id else f"{tag}[{children[tag]}]"
        self.open.append((tag, f"{self.open[-1][1]} > {step}".removeprefix(" > "), Counter()))
        self._add("start", tag, tuple(kept))
        if tag in VOID:
            self.open.pop()

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        # Outside of SVG a slash means nothing.
        if tag not in VOID and any(name in ("svg", "math") for name, _, _ in self.open):
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        self._add("end", tag)
        if tag in (name for name, _, _ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data):
        last = self.found[-1] if self.found else None
        if last and last.kind == "text":  # a comment stood between two texts
            self.found.pop()
            data = last.name + data
        self._add("text", data)

    def handle_decl(self, decl):
        self._add("declaration", decl.lower())

    def _add(self, kind, name, attributes=()):
        self.found.append(Token(kind, name, attributes, self.open[-1][1]))


def _spaces(found: list[Token]) -> list[Token]:
    """Return the tokens with single spaces, and without spaces at the edge of block elements."""
    kept = []
    for at, token in enumerate(found):
        if token.kind == "text" and token.path.rpartition(" > ")[2].partition("[")[0].partition("#")[0] not in EXACT:
            words = " ".join(token.name.split())
            before = " " if token.name[:1].isspace() and at and _inline(found[at - 1]) else ""
            after = " " if token.name[-1:].isspace() and at + 1 < len(found) and _inline(found[at + 1]) else ""
            text = f"{before}{words}{after}" if words else before and after
            token = Token("text", text, (), token.path) if text else None
        if token:
            kept.append(token)
    return kept


def _inline(token: Token) -> bool:
    return token.name in INLINE and token.kind in ("start", "end")
