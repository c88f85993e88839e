"""Addresses of pages, taken apart and put together: frame, partner, language or pair, page.

/embed/p/clinic/es/explain/today      /es+en/help
frame  partner  language  page        pair  page
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from guide.html.links import Link
from guide.model.content import Library
from guide.model.language import Language
from guide.model.partner import Partner
from guide.web.pages_table import Pages, Row

FRAME, PARTNER, PAIR = "/embed", "p", "+"
PARTNER_RULE = f"/{PARTNER}/<partner>"
# A path of a visitor is searched no further for a language than this.
LONGEST, MOST_PARTS = 200, 5
ALL_PAGES = Pages()


@dataclass(frozen=True)
class Where:
    """The place of one page: all that an address says about how it is shown."""

    language: Language
    page: str = ""  # what follows the language: `explain/today`
    framed: bool = False
    partner: Partner | None = None
    pair: tuple[str, str] | None = None  # the codes of both languages; the page is made in each of them
    pages: Pages = field(default=ALL_PAGES, compare=False, repr=False)

    def __hash__(self) -> int:
        return hash((self.language.code, self.page, self.framed, self.partner and self.partner.id, self.pair))

    @property
    def prefix(self) -> str:
        """What stands before the language: /embed, /p/clinic, both or nothing."""
        return _prefix(self.framed, self.partner)

    @property
    def row(self) -> Row | None:
        return self.pages.find(self.page)

    def url(self, page: str) -> str:
        """The address of a page for a link that stands here.

        What has no page in frames, or none in the name of a partner, is the plain page. A pair leads to pages in the
        language that is spoken: only `beside` leads to pairs.
        """
        there = replace(
            self, framed=self.framed and self.stays(page), partner=self.partner if self._named(page) else None
        )
        return f"{there.prefix}/{self.language.code}/{page}"

    def stays(self, page: str) -> bool:
        """Whether a page can be shown where this one is: in a frame not all can."""
        row = self.pages.find(page)
        return not self.framed or bool(row and row.in_frames)

    def _named(self, page: str) -> bool:
        row = self.pages.find(page)
        return bool(row and row.of_partners)

    @property
    def whole(self) -> Where:
        """The same place on the whole site, outside of any frame."""
        return replace(self, framed=False)

    def speaking(self, language: Language) -> Where:
        """The same place in another language, or in the other one of a pair."""
        return replace(self, language=language)

    def beside(self, code: str, page: str) -> str:
        """The address of a page in this language and another one; in this one alone where they are the same.

        Pairs have no pages in frames or in the name of a partner.
        """
        if code == self.language.code:
            return f"{self.prefix}{plain_path([code], page)}"
        return plain_path((self.language.code, code), page)

    @property
    def own_start(self) -> str:
        """Where the languages of this page start, both of a pair."""
        return plain_path(self.pair or (self.language.code,))


def _prefix(framed: bool, partner: Partner | None) -> str:
    return f"{FRAME if framed else ''}{f'/{PARTNER}/{partner.id}' if partner else ''}"


def plain_path(codes: Iterable[str], page: str = "") -> str:
    """The path of a page on the whole site in one language, or in two at once."""
    return f"/{PAIR.join(codes)}/{page}"


def parse(path: str, library: Library, pages: Pages = ALL_PAGES) -> Where:
    """What the path of an address says. What it does not say, or says of nothing that we have, is the plain start.

    A partner that does not offer the language is none.
    """
    rest = path.removeprefix(f"{FRAME}/")
    framed, partner = rest != path, None
    first, _, after = rest.lstrip("/").partition("/")
    rest = rest.lstrip("/")
    if first == PARTNER and rest != first:
        id, _, rest = after.partition("/")
        partner = library.partners.get(id)
    codes, _, page = rest.partition("/")
    one, _, other = codes.partition(PAIR)
    language = library.languages.get(one)
    if language is None:
        first_code = partner.languages[0] if partner else next(iter(library.languages))
        return Where(library.languages[first_code], rest, framed, partner, pages=pages)
    pair = (one, other) if other in library.languages and other != one else None
    if partner and one not in partner.languages:
        partner = None
    return Where(language, page, framed, partner, pair, pages)


def start(partner: Partner | None) -> str:
    """The page that somebody sees first who chose a language."""
    return partner.start_page if partner else ""


def named_language(path: str, codes: Collection[str]) -> str | None:
    """The language that any path names, even one that leads nowhere; of a pair its first."""
    parts = path[:LONGEST].split("/")[:MOST_PARTS]
    return next((code for part in parts if (code := part.partition(PAIR)[0]) in codes), None)


def outside_frame(path: str) -> str:
    """The path of the same page on the whole site."""
    return path.removeprefix(FRAME) if is_framed(path) else path


def is_framed(path: str) -> bool:
    return path.startswith(f"{FRAME}/")


@dataclass(frozen=True)
class PageLinks:
    """Makes the links of one page. Equal where all links are equal, so that texts are rendered once for many pages.

    `note` is said of links that lead out of a frame. A page that `keeps` its reader has the legal help and the words
    of the glossary itself: a result cannot be had back, so every other page opens a new tab.
    """

    where: Where
    note: str = ""
    keeps: bool = False

    @classmethod
    def of(cls, where: Where, note: str) -> PageLinks:
        row = where.row
        return cls(replace(where, page="", pair=None), note, bool(row and row.keeps_reader))

    def __call__(self, page: str) -> Link:
        """The link of a page in a text."""
        name, _, part = page.partition("#")
        if self.keeps and (page == "help" or (name == "glossary" and part)):
            return Link(f"#{part or name}")
        if self.keeps:
            return Link(self.where.whole.url(page), new_tab=True)
        return self.plain(page)

    def plain(self, page: str) -> Link:
        """The link of a page in a template: it stays in its frame, or opens a new tab with the whole site."""
        if self.where.stays(page):
            return Link(self.where.url(page))
        return Link(self.where.url(page), new_tab=True, rel="noopener", note=self.note)
