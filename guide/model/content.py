"""The nouns of the guide, as frozen values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from guide.model.figure import Figure
from guide.model.partner import Partner
from guide.model.places import Places
from guide.model.provider import Provider
from guide.model.recording import Recording
from guide.model.rule import ALWAYS, Answers, Rule
from guide.model.site import Site
from guide.model.wordlists import WordLists


@dataclass(frozen=True)
class Block:
    """One passage for a reader and for a translator: a heading, a paragraph or a list item."""

    kind: str  # h2 | h3 | p | ul | ol: the last two are single items of a list
    text: str  # English, with inline Markdown
    line: int = 0


@dataclass(frozen=True)
class Option:
    id: str
    label: str


@dataclass(frozen=True)
class Question:
    id: str
    part: str
    topic: str  # a short noun: "Time here"
    ask: str
    options: tuple[Option, ...]
    hint: str = ""
    why: str = ""
    when: Rule = ALWAYS
    many: bool = False
    icon: str = ""
    as_topic: bool = False  # asks what the guide should cover, so that nobody writes a confession
    audio: Mapping[str, Recording] = field(default_factory=dict, hash=False)  # by language

    @property
    def option_ids(self) -> tuple[str, ...]:
        return tuple(option.id for option in self.options)


@dataclass(frozen=True)
class Panel:
    id: str
    title: str


@dataclass(frozen=True)
class Source:
    """A text that statements rest on. `strength` is one of the keys of `source-strengths` in site.yaml.

    A title or a publisher that is `ours` is a description of the editors, so it is translated.
    """

    id: str
    title: str
    publisher: str
    kind: str
    strength: str
    read: str = "archived copy"
    url: str = ""
    date: str = ""  # as exact as it is known: YYYY, YYYY-MM or YYYY-MM-DD
    note: str = ""  # what a reader should know of it: who wrote it, and what it may be used for
    copy_at: str = ""  # the other site whose copy was read; readers are never led there
    title_ours: bool = False
    publisher_ours: bool = False


@dataclass(frozen=True)
class Finding:
    """One thing a guideline set, or today's rules, say that can matter to a person."""

    id: str  # kind/name, within its guideline set
    title: str
    body: tuple[Block, ...]
    weighs: str
    theme: str
    sources: tuple[str, ...]
    reviewed: dt.date
    when: Rule | None = None  # surely holds -> "applies"; None: it can never apply
    may: Rule | None = None  # the text leaves it open -> "may apply"
    urgent: bool = False
    review_every: int = 0  # days; 0: as its guideline set says
    picture: str = ""
    path: str = ""
    audio: Mapping[str, Recording] = field(default_factory=dict, hash=False)

    @property
    def read_only(self) -> bool:
        """A fixed text without a rule: never asked about, never in a result."""
        return self.when is None and self.may is None


@dataclass(frozen=True)
class ReviewRoute:
    """One way to ask for a review. It never applies: it may be worth asking a lawyer about."""

    id: str
    title: str
    summary: str
    state: str  # one sentence: its state today and since when
    body: tuple[Block, ...]
    sources: tuple[str, ...]
    reviewed: dt.date
    may: Rule
    picture: str = ""
    path: str = ""
    audio: Mapping[str, Recording] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Misunderstanding:
    """A wrong idea that people have, and the truth."""

    id: str
    idea: str
    truth: str
    beside: tuple[str, ...]  # the findings it belongs to: set/kind/name
    sources: tuple[str, ...]
    reviewed: dt.date
    picture: str = ""


@dataclass(frozen=True)
class GlossaryTerm:
    """A word that readers meet on paper, explained where it first stands in a text."""

    id: str
    term: str
    words: tuple[str, ...]  # the English spellings that are linked
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class HistoryEntry:
    """Something that happened, on a day or within a span of days."""

    id: str
    first: dt.date
    last: dt.date
    title: str
    text: str
    sources: tuple[str, ...]
    guideline: str = ""


@dataclass(frozen=True)
class Change:
    """A change of the law that moved what this guide says."""

    id: str
    date: dt.date
    title: str
    text: str
    findings: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Event:
    """Something that happened to a guideline set, on a day or within a span of days."""

    kind: str  # signed | in-use | paused | back-in-use | ended | replaced
    first: dt.date
    last: dt.date
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Guideline:
    id: str
    title: str
    short: str
    summary: str
    status: str  # what a reader sees on the chip
    events: tuple[Event, ...]
    about: tuple[Block, ...]
    about_sources: tuple[str, ...]
    reviewed: dt.date
    review_every: int  # days after which a text must be checked again
    legal_review: str  # which lawyer reviewed it, and when; empty: none
    findings: tuple[Finding, ...]  # in the order of the page: danger first


@dataclass(frozen=True)
class Page:
    id: str
    title: str
    body: tuple[Block, ...]
    reviewed: dt.date
    sources: tuple[str, ...] = ()
    description: str = ""
    picture: str = ""
    path: str = ""
    audio: Mapping[str, Recording] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Language:
    code: str  # BCP 47
    iso639_3: str
    name: str  # its own name
    script: str
    direction: str  # ltr | rtl
    locale: str  # the Babel locale that formats dates
    plural: str  # the gettext Plural-Forms header
    review: str  # source | draft | reviewed
    scope: str  # whole | core: which texts must be translated before anybody sees the language
    translated_by: str = ""
    leave_to: str = ""  # where "Leave this site quickly" goes


@dataclass(frozen=True)
class Persona:
    """An invented person, what they chose, and what the guide must show: read by the tests."""

    id: str
    name: str
    basis: str
    answers: Answers
    expect: Mapping[str, Mapping[str, tuple[str, ...]]]  # guideline -> applies | may-apply | absent -> ids
    why: str
    title: str = ""  # what readers see of a public one; of any other, both are empty
    person: str = ""


@dataclass(frozen=True)
class Library:
    """All content, checked once on loading, in the order of the pages."""

    site: Site
    languages: Mapping[str, Language]
    sources: Mapping[str, Source]
    parts: tuple[Panel, ...]
    questions: tuple[Question, ...]
    guidelines: Mapping[str, Guideline]
    helpers: tuple[Provider, ...]
    states: Mapping[str, str]  # postal code -> name
    pages: Mapping[str, Page]
    scenarios: Mapping[str, Persona]
    reviews: Mapping[str, ReviewRoute]
    misunderstandings: tuple[Misunderstanding, ...]
    glossary: tuple[GlossaryTerm, ...]
    glossary_reviewed: dt.date
    history: tuple[HistoryEntry, ...]  # by first day
    history_reviewed: dt.date
    changes: tuple[Change, ...]  # newest first
    changes_reviewed: dt.date
    terms: WordLists  # read by `guide check`
    places: Places  # where each text stands, for `guide check`
    pictures: Mapping[str, Figure]
    partners: Mapping[str, Partner]

    @property
    def helper_files(self) -> dict[str, Provider]:
        """Every help entry by its file, those of partners too: all of them must be true and fresh."""
        files = {f"content/help/{helper.id}.yaml": helper for helper in self.helpers}
        for partner in self.partners.values():
            files |= {f"content/partners/{partner.id}/{helper.id}.yaml": helper for helper in partner.own}
        return files

    def question(self, id: str) -> Question:
        return next(question for question in self.questions if question.id == id)
