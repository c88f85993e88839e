"""The data model of legal services providers: whom they serve, where, how to contact them, and the evidence.

It follows Open Referral HSDS 3.0, so that `legal_help.hsds` can export it. Unknown values are omitted or `unknown`,
which never means no.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, TypeAlias

from guide.model.placed import Entry, Label, Paragraph, Placed

US_GOVERNMENT = "us-government"
FOREIGN_GOVERNMENT = "foreign-government"
COUNTY_OFFICE = "public-defender"
NOT_CHECKED = "not-checked"
# The codes that we know of Stanford's LIST taxonomy, with their names there.
LIST_CODES = {"IM-00-00-00-00": "Immigration", "IM-01-00-00-00": "Deportation or removal"}
UNKNOWN_COST = "unknown"
CRISIS_LINE, DIRECTORY = "crisis-line", "directory"
TOLL_FREE = frozenset({"800", "833", "844", "855", "866", "877", "888"})
BETWEEN = r"[\s().-]*"  # separators between the digits of a phone number
WHOLE_NUMBER = re.compile(rf"\d{{3}}{BETWEEN}\d{{3}}{BETWEEN}\d{{4}}")
HsdsStatus: TypeAlias = Literal["active", "inactive", "defunct", "temporarily closed"]


class YesNoUnknown(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Held(StrEnum):
    """Whether a group takes people who are held. The members stand in the order of the list of a state."""

    TAKES = "takes"
    ASK_FIRST = "asks"
    TAKES_NONE = "no"

    @property
    def detained(self) -> YesNoUnknown:
        """What it says in the words of `Serves`."""
        answers = {Held.TAKES: YesNoUnknown.YES, Held.ASK_FIRST: YesNoUnknown.UNKNOWN, Held.TAKES_NONE: YesNoUnknown.NO}
        return answers[self]


class Scope(StrEnum):
    """How far a provider's help goes."""

    NATIONAL = "national"
    REGIONAL = "regional"
    STATE = "state"
    COURT = "court"


class Mode(StrEnum):
    """How a provider speaks a language."""

    STAFF = "staff"
    INTERPRETER = "interpreter"
    UNKNOWN = "unknown"


class ContactType(StrEnum):
    WEB = "web"
    PHONE = "phone"
    EMAIL = "email"


class Audience(StrEnum):
    """Who may use a way to reach a provider."""

    PUBLIC = "public"
    DETAINED = "detained"
    FAMILY = "family-of-detained"
    LAWYERS = "lawyers"


class EvidenceKind(StrEnum):
    FIRST_PARTY = "first-party"
    GOVERNMENT_LIST = "government-list"
    SECONDARY = "secondary"


@dataclass(frozen=True)
class ServiceArea:
    """A US state, or an immigration court and its state."""

    state: str  # postal code
    court: str = ""  # empty: the whole state


@dataclass(frozen=True)
class Serves:
    """Whom a provider takes: each yes, no or unknown."""

    detained: YesNoUnknown = YesNoUnknown.UNKNOWN
    non_detained: YesNoUnknown = YesNoUnknown.UNKNOWN
    children_only: YesNoUnknown = YesNoUnknown.UNKNOWN
    income_test: YesNoUnknown = YesNoUnknown.UNKNOWN  # only people with a low income
    status_test: YesNoUnknown = YesNoUnknown.UNKNOWN  # only people with some kinds of immigration status


@dataclass(frozen=True)
class SpokenLanguage:
    """A language in which a provider works."""

    code: str  # BCP 47
    iso639_3: str
    mode: Mode = Mode.UNKNOWN
    name: str = ""  # its own name, where CLDR knows none


@dataclass(frozen=True)
class Hours(Placed):
    """Opening days and hours. Only the text has the time zone."""

    days: tuple[str, ...]  # MO, TU, ... as in RFC 5545
    words: Label
    opens: str = ""  # HH:MM, there
    closes: str = ""


@dataclass(frozen=True)
class Contact(Placed):
    """One way to reach a provider: a web page, a phone or a mail address."""

    type: ContactType
    url: str = ""
    lang: str = ""  # of the web page, if known
    number: str = ""  # E.164
    short: str = ""  # a short number for any phone
    from_detention: str = ""  # a code for phones in detention only
    address: str = ""
    audience: Audience = Audience.PUBLIC
    condition: Label = ""
    hours: Hours | None = None

    @property
    def reaches(self) -> tuple[str, ...]:
        """The phone numbers, codes and email addresses, which evidence must quote; none for a web page."""
        return tuple(each for each in (self.number, self.short, self.from_detention, self.address) if each)

    @property
    def shown(self) -> str:
        """The phone number as displayed: 1-800-555-0100, (202) 555-0100, or the short number."""
        if not self.number:
            return self.short
        area, office, line = self.number[-10:-7], self.number[-7:-4], self.number[-4:]
        return f"1-{area}-{office}-{line}" if area in TOLL_FREE else f"({area}) {office}-{line}"


