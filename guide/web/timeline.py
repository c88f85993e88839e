"""The picture of what was in use when: where each bar, line and word stands. The template draws it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise

from guide.model import Guideline, Library
from guide.status import IN_USE, NOT_KNOWN, PAUSED, status_on

ROW = 64
HEAD = 30
BAR = 20
DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Bar:
    status: str  # in-use | paused | not-known
    x: float
    width: float


@dataclass(frozen=True)
class Lane:
    guideline: Guideline
    y: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Picture:
    width: int
    height: int
    lanes: tuple[Lane, ...]
    years: tuple[tuple[int, float], ...]
    start: float  # where words begin: the right edge where lines are read from right to left


def picture(library: Library, width: int, every_years: int, rtl: bool) -> Picture:
    """The picture at a width; time runs the way that the language is read."""
    today = library.site.checked_through
    guidelines = sorted(library.guidelines.values(), key=lambda one: one.events[0].first)
    first = dt.date(guidelines[0].events[0].first.year, 1, 1)
    last = dt.date(today.year + 1, 1, 1)
    scale = _Scale(first, last, width, rtl)
    lanes = tuple(
        Lane(guideline, HEAD + index * ROW, tuple(_bars(guideline, scale, today)))
        for index, guideline in enumerate(guidelines)
    )
    years = tuple((year, scale.at(dt.date(year, 1, 1))) for year in range(first.year, last.year + 1, every_years))
    return Picture(width, HEAD + len(lanes) * ROW, lanes, years, float(width) if rtl else 0.0)


@dataclass(frozen=True)
class _Scale:
    first: dt.date
    last: dt.date
    width: int
    rtl: bool

    def at(self, date: dt.date) -> float:
        along = (date - self.first).days / (self.last - self.first).days * self.width
        return round(self.width - along if self.rtl else along, 1)


def _bars(guideline: Guideline, scale: _Scale, today: dt.date) -> list[Bar]:
    """The stretches in which a set was in use, paused, or nobody knows; `status_on` alone says which."""
    turns = sorted({day for event in guideline.events for day in (event.first, event.last)} | {today + DAY})
    bars = []
    for start, end in pairwise(turns):
        status = status_on(guideline, start, today)
        if status in (IN_USE, PAUSED, NOT_KNOWN):
            left, right = sorted((scale.at(start), scale.at(end)))
            bars.append(Bar(status, left, round(max(right - left, 3.0), 1)))
    return bars
