"""The data model of the guide, as frozen dataclasses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import Annotated, ClassVar, Literal, TypeAlias

from guide.model.audit import Audit
from guide.model.figure import Figure
from guide.model.language import Language
from guide.model.lists import Change, GlossaryTerm, HistoryEntry, Misunderstanding
from guide.model.partner import Partner
from guide.model.placed import CheckedWithFile, Entry, Form, Heading, IsText, Label, Labels, Paragraph, Placed, Title
from guide.model.provider import Provider
from guide.model.recording import Recording
from guide.model.roles import CURRENT_LAW, STYLE_GUIDE, FindingRole, PageRole, PersonaRole, QuestionRole
from guide.model.rule import ALWAYS, Answers, Rule
from guide.model.site import Site
from guide.model.urgent import Phrase, PocketSheet, UrgentPage
from guide.model.wordlists import WordLists

EventKind: TypeAlias = Literal["signed", "in-use", "paused", "back-in-use", "ended", "replaced"]


@dataclass(frozen=True)
class Block:
    """One unit of Markdown for rendering and translation: a heading, a paragraph or a list item."""

    kind: Form  # h2 | h3 | p | ul | ol: the last two are single list items
    text: str  # English, with inline Markdown
    line: int = 0


@dataclass(frozen=True)
class Option(Placed):
    id: str
    label: Label


@dataclass(frozen=True)
class Question(Entry):
    id: str
    part: str
    topic: Annotated[str, IsText("label", spoken=False)]  # a short noun: "Time here"
    ask: Paragraph
    hint: Paragraph = ""
    why: Annotated[str, IsText("p", spoken=False)] = ""
    options: tuple[Option, ...] = ()
    when: Rule = ALWAYS
    many: bool = False
    icon: str = ""
    role: QuestionRole | Literal[""] = ""
    vital: bool = False  # its words can save a life
    shareable: bool = False  # an explanation that reads it says nothing about the person it is sent to
    not_sure: bool = False  # "I am not sure" is one of its answers
    as_topic: bool = False  # asks what the guide should cover, so that nobody writes a confession
    audio: Mapping[str, Recording] = field(default_factory=dict, hash=False)  # by language

    @cached_property
    def option_ids(self) -> tuple[str, ...]:
        return tuple(option.id for option in self.options)


@dataclass(frozen=True)
class FormPart(Entry):
    id: str
    title: Label


class SourceStrength(StrEnum):
    """How far a source carries; `source-strengths` in site.yaml has the words."""

    PRIMARY = "primary"
    ESTABLISHED = "established"
    PRIVATE = "private"


@dataclass(frozen=True)
class Source(Entry):
    """A text that statements rest on. A title or publisher that is `ours` was written by us, so it is translated."""

    id: str
    title: Annotated[str, IsText("label", only="title_ours")]
    publisher: Annotated[str, IsText("label", only="publisher_ours")]
    kind: str
    strength: SourceStrength
    url: str = ""
    date: str = ""  # as exact as known: YYYY, YYYY-MM or YYYY-MM-DD
    note: Paragraph = ""  # what a reader should know about it: who wrote it, and its limits
    copy_at: str = ""  # the other site whose copy was read; the guide never links there
    title_ours: bool = False
    publisher_ours: bool = False


@dataclass(frozen=True)
class Finding(Entry):
    """One statement of a guideline set, or of current law, that can matter to a person."""

    id: str  # kind/name, within its guideline set
    title: Heading
    body: tuple[Block, ...]
    weighs: str
    theme: str
    sources: tuple[str, ...]
    last_checked: dt.date
    when: Rule | None = None  # true -> "applies", unknown -> "may apply"; None: it never applies
    may: Rule | None = None  # true or unknown -> "may apply"
    urgent: bool = False
    old_order: bool = False  # about an order, a missed date or a deportation, however old
    role: FindingRole | Literal[""] = ""
    title_if: Annotated[str, IsText("label", spoken=False)] = ""  # its title where nobody said if it fits: "If ..."
    step: Paragraph = ""  # a warning of today: what to do first, in one sentence
    step_more: Paragraph = ""  # its exception, danger or deadline
    check_every_days: int = 0  # 0: as its guideline set says
    picture: str = ""
    audio: Mapping[str, Recording] = field(default_factory=dict, hash=False)

    @property
    def read_only(self) -> bool:
        """Whether it is a fixed text without a rule, which is never in a result."""
        return self.when is None and self.may is None


@dataclass(frozen=True)
class ReviewRoute(Entry):
    """A way to ask for a review. It never "applies"; it may be worth asking a lawyer about."""

    page: ClassVar[str] = "review"

    id: str
    title: Heading
    summary: Paragraph
    state: Paragraph  # one sentence: its state today and since when
    body: tuple[Block, ...]
    sources: tuple[str, ...]
    last_checked: dt.date
    may: Rule
    picture: str = ""
    audio: Mapping[str, Recording] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Event:
    """A change of the status of a guideline set, on a date or within a span of days."""

    kind: EventKind
    first: dt.date
    last: dt.date
    sources: tuple[str, ...]


@dataclass(frozen=True)
class About(Entry):
    """The description of a guideline set, in its own file (about.md)."""

    body: tuple[Block, ...]
    sources: tuple[str, ...]
    last_checked: dt.date


@dataclass(frozen=True)
class Guideline(Entry):
    id: str
    title: Title
    short: Label
    summary: Paragraph
    status: str  # the label on its pages
    events: tuple[Event, ...]
    about: About
    check_every_days: int  # after which a text must be checked again
    lawyer_review: str  # which lawyer reviewed it, and when; empty: none
    findings: tuple[Finding, ...]  # in the order of the page: danger first
    current_law: bool = False  # it says what holds today, so its findings are today's warnings

    @property
    def role(self) -> str:
        """Its role as content spells it, or nothing."""
        return CURRENT_LAW if self.current_law else ""


@dataclass(frozen=True)
class Page(Entry):
    id: str
    title: Title
    description: Annotated[str, IsText("p", spoken=False)] = field(default="", kw_only=True)
    body: tuple[Block, ...]
    last_checked: dt.date
    sources: tuple[str, ...] = ()
    picture: str = ""
    role: PageRole | Literal[""] = ""
    vital: bool = False
    audio: Mapping[str, Recording] = field(default_factory=dict, hash=False)

    @property
    def sections(self) -> tuple[tuple[Block, ...], ...]:
        """Its text above the first heading, then each heading with what follows it."""
        starts = [0, *(place for place, block in enumerate(self.body) if block.kind == "h2"), None]
        return tuple(self.body[start:end] for start, end in pairwise(starts))


@dataclass(frozen=True)
class Persona(Entry):
    """A persona: an invented person with answers, and the results that tests expect."""

    id: str
    name: str
    answers: Answers
    expect: Mapping[str, Mapping[str, tuple[str, ...]]]  # guideline -> applies | may-apply | absent -> ids
    title: Label = ""  # shown for public personas; otherwise empty
    person: Paragraph = ""
    role: PersonaRole | Literal[""] = ""


@dataclass(frozen=True)
class States(Entry):
    names: Labels  # postal code -> name


@dataclass(frozen=True)
class Library:
    """All content, checked when loaded, in page order."""

    site: Site
    languages: Mapping[str, Language]
    parts: tuple[FormPart, ...]
    questions: tuple[Question, ...]
    pages: Mapping[str, Page]
    guidelines: Mapping[str, Guideline]
    reviews: Mapping[str, ReviewRoute]
    misunderstandings: tuple[Misunderstanding, ...]
    history: Annotated[tuple[HistoryEntry, ...], CheckedWithFile("history_last_checked")]  # by first day
    history_last_checked: dt.date
    pictures: Mapping[str, Figure]
    glossary: Annotated[tuple[GlossaryTerm, ...], CheckedWithFile("glossary_last_checked")]
    glossary_last_checked: dt.date
    changes: Annotated[tuple[Change, ...], CheckedWithFile("changes_last_checked")]  # newest first
    changes_last_checked: dt.date
    personas: Mapping[str, Persona]
    urgent: Mapping[str, UrgentPage]  # by the name of the page
    phrases: Mapping[str, Phrase]
    pocket: Mapping[str, PocketSheet]  # the cards and sheets to hold, by name
    state_names: States
    sources: Mapping[str, Source]
    providers: tuple[Provider, ...]
    partners: Mapping[str, Partner]
    terms: WordLists  # for `guide check`
    audit: Audit = field(default_factory=Audit)  # what was tested for accessibility

    @property
    def states(self) -> Mapping[str, str]:
        """The names of the US states by postal code."""
        return self.state_names.names

    @cached_property
    def current_law(self) -> Guideline:
        """The guideline set of current law; its findings are today's warnings. Raises LookupError if there is none."""
        found = [each for each in self.guidelines.values() if each.current_law]
        if not found:
            raise LookupError("no guideline set has the role `current-law`")
        return found[0]

    @property
    def has_current_law(self) -> bool:
        return any(each.current_law for each in self.guidelines.values())

    @property
    def provider_files(self) -> dict[str, Provider]:
        """Every provider by its file, also those of partners: all of them must be correct and up to date."""
        return {it.path: it for it in (*self.providers, *(own for by in self.partners.values() for own in by.own))}

    @property
    def sample_answers(self) -> Answers:
        """Answers for which findings stand in every way that they can."""
        return next(each.answers for each in self.personas.values() if each.role == STYLE_GUIDE)

    def page_of(self, role: PageRole) -> Page:
        """The page with this role: the loader makes sure that there is one."""
        return next(page for page in self.pages.values() if page.role == role)

    def question(self, id: str) -> Question:
        return self.questions[self.numbers[id] - 1]

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each question on the form, by its id."""
        return {question.id: number for number, question in enumerate(self.questions, 1)}
