"""What the two handouts show, as values: the template only prints them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from guide.legal_help.freshness import age, oldest_past_its_day, seen
from guide.model.content import Block, Finding, Guideline, Library, Page
from guide.model.provider import Provider
from guide.model.roles import BEING_HELD, IN_DANGER

SHORT, LONG = "handout", "handout-long"


@dataclass(frozen=True)
class PaperWarning:
    """A warning of today and what paper has of it: its first paragraph, or everything on being held."""

    item: Finding
    body: tuple[Block, ...]


@dataclass(frozen=True)
class PaperProvider:
    """A provider. `undated`: no evidence has a date, and a note must say so."""

    provider: Provider
    undated: bool


@dataclass(frozen=True)
class Handout:
    """One handout. `parts`: its text, each with its heading.

    `overdue_since`: the oldest overdue text; None also if the notice at the top says it for all.
    """

    path: str
    page: Page
    parts: tuple[tuple[Block, ...], ...]
    providers: tuple[PaperProvider, ...]
    warnings: tuple[PaperWarning, ...]
    old_sets: tuple[Guideline, ...]
    overdue_since: dt.date | None

    @property
    def sides(self) -> tuple[tuple[PaperProvider, ...], ...]:
        """The providers in two halves, side by side on paper: WebKit prints no columns of text."""
        half = (len(self.providers) + 1) // 2
        return self.providers[:half], self.providers[half:]

    @property
    def long(self) -> bool:
        return self.path == LONG


def handout(library: Library, today: dt.date, *, long: bool) -> Handout:
    """Return the handout for one sheet of paper, or the `long` one with all warnings.

    It shows the age of its oldest text once: with a note beside each text it would not fit its paper.
    """
    page = library.pages[SHORT]
    warnings = [each for each in library.current_law.findings if long and not each.read_only]
    in_danger = library.site.help_section(IN_DANGER)
    providers = [each for each in library.providers if each.on_result and each.section != in_danger.id]
    since = oldest_past_its_day(library, [page, *warnings], providers, today)
    return Handout(
        path=LONG if long else SHORT,
        page=page,
        parts=tuple(_parts(page.body)),
        providers=tuple(PaperProvider(each, undated=not seen(each)) for each in providers),
        warnings=tuple(PaperWarning(each, _body(each)) for each in warnings),
        old_sets=tuple(each for each in library.guidelines.values() if long and not each.current_law),
        overdue_since=None if age(library, today).since else since,
    )


def _parts(body: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """Yield each heading with what follows it, and first what stands before all headings."""
    begins = [number for number, block in enumerate(body) if block.kind == "h2" and number]
    for begin, end in pairwise([0, *begins, len(body)]):
        yield body[begin:end]


def _body(warning: Finding) -> tuple[Block, ...]:
    return warning.body if warning.role == BEING_HELD else warning.body[:1]
