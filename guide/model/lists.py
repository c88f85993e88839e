"""Entries of list files: misunderstandings, glossary terms, history, and changes of the law."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, ClassVar

from guide.model.placed import Entry, IsText, Label, Paragraph, Title


@dataclass(frozen=True)
class Misunderstanding(Entry):
    """A common misunderstanding, and the truth."""

    page: ClassVar[str] = "misunderstandings"

    id: str
    idea: Paragraph
    truth: Paragraph
    beside: tuple[str, ...]  # the findings it belongs to: set/kind/name
    sources: tuple[str, ...]
    last_checked: dt.date
    picture: str = ""


@dataclass(frozen=True)
class GlossaryTerm(Entry):
    """A word of official papers, linked to its explanation at its first use in a text."""

    page: ClassVar[str] = "glossary"
    anchor: ClassVar[str] = "term-"

    id: str
    term: Label
    words: Annotated[tuple[str, ...], IsText("label")]  # the English spellings that are linked
    text: Paragraph
    sources: tuple[str, ...]


@dataclass(frozen=True)
class HistoryEntry(Entry):
    """An event of the timeline, on a date or within a span of days."""

    page: ClassVar[str] = "timeline"

    id: str
    first: dt.date
    last: dt.date
    title: Title
    text: Paragraph
    sources: tuple[str, ...]
    guideline: str = ""


@dataclass(frozen=True)
class Change(Entry):
    """A change of the law that changed the content of this guide, or of its own texts."""

    page: ClassVar[str] = "changes"
    anchor: ClassVar[str] = "change-"

    id: str
    date: dt.date
    title: Title
    text: Paragraph
    findings: tuple[str, ...]
    sources: tuple[str, ...]
    ours: bool = False  # we changed our texts; the law did not change on that day
