"""The timeline: the history by year, and the position of each bar and year of the picture. The template draws it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import groupby, pairwise

from guide.engine.status import LawStatus, status_on
from guide.model.content import Guideline, Library
from guide.model.lists import HistoryEntry

EVERY_YEARS = 5  # so that the labels do not overlap on the smallest phone
NARROWEST = 0.8  # percent: a period of a few days stays visible
DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Bar:
    status: LawStatus
    x: float  # percent of the whole width, from the left
    width: float

    @property
    def end(self) -> float:
        return round(self.x + self.width, 2)


@dataclass(frozen=True)
class Lane:
    guideline: Guideline
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Figure:
    lanes: tuple[Lane, ...]
    years: tuple[tuple[int, float], ...]  # each year with its position


def by_year(history: tuple[HistoryEntry, ...]) -> list[tuple[int, list[HistoryEntry]]]:
    """Return the entries of each year, newest first; a span counts for the year in which it begins."""
    return [(year, list(entries)) for year, entries in groupby(reversed(history), key=lambda entry: entry.first.year)]


def picture(library: Library, rtl: bool) -> Figure:
    """Compute the timeline; time runs in the reading direction of the language."""
    today = library.site.checked_through
    guidelines = sorted(library.guidelines.values(), key=lambda one: one.events[0].first)
    first = dt.date(guidelines[0].events[0].first.year, 1, 1)
    last = dt.date(today.year + 1, 1, 1)
    scale = _Scale(first, last, rtl)
    lanes = tuple(Lane(guideline, _in_drawing_order(_bars(guideline, scale, today))) for guideline in guidelines)
    years = range(first.year, last.year, EVERY_YEARS)
    return Figure(lanes, tuple((year, scale.at(dt.date(year, 1, 1))) for year in years))


def _in_drawing_order(bars: list[Bar]) -> tuple[Bar, ...]:
    """What is not known comes first: it is dots, and what is drawn later covers where they begin and end."""
    return tuple(sorted(bars, key=lambda bar: bar.status != LawStatus.NOT_KNOWN))


@dataclass(frozen=True)
class _Scale:
    first: dt.date
    last: dt.date
    rtl: bool

    def at(self, date: dt.date) -> float:
        along = (date - self.first).days / (self.last - self.first).days * 100
        return round(100 - along if self.rtl else along, 2)


def _bars(guideline: Guideline, scale: _Scale, today: dt.date) -> list[Bar]:
    """Return the periods in which a set was in use, paused or not known, as `status_on` computes them."""
    turns = sorted({day for event in guideline.events for day in (event.first, event.last)} | {today + DAY})
    bars = []
    for start, end in pairwise(turns):
        status = status_on(guideline, start, today)
        if status != LawStatus.NOT_IN_USE:
            left, right = sorted((scale.at(start), scale.at(end)))
            bars.append(Bar(status, left, round(max(right - left, NARROWEST), 2)))
    return bars
