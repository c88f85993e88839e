"""The data model of legal services providers: whom they serve, where, how to contact them, and the evidence.

It follows Open Referral HSDS 3.0, so that `legal_help.hsds` can export it. Unknown values are omitted or `unknown`,
which never means no.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from guide.model.placed import Entry, Label, Paragraph, Placed

YES, NO, UNKNOWN = "yes", "no", "unknown"
US_GOVERNMENT = "us-government"
FOREIGN_GOVERNMENT = "foreign-government"
NATIONAL = "national"
COUNTY_OFFICE = "public-defender"
# The section of groups that help in some states only; its page has a list for each state.
BY_STATE = "state"
# Whether a group takes people who are held, and the matching values of `Serves`.
TAKES, ASK_FIRST, TAKES_NONE = "takes", "asks", "no"
HELD = {TAKES: YES, ASK_FIRST: UNKNOWN, TAKES_NONE: NO}
# The known codes of Stanford's LIST taxonomy, with their names.
LIST_CODES = {"IM-00-00-00-00": "Immigration", "IM-01-00-00-00": "Deportation or removal"}
TOLL_FREE = frozenset({"800", "833", "844", "855", "866", "877", "888"})
BETWEEN = r"[\s().-]*"  # separators between the digits of a phone number
WHOLE_NUMBER = re.compile(rf"\d{{3}}{BETWEEN}\d{{3}}{BETWEEN}\d{{4}}")


@dataclass(frozen=True)
class ServiceArea:
    """A US state, or an immigration court and its state."""

    state: str  # postal code
    court: str = ""  # empty: the whole state


@dataclass(frozen=True)
class Serves:
    """Whom a provider takes; each value is yes, no or unknown."""

    detained: str = UNKNOWN
    non_detained: str = UNKNOWN
    children_only: str = UNKNOWN
    income_test: str = UNKNOWN  # only people with a low income
    status_test: str = UNKNOWN  # only people with some kinds of immigration status


@dataclass(frozen=True)
class SpokenLanguage:
    """A language in which a provider works."""

    code: str  # BCP 47
    iso639_3: str
    mode: str = UNKNOWN  # staff | interpreter | unknown
    name: str = ""  # in the language itself, if CLDR has no name


@dataclass(frozen=True)
class Hours(Placed):
    """Opening days and hours. Only the text has the time zone."""

    days: tuple[str, ...]  # MO, TU, ... as in RFC 5545
    words: Label
    opens: str = ""  # HH:MM, there
    closes: str = ""


@dataclass(frozen=True)
class Contact(Placed):
    """One way to contact a provider: a web page, a phone number or an email address."""

    type: str  # web | phone | email
    url: str = ""
    lang: str = ""  # of the web page, if known
    number: str = ""  # E.164
    short: str = ""  # a short number for any phone
    from_detention: str = ""  # a code for phones in detention only
    address: str = ""
    audience: str = "public"
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

    kind: str  # first-party | government-list | secondary
    text: Paragraph  # its description for readers; empty: the page names it as the government's list of that date
    date: dt.date | None  # for a month or a year, its last day; None: no date
    issue: str = ""  # YYYY-MM or YYYY, if no exact date is known
    url: str = ""
    page: str = ""
    quotes: tuple[str, ...] = ()  # its phone numbers and addresses, verbatim
    seen_by: tuple[str, ...] = ()  # the initials of the people who checked the live page

    def holds(self, reach: str) -> bool:
        """Whether a quote contains this number, code or address, in any format."""
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
    order: int
    operator: str
    scope: str  # national | regional | state | court
    summary: Paragraph
    who: Paragraph
    languages_note: Label = field(default="", kw_only=True)
    careful: Paragraph = field(default="", kw_only=True)
    cost: str
    channels: tuple[Contact, ...]
    evidence: tuple[Evidence, ...]
    services: tuple[str, ...]  # LIST codes and own terms
    status: str = "active"  # as in HSDS
    areas: tuple[ServiceArea, ...] = ()  # the known areas; not complete for a national provider
    serves: Serves = field(default_factory=Serves)
    languages: tuple[SpokenLanguage, ...] = ()  # empty: not known
    logs: str = UNKNOWN  # whether it records visits or calls
    not_for: tuple[str, ...] = ()  # groups of people who must ask a lawyer first
    urgent: bool = False
    on_result: bool = False
    reviewed: dt.date | None = None  # the date of the last check of its sources without changes
    called: dt.date | None = None  # when an editor called the numbers; None: never
    official_list: bool = False  # the fallback of a section without other entries
    held: str = ""  # a key of HELD; empty: not applicable, as for a list or a crisis line
    grade: str = ""  # how many sources confirm the main number: a key of `grades` in site.yaml
    first_in: tuple[str, ...] = ()  # the states in which it comes first for a family of an arrested person
    beside: tuple[str, ...] = ()  # other sections that show a short form of it

    @property
    def states(self) -> tuple[str, ...]:
        """The states of its areas."""
        return tuple(dict.fromkeys(area.state for area in self.areas))

    @property
    def only_in(self) -> tuple[str, ...]:
        """The only states in which it helps; empty: it may help anywhere."""
        return () if self.scope == NATIONAL else self.states

    @property
    def may_serve(self) -> tuple[str, ...]:
        """The groups that it may take (not a certain no): detained, not-detained."""
        kinds = {"detained": self.serves.detained, "not-detained": self.serves.non_detained}
        return tuple(kind for kind, answer in kinds.items() if answer != NO)

    @property
    def government_run(self) -> bool:
        return self.operator in (US_GOVERNMENT, FOREIGN_GOVERNMENT)

    @property
    def has_number(self) -> bool:
        return any(channel.type == "phone" for channel in self.channels)

    @property
    def two_people_looked(self) -> bool:
        """Whether two people checked the same page of the provider."""
        return any(each.kind == "first-party" and len(set(each.seen_by)) > 1 for each in self.evidence)


def in_state(helpers: Iterable[Provider], state: str) -> list[Provider]:
    """Return the providers with an area in a state, sorted for a family of an arrested person.

    First the one that the facts put first, then those that take people who are held, those to ask, and those that
    take none; a county office comes after the other groups of its kind. Otherwise the order does not change.
    """
    found = [helper for helper in helpers if state in helper.states]
    return sorted(found, key=lambda helper: _place(helper, state))


def _place(helper: Provider, state: str) -> tuple[bool, int, bool]:
    rank = list(HELD).index(helper.held or TAKES_NONE)
    return state not in helper.first_in, rank, helper.operator == COUNTY_OFFICE