@dataclass(frozen=True)
class Evidence(Placed):
    """One source of the data of a provider, with its date."""

    kind: EvidenceKind
    text: Paragraph  # what a reader sees of it; empty: the page says that it is the government's list of that date
    date: dt.date | None  # a month or a year counts from its last day; None: it has no date
    issue: str = ""  # YYYY-MM or YYYY, where that is all it says
    url: str = ""
    page: str = ""
    quotes: tuple[str, ...] = ()  # its phone numbers and addresses, verbatim
    seen_by: tuple[str, ...] = ()  # the initials of the people who checked the live page

    def has_reach(self, reach: str) -> bool:
        """Whether a quote has this number, code or address, however the quote writes it."""
        quotes = self.quotes
        if "@" in reach:
            pattern = rf"(?<![\w.+-]){re.escape(reach)}(?![\w-])"
        elif reach.startswith("+1"):
            pattern = rf"(?<!\d)(?:\+?1{BETWEEN})?{BETWEEN.join(reach[2:])}(?!\d)"
        else:
            # The 565 of (312) 565-1370 is not a code.
            quotes = tuple(WHOLE_NUMBER.sub(" ", quote) for quote in quotes)
            pattern = rf"(?<!\d){re.escape(reach)}(?!\d)"
        return any(re.search(pattern, quote, re.IGNORECASE) for quote in quotes)


@dataclass(frozen=True)
class Provider(Entry):
    """A legal services provider, with everything that a reader must know before calling."""

    id: str
    name: str
    section: str
    by_state: bool = field(default=False, kw_only=True)  # its section has the role `by-state`
    keeps_old_numbers: bool = field(default=False, kw_only=True)  # as its section says
    order: int
    operator: str
    scope: Scope
    summary: Paragraph
    who: Paragraph
    languages_note: Label = field(default="", kw_only=True)
    careful: Paragraph = field(default="", kw_only=True)
    careful_folded: bool = field(default=False, kw_only=True)  # it need not be read before the first contact
    cost: str
    channels: tuple[Contact, ...]
    evidence: tuple[Evidence, ...]
    services: tuple[str, ...]  # LIST codes and words of our own
    status: HsdsStatus = "active"
    areas: tuple[ServiceArea, ...] = ()  # what we know of; of a national provider, not all there is
    serves: Serves = field(default_factory=Serves)
    languages: tuple[SpokenLanguage, ...] = ()  # none: not known
    logs: YesNoUnknown = YesNoUnknown.UNKNOWN  # whether it keeps a record of the visit or the call
    not_for: tuple[str, ...] = ()  # who must ask a lawyer first
    on_result: bool = False
    last_checked: dt.date | None = None  # when somebody looked at its sources again, and found nothing new
    called: dt.date | None = None  # when one of ours called the numbers; None: never
    official_list: bool = False  # what a section falls back to when it has no entry of its own
    held: Held | None = None  # None: the question does not fit, as for a list or a crisis line
    grade: str = ""  # how many sources show the main number: a key of `grades` in site.yaml
    first_in: tuple[str, ...] = ()  # the states in which it comes first for a family whose person was taken
    beside: tuple[str, ...] = ()  # the sections that show it in short, too

    @property
    def states(self) -> tuple[str, ...]:
        """The states of its areas."""
        return tuple(dict.fromkeys(area.state for area in self.areas))

    @property
    def only_in(self) -> tuple[str, ...]:
        """The states outside of which it surely does not help; none: it may help anywhere."""
        return () if self.scope == Scope.NATIONAL else self.states

    @property
    def may_serve(self) -> tuple[str, ...]:
        """The groups that it may take (not a certain no): detained, not-detained."""
        kinds = {"detained": self.serves.detained, "not-detained": self.serves.non_detained}
        return tuple(kind for kind, answer in kinds.items() if answer != YesNoUnknown.NO)

    @property
    def surely_serves(self) -> tuple[str, ...]:
        """The groups that it takes (a certain yes): detained, not-detained."""
        kinds = {"detained": self.serves.detained, "not-detained": self.serves.non_detained}
        return tuple(kind for kind, answer in kinds.items() if answer == YesNoUnknown.YES)

    @property
    def operator_known(self) -> bool:
        return self.operator != NOT_CHECKED

    @property
    def government_run(self) -> bool:
        return self.operator in (US_GOVERNMENT, FOREIGN_GOVERNMENT)

    @property
    def tells_cost(self) -> bool:
        """Whether its cost is worth a line: nobody in a crisis is told to ask what an unknown cost is."""
        return self.cost != UNKNOWN_COST or not {CRISIS_LINE, DIRECTORY}.intersection(self.services)

    @property
    def has_number(self) -> bool:
        return any(channel.type == ContactType.PHONE for channel in self.channels)

    @property
    def two_people_looked(self) -> bool:
        """Whether two people saw one and the same page of its own."""
        return any(each.kind == EvidenceKind.FIRST_PARTY and len(set(each.seen_by)) > 1 for each in self.evidence)


def in_state(providers: Iterable[Provider], state: str) -> list[Provider]:
    """The providers with an area in a state, as a family whose person was taken needs them.

    First the one that the facts put first, then those that take people who are held, those to ask, and those that
    take none; a county office comes after the other groups of its kind. Otherwise the order does not change.
    """
    found = [provider for provider in providers if state in provider.states]
    return sorted(found, key=lambda provider: _place(provider, state))


def _place(provider: Provider, state: str) -> tuple[bool, int, bool]:
    rank = list(Held).index(provider.held or Held.TAKES_NONE)
    return state not in provider.first_in, rank, provider.operator == COUNTY_OFFICE
