"""In two languages, the parts of a posted page that every visitor gets are joined once, and not with each page.

While the page is rendered in each language, such a part is taken out of it, and a short element stands in its place.
Both pages are joined as ever (guide/html/bilingual.py), which is quick because they are short; an element that stands
for a part has only one of both. Then the joined parts are put in its place. They are kept by the id of the content,
like the parts in one language (kept.py); a line has a hole for its reasons there too.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from markupsafe import Markup

from guide.html.bilingual import pair_parts
from guide.model.language import Language
from guide.web.kept import HOLE, Parts

# What stands for a part by the first word of its key, as elements around it expect.
ELEMENTS = {"line": "article", "review": "article", "source": "li"} | dict.fromkeys(
    ("english", "glossary", "head", "help", "lead", "quick", "rest", "set", "sources", "what holds"), "div"
)
STANDS = re.compile(r'<(?P<element>[a-z]+) data-single="" data-part="(?P<number>\d+)">x</(?P=element)>')
SECOND = "data-second-part"
HOLE_TO_JOIN = '<li data-single="" data-hole="">x</li>'


class NotApart(Exception):
    """A part stands within a paragraph, so that it cannot be joined apart."""


@dataclass(frozen=True)
class Part:
    key: Hashable
    html: str
    reasons: tuple[tuple[Hashable, str], ...] = ()  # of a line: what fills its hole


class Apart:
    """The parts that were taken out of a page in one language. `second`: the language that comes second."""

    def __init__(self, second: bool = False) -> None:
        self.parts: list[Part] = []
        self._attribute = SECOND if second else "data-part"
        self._depth = 0

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Take nothing out while the block runs: it makes a part."""
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1

    def take(self, key: Hashable, html: Markup, reasons: Iterable[tuple[Hashable, str]] = ()) -> Markup:
        """Return what stands for a part, or the part itself if it is none of ELEMENTS or is in another one."""
        element = ELEMENTS.get(key[0] if isinstance(key, tuple) else str(key))
        if self._depth or not element:
            return html
        self.parts.append(Part(key, str(html), tuple(reasons)))
        return Markup(f'<{element} data-single="" {self._attribute}="{len(self.parts) - 1}">x</{element}>')

    def has_english(self, main: str) -> bool:
        """Whether the page or a part of it has the English of a draft."""
        return "data-english" in main or any("data-english" in part.html for part in self.parts)


def put_back(joined: str, first: Apart, second: Apart, joiner: Joiner) -> str:
    """Return the joined page with its parts. Raises NotApart."""
    if SECOND in joined or [part.key for part in first.parts] != [part.key for part in second.parts]:
        raise NotApart

    def of(found: re.Match[str]) -> str:
        number = int(found["number"])
        return joiner.joined(first.parts[number], second.parts[number])

    return STANDS.sub(of, joined)


@dataclass(frozen=True)
class Joiner:
    """Joins parts in these two languages, each once; `english`: with the English of drafts, as both have it."""

    kept: Parts
    languages: tuple[Language, Language]
    english: bool

    def joined(self, first: Part, second: Part) -> str:
        whole = self._once(first.key, first.html, second.html)
        if not first.reasons:
            return whole
        pairs = zip(first.reasons, second.reasons, strict=True)
        return whole.replace(HOLE_TO_JOIN, "".join(self._once(key, one, other) for (key, one), (_, other) in pairs))

    def _once(self, key: Hashable, first: str, second: str) -> str:
        whole = "joined", self.english, key
        if (part := self.kept.get(whole)) is None:
            one, other = (each.replace(HOLE, HOLE_TO_JOIN) for each in (first, second))
            part = self.kept[whole] = Markup(pair_parts(one, other, self.languages, self.english))
        return str(part)
