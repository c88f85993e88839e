"""Parses and builds the URLs of pages: frame, partner, language or pair, page.

/embed/p/clinic/es/explain/today      /es+en/help
frame  partner  language  page        pair  page
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from guide.html.links import Link
from guide.model.content import Library
from guide.model.language import Language
from guide.model.partner import Partner
from guide.web.pages_table import Pages, Row

FRAME, PARTNER, PAIR = "/embed", "p", "+"
PARTNER_RULE = f"/{PARTNER}/<partner>"
# The number of characters of a path in which a language is searched.
LONGEST, MOST_PARTS = 200, 5
ALL_PAGES = Pages()
# A tag such as `es-MX` or `zh_Hant_TW`.
TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")


@dataclass(frozen=True)
class Where:
    """The place of one page: everything that its URL says about how it is shown."""

    language: Language
    page: str = ""  # the path after the language: `explain/today`
    framed: bool = False
    partner: Partner | None = None
    pair: tuple[str, str] | None = None  # the codes of both languages of a bilingual page
    pages: Pages = field(default=ALL_PAGES, compare=False, repr=False)

    def __hash__(self) -> int:
        return hash((self.language.code, self.page, self.framed, self.partner and self.partner.id, self.pair))

    @property
    def prefix(self) -> str:
        """The part of the path before the language: /embed, /p/clinic, both or empty."""
        return _prefix(self.framed, self.partner)

    @property
    def row(self) -> Row | None:
        return self.pages.find(self.page)

    def url(self, page: str) -> str:
        """Return the URL of a page for a link at this place.

        If the page does not exist in frames or for a partner, it is the plain page. From a bilingual page, it is the
        page in the current language: only `beside` gives bilingual pages.
        """
        there = replace(
            self, framed=self.framed and self.stays(page), partner=self.partner if self._named(page) else None
        )
        return f"{there.prefix}/{self.language.code}/{page}"

    def lasting(self, page: str) -> str:
        """Return the URL of a page outside of any frame, in the language or in both languages of this place."""
        row = self.pages.find(page)
        if self.pair and row and row.in_pairs:
            return plain_path(self.pair, page)
        return self.whole.url(page)

    @property
    def own(self) -> str:
        """The path of this page on the full site, outside of any frame; of a bilingual page, that of its pair."""
        codes = plain_path(self.pair or (self.language.code,), self.page)
        return f"{_prefix(False, self.partner)}{codes}"

    def own_in_each(self, languages: Mapping[str, Language]) -> dict[str, str]:
        """Return the path of this page in each of the languages, by code."""
        return {code: self.speaking(language).own for code, language in languages.items()}

    @property
    def indexed(self) -> bool:
        """Whether search engines may list this page: frames, pairs and partners' pages are twins of plain ones."""
        return not (self.framed or self.partner or self.pair) and bool(self.row and self.row.indexed)

    def stays(self, page: str) -> bool:
        """Whether a page can be shown at this place: in a frame not all can."""
        row = self.pages.find(page)
        return not self.framed or bool(row and row.in_frames)

    def _named(self, page: str) -> bool:
        row = self.pages.find(page)
        return bool(row and row.of_partners)

    @property
    def whole(self) -> Where:
        """The same place on the full site, outside of any frame."""
        return replace(self, framed=False)

    def in_any(self, page: str) -> str:
        """Return the URL of a page with `{code}` for the language, which a script fills in."""
        return f"{self.prefix}{plain_path(['{code}'], page)}"

    def speaking(self, language: Language) -> Where:
        """Return the same place in another language, or in the other language of a pair."""
        return replace(self, language=language)

    def beside(self, code: str, page: str) -> str:
        """Return the URL of a page in this language and another one; if they are equal, in this one only.

        There are no bilingual pages in frames or of partners.
        """
        if code == self.language.code:
            return f"{self.prefix}{plain_path([code], page)}"
        return plain_path((self.language.code, code), page)

    @property
    def own_start(self) -> str:
        """The home page in the language (or pair) of this page."""
        return plain_path(self.pair or (self.language.code,))


def _prefix(framed: bool, partner: Partner | None) -> str:
    return f"{FRAME if framed else ''}{f'/{PARTNER}/{partner.id}' if partner else ''}"


def plain_path(codes: Iterable[str], page: str = "") -> str:
    """Return the path of a page on the full site in one language, or in two."""
    return f"/{PAIR.join(codes)}/{page}"


def choice_path(partner: Partner | None) -> str:
    """Return the path of the page where a reader chooses a language."""
    return f"{_prefix(False, partner)}/"


def parse(path: str, library: Library, pages: Pages = ALL_PAGES) -> Where:
    """Parse a path. Missing or unknown parts have the values of the plain home page.

    A partner that does not offer the language is ignored.
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
    """Return the name of the first page after the choice of a language."""
    return partner.start_page if partner else ""


def named_language(path: str, codes: Collection[str]) -> str | None:
    """Return the language of any path, even of a page that does not exist; of a pair, the first one; or None."""
    parts = path[:LONGEST].split("/")[:MOST_PARTS]
    # The slug of a partner is no language, even if it looks like one: es-clinic.
    tags = (part.partition(PAIR)[0] for before, part in pairwise(["", *parts]) if before != PARTNER)
    return next((code for tag in tags if (code := nearest_language(tag, codes))), None)


def nearest_language(tag: str, codes: Collection[str]) -> str | None:
    """Return the language of ours nearest to a tag: es for es-MX, zh-Hans for zh_TW; None for another language.

    `languageOf` in static/js/embed.js does the same.
    """
    tag = tag.lower().replace("_", "-")
    if not TAG.fullmatch(tag):
        return None
    parts, ours = tag.split("-"), {code.lower(): code for code in codes}
    for length in range(len(parts), 0, -1):
        if found := ours.get("-".join(parts[:length])):
            return found
    return next((code for code in codes if code.lower().split("-")[0] == parts[0]), None)


def outside_frame(path: str) -> str:
    """Return the path of the same page on the full site."""
    return path.removeprefix(FRAME) if is_framed(path) else path


def is_framed(path: str) -> bool:
    return path.startswith(f"{FRAME}/")


@dataclass(frozen=True)
class PageLinks:
    """Creates the links of one page. Two are equal if all their links are, so that rendered texts can be cached.

    `note` is the text for links out of a frame. A page that `keeps` its reader includes legal help and the glossary
    words: a result cannot be loaded again, so links to other pages open a new tab.
    """

    where: Where
    note: str = ""
    keeps: bool = False

    @classmethod
    def of(cls, where: Where, note: str) -> PageLinks:
        row = where.row
        return cls(replace(where, page="", pair=None), note, bool(row and row.keeps_reader))

    def __call__(self, page: str) -> Link:
        """Return the link to a page in a text."""
        name, _, part = page.partition("#")
        if self.keeps and (page == "help" or (name == "glossary" and part)):
            return Link(f"#{part or name}")
        if self.keeps:
            return Link(self.where.whole.url(page), new_tab=True)
        return self.plain(page)

    def plain(self, page: str) -> Link:
        """Return the link to a page in a template: it stays in its frame, or opens the full site in a new tab."""
        if self.where.stays(page):
            return Link(self.where.url(page))
        return Link(self.where.url(page), new_tab=True, rel="noopener", note=self.note)
