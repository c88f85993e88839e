"""Site-wide settings of editors (site.yaml), and the last dates that the facts cover."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from guide.model.placed import Entry, IsText, Label, Labels, Paragraph, Placed, VitalLabels
from guide.model.provider import Contact
from guide.model.roles import SectionRole, ThemeRole


@dataclass(frozen=True)
class Seen(Placed):
    """One area of the facts, and the last date that it covers."""

    title: Label
    date: dt.date


@dataclass(frozen=True)
class Theme(Placed):
    """What a finding is about."""

    id: str
    title: Label
    sign: str = ""  # beside its row in the at-a-glance table; empty: it has a role, and no row
    role: ThemeRole | Literal[""] = ""
    asked_by: tuple[str, ...] = ()  # the questions about it


@dataclass(frozen=True)
class HelpSection(Placed):
    id: str
    title: Label
    role: SectionRole | Literal[""] = ""
    keeps_old_numbers: bool = False  # a number in it is shown however old it is


@dataclass(frozen=True)
class Site(Entry):
    """The texts and settings of site.yaml, in the order of the catalog."""

    name: Label
    tagline: Paragraph
    government_warning: Annotated[str, IsText("p", vital=True)]
    host_privacy: Paragraph  # what a site that shows our frames may say on its own privacy page
    themes: Mapping[str, Theme]
    weighs: Labels
    statuses: Labels
    help_sections: Mapping[str, HelpSection]
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
    check_every_days: int  # after which reviews, wrong ideas and pages must be checked again
    guidelines: tuple[str, ...]
    contact: Contact | None  # of the people who run this copy: an e-mail address or a telephone number
    lawyer_review: str  # of pages, reviews, misunderstandings and history

    @property
    def court_checked_through(self) -> dt.date:
        return self.seen_through["supreme-court"].date

    def theme(self, role: ThemeRole) -> Theme:
        return next(each for each in self.themes.values() if each.role == role)

    def help_section(self, role: SectionRole) -> HelpSection:
        return next(each for each in self.help_sections.values() if each.role == role)

    @property
    def last_seen(self) -> dt.date:
        """The latest date of all areas: no text can be checked for later facts."""
        return max(seen.date for seen in self.seen_through.values())
