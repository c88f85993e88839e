"""The content of pictures. Templates and style sheets define their appearance."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from guide.model.placed import Entry, Label, Paragraph, Placed

PAPERS = "papers"
PATH = "path"
DRAWN = (PAPERS, PATH)
"""Two papers side by side, each with who signs it and what it means at a home; or steps along a line."""

# The icons of parts/icons.html that content may use: objects and plain people.
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
    draws: str  # papers | path
    title: Label
    text: Paragraph
    parts: tuple[Panel, ...]
    sources: tuple[str, ...]
    reviewed: dt.date
    note: Paragraph = ""
