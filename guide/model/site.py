"""Site-wide settings of editors (site.yaml), and the last dates that the facts cover."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from guide.model.placed import Entry, IsText, Label, Labels, Paragraph, Placed, VitalLabels

# The themes that the code refers to.
EVERYONE = "everyone"  # for findings that concern all readers
BEING_HELD = "held"


@dataclass(frozen=True)
class Seen(Placed):
    """One area of the facts, and the last date that it covers."""

    title: Label
    date: dt.date


@dataclass(frozen=True)
class Site(Entry):
    """The texts and settings of site.yaml, in the order of the catalog."""

    name: Label
    tagline: Paragraph
    government_warning: Annotated[str, IsText("p", vital=True)]
    host_privacy: Paragraph  # a text for the privacy page of a site that embeds the guide
    themes: Labels
    weighs: Labels
    statuses: Labels
    help_sections: Labels
    operators: VitalLabels
    costs: VitalLabels
    held: VitalLabels  # whether a group takes people who are held, in words
    grades: Labels  # how many sources show a number, in words
    not_for: Annotated[
        Mapping[str, str], IsText("p", vital=True)
    ]  # a group of people who must ask a lawyer first -> the warning
    source_kinds: Labels
    source_strengths: Labels
    seen_through: Mapping[str, Seen]  # by area; `supreme-court` is one of them
    checked_through: dt.date
    review_every: int  # days between checks of reviews, misunderstandings and pages
    guidelines: tuple[str, ...]
    legal_review: str  # of pages, reviews, misunderstandings and history

    @property
    def court_checked_through(self) -> dt.date:
        return self.seen_through["supreme-court"].date

    @property
    def last_seen(self) -> dt.date:
        """The latest date of all areas: no text can be checked for later facts."""
        return max(seen.date for seen in self.seen_through.values())
