"""What an editor may change about the whole site, and how far the facts were seen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from guide.model.placed import Entry, IsText, Label, Labels, Paragraph, Placed, VitalLabels

# The themes that mean something to the program.
EVERYONE = "everyone"  # of findings that are for all readers
BEING_HELD = "held"


@dataclass(frozen=True)
class Seen(Placed):
    """One area of the facts, and the last day that anybody could see of it."""

    title: Label
    date: dt.date


@dataclass(frozen=True)
class Site(Entry):
    """In the order in which translators meet the texts."""

    name: Label
    tagline: Paragraph
    government_warning: Annotated[str, IsText("p", vital=True)]
    host_privacy: Paragraph  # what a site that shows our frames may say on its own privacy page
    themes: Labels
    weighs: Labels
    statuses: Labels
    help_sections: Labels
    operators: VitalLabels
    costs: VitalLabels
    held: VitalLabels  # whether a group takes people who are held, in words
    grades: Labels  # how many sources show a number, in words
    not_for: Annotated[Mapping[str, str], IsText("p", vital=True)]  # who must ask a lawyer first -> the warning
    source_kinds: Labels
    source_strengths: Labels
    seen_through: Mapping[str, Seen]  # by area; `supreme-court` is one of them
    checked_through: dt.date
    check_every_days: int  # after which reviews, wrong ideas and pages must be checked again
    guidelines: tuple[str, ...]
    lawyer_review: str  # of pages, reviews, wrong ideas and history

    @property
    def court_checked_through(self) -> dt.date:
        return self.seen_through["supreme-court"].date

    @property
    def last_seen(self) -> dt.date:
        """The newest day of any area: nothing here can tell what came after it."""
        return max(seen.date for seen in self.seen_through.values())
