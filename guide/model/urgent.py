"""The pages for the first minute: short lines about what to do, the papers that people get, and sheets to hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, ClassVar

from guide.model.placed import Entry, IsText, Label, Paragraph, Placed, Title
from guide.model.recording import Recording


class LineKind(StrEnum):
    """What a line tells the reader."""

    DO = "do"
    SAY = "say"
    NEVER = "never"
    PAPER = "paper"  # which paper opens a door or has to be shown, and which does not
    ANYWAY = "anyway"  # what to do if officers act all the same
    STATES = "states"  # what differs by state
    NOTE = "note"
    LOOK = "look"  # how to recognize a paper
    NOT = "not"  # what a paper is not
    DATE = "date"  # the date on a paper that matters, and the clock that it starts
    CALL = "call"


class Signer(StrEnum):
    """Who signs a paper."""

    COURT_JUDGE = "court-judge"
    IMMIGRATION_JUDGE = "immigration-judge"
    OFFICER = "officer"
    CLERK = "clerk"
    YOU = "you"
    COMPANY = "company"
    NOBODY = "nobody"
    UNKNOWN = "unknown"


class Spot(StrEnum):
    """Where something stands on a paper."""

    TOP = "top"
    TOP_LEFT = "top-left"
    TOP_RIGHT = "top-right"
    MIDDLE = "middle"
    BOTTOM = "bottom"
    BOTTOM_LEFT = "bottom-left"
    BOTTOM_RIGHT = "bottom-right"


@dataclass(frozen=True)
class Phrase(Entry):
    """English words to say to an officer, shown in English with the reader's language under them."""

    vital: ClassVar[bool] = True
    page: ClassVar[str] = "officers"

    id: str
    text: Paragraph
    sources: tuple[str, ...]
    last_checked: dt.date | None = None  # None: it says nothing about the law


@dataclass(frozen=True)
class Line(Entry):
    """One act with its exception: `text` is in bold, `more` under it. They are one unit."""

    vital: ClassVar[bool] = True

    id: str
    kind: LineKind
    text: Paragraph
    more: Paragraph
    said: tuple[str, ...]  # the English of its phrases
    sources: tuple[str, ...]
    last_checked: dt.date | None = None  # None: it says nothing about the law


@dataclass(frozen=True, kw_only=True)
class Part(Entry):
    """A place or a moment, with its lines."""

    vital: ClassVar[bool] = True

    id: str
    on: str  # the page that shows it
    title: Title
    acts: tuple[Line, ...]  # `lines:` in its file
    sign: str = ""
    folded: bool = False  # closed behind its title
    person: bool = False  # for one kind of person, who looks for it first

    @property
    def cited(self) -> tuple[str, ...]:
        """The sources of its lines, each once."""
        return tuple(dict.fromkeys(id for line in self.acts for id in line.sources))

    @property
    def dates(self) -> tuple[dt.date, ...]:
        return tuple(line.last_checked for line in self.acts if line.last_checked)

    def of(self, *kinds: str) -> tuple[Line, ...]:
        """Return the lines of some kinds, in order."""
        return tuple(line for line in self.acts if line.kind in kinds)


@dataclass(frozen=True, kw_only=True)
class Sheet(Part):
    """A paper that people get. Its title is English, as it is printed on the paper."""

    title: str
    means: Paragraph  # what it is, in a few words
    group: str
    signer: Signer
    number: str = ""  # of the form, such as I-862
    agency: str = ""  # in English, as it is printed on the paper
    words: Annotated[tuple[str, ...], IsText("label", spoken=False)] = ()  # how people search for it
    drawing: Mapping[str, Spot] = field(default_factory=dict, hash=False)  # where title, number ... stand
    fallback: bool = False  # offered where no paper fits what a reader typed


@dataclass(frozen=True)
class SheetGroup(Entry):
    """Papers from one kind of sender."""

    vital: ClassVar[bool] = True

    id: str
    title: Title


@dataclass(frozen=True)
class UrgentPage(Entry):
    """A page that needs no question: parts of short lines. `parts` of the page of papers are its papers."""

    vital: ClassVar[bool] = True

    id: str
    title: Title
    description: Annotated[str, IsText("p", spoken=False)]
    lede: Paragraph
    groups: tuple[SheetGroup, ...]
    parts: tuple[Part, ...]
    open_states: tuple[str, ...] = ()  # the states whose rows are open, by postal code
    audio: Mapping[str, Recording] = field(default_factory=dict, hash=False)

    @property
    def oldest(self) -> dt.date | None:
        """The oldest date of its lines: the page is as old as that."""
        return min((day for part in self.parts for day in part.dates), default=None)

    @property
    def steps(self) -> tuple[Line, ...]:
        """All lines of a page without places: the steps for everyone."""
        return tuple(line for part in self.parts for line in part.acts)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The papers of the page of papers."""
        return tuple(part for part in self.parts if isinstance(part, Sheet))

    def entries(self) -> Iterator[Entry]:
        """Yield the page and everything below it, in the order in which it is read."""
        yield self
        for part in self.parts:
            yield part
            yield from part.acts


@dataclass(frozen=True)
class PocketBlock(Placed):
    """Some lines of one card or sheet; `title` is empty for a deadline, which stands beside the name of its paper."""

    title: Label
    refs: tuple[str, ...]  # `lines:` in its file, as `page/part/line`


@dataclass(frozen=True)
class PocketSheet(Entry):
    """One card or sheet to hold. It names lines of the pages, and has no sentence of law of its own."""

    id: str
    title: Title
    use: Paragraph
    blocks: tuple[PocketBlock, ...]
    phrases: tuple[str, ...] = ()  # ids of English words to show
    blanks: Annotated[tuple[str, ...], IsText("label", spoken=False)] = ()  # what a reader fills in by hand
    table: bool = False  # papers in rows, each with its dates
    for_a_lawyer: bool = False  # a lawyer confirms what stands on it before launch

    @property
    def page_name(self) -> str:
        """The name of its page."""
        return f"pocket/{self.id}"
