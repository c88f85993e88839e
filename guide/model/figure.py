"""The content of pictures. Templates and style sheets define their appearance."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from guide.model.placed import Entry, Label, Paragraph, Placed

# The shapes of parts/icons.html that content may ask for: objects and plain people.
SIGNS = (
    "backpack",
    "building",
    "cake",
    "clock",
    "day",
    "door",
    "family",
    "folder",
    "heart",
    "helmet",
    "home",
    "judge",
    "kinds",
    "lawyer",
    "letter",
    "levels",
    "limit",
    "look",
    "medal",
    "megaphone",
    "no-judge",
    "papers",
    "people",
    "signpost",
    "sprout",
    "suitcase",
    "umbrella",
)
# More shapes, for the parts of the pages for the first minute.
PLACE_SIGNS = ("alert", "car", "mask", "phone", "plane", "school", "street", "tools")


class FigureKind(StrEnum):
    """Two papers beside each other, each with who signs it and what it means at a home; or steps along one line."""

    PAPERS = "papers"
    PATH = "path"


@dataclass(frozen=True, kw_only=True)
class Panel(Placed):
    """One paper or one step of a picture."""

    sign: str
    title: Label
    signature: Paragraph = ""  # of a paper: who signs it
    text: Paragraph
    mark: str = ""  # the words on the paper itself, in English, because readers must find the same words on it


@dataclass(frozen=True)
class Figure(Entry):
    id: str
    draws: FigureKind
    title: Label
    text: Paragraph
    parts: tuple[Panel, ...]
    sources: tuple[str, ...]
    last_checked: dt.date
    note: Paragraph = ""
