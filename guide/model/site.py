"""What an editor may change about the whole site, and how far the facts were seen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Seen:
    """One area of the facts, and the last day that anybody could see of it."""

    title: str
    date: dt.date


@dataclass(frozen=True)
class Site:
    name: str
    tagline: str
    checked_through: dt.date
    seen_through: Mapping[str, Seen]  # by area; `supreme-court` is one of them
    review_every: int  # days after which reviews, wrong ideas and pages must be checked again
    guidelines: tuple[str, ...]
    themes: Mapping[str, str]
    weighs: Mapping[str, str]
    statuses: Mapping[str, str]
    help_sections: Mapping[str, str]
    operators: Mapping[str, str]
    costs: Mapping[str, str]
    held: Mapping[str, str]  # whether a group takes people who are held, in words
    grades: Mapping[str, str]  # how many sources show a number, in words
    not_for: Mapping[str, str]  # who must ask a lawyer first -> the warning before the link
    source_kinds: Mapping[str, str]
    source_strengths: Mapping[str, str]
    government_warning: str
    host_privacy: str  # what a site that shows our frames may say on its own privacy page
    legal_review: str  # of pages, reviews, wrong ideas and history

    @property
    def court_checked_through(self) -> dt.date:
        return self.seen_through["supreme-court"].date

    @property
    def last_seen(self) -> dt.date:
        """The newest day of any area: nothing here can tell what came after it."""
        return max(seen.date for seen in self.seen_through.values())
