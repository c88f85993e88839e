"""How old the guide is as a whole, how old the evidence of a help entry is, and what may still be shown.

The guide as a whole is unchecked once more than half of today's warnings are past their day: then one note stands on
top of each page instead of one beside each text, and a year later dated facts are folded while the steps stay.

An entry counts from its newest evidence. A number, a code or a mail address counts from the newest
evidence that quotes it: that somebody saw the website last week says nothing about the phone. The whole
entry must be looked at again as soon as the oldest of these days is 90 days past.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from guide.model.content import Block, Finding, Library, Page
from guide.model.overdue import is_overdue
from guide.model.provider import Contact, ContactType, Held, Provider

FOLDED_AFTER = dt.timedelta(days=365)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")

STALE_AFTER = dt.timedelta(days=90)
OLD_AFTER = dt.timedelta(days=180)


class Freshness(StrEnum):
    """How old the evidence of a help entry, or of one of its channels, is."""

    FRESH = "fresh"
    STALE = "stale"  # past 90 days
    OLD = "old"  # past 180 days, or nobody knows


@dataclass(frozen=True)
class Age:
    """How the age of the guide as a whole is told on one day."""

    since: dt.date | None = None  # nobody has checked it since; None: each text past its day says so itself
    folds: bool = False  # dated facts are folded away; the steps stay


def age(library: Library, today: dt.date) -> Age:
    """How old the guide is as a whole on this day.

    It counts from the newest day on which one of today's warnings was checked: of no later day, and of no earlier
    one, is it true that nobody has checked any of them since. A day before all of the content gives no age.
    """
    if not library.has_current_law:
        return Age()
    guideline = library.current_law
    warnings, every = guideline.findings, guideline.check_every_days
    past = sum(is_overdue(each.last_checked, each.check_every_days or every, today) for each in warnings)
    if past * 2 <= len(warnings):
        return Age()
    since = max(each.last_checked for each in warnings)
    return Age(since, today - since > FOLDED_AFTER)


@dataclass(frozen=True)
class Run:
    """Neighbouring blocks of a text that are shown, or folded, together."""

    dated: bool
    blocks: tuple[Block, ...]


def runs(blocks: Iterable[Block]) -> tuple[Run, ...]:
    """A text as runs of steps and of dated facts, in its order.

    The first paragraph, and the first one under each heading, says the danger and what to do about it: it stays, as
    lists do. Any other paragraph that names a year is a dated fact, and so is a list that such a paragraph opens.
    """
    marked, lead, opened = [], True, False
    for block in blocks:
        if block.kind == "p":
            dated = not lead and bool(YEAR.search(block.text))
            lead, opened = False, dated and block.text.endswith(":")
        else:
            lead, opened = lead or block.kind.startswith("h"), opened and not block.kind.startswith("h")
            dated = opened
        marked.append((dated, block))
    return tuple(Run(dated, tuple(block for _, block in run)) for dated, run in groupby(marked, lambda each: each[0]))


def oldest_past_its_day(
    library: Library, texts: Iterable[Page | Finding], providers: Iterable[Provider], today: dt.date
) -> dt.date | None:
    """The day since which nobody has checked some of these pages, warnings of today and help entries.

    None: none of them is past its day. Help entries without a known day do not count: those say so themselves.
    """

    def every(text: Page | Finding) -> int:
        if isinstance(text, Page):
            return library.site.check_every_days
        return text.check_every_days or library.current_law.check_every_days

    late = [text.last_checked for text in texts if is_overdue(text.last_checked, every(text), today)]
    days = [seen(provider) for provider in providers if freshness(provider, today) != Freshness.FRESH]
    return min([*late, *(day for day in days if day)], default=None)


def seen(provider: Provider) -> dt.date | None:
    """The day of the newest evidence, or None where none has a date. A month counts from its last day."""
    return max((each.date for each in provider.evidence if each.date), default=None)


def quoted(provider: Provider, channel: Contact) -> dt.date | None:
    """The day from which a way to reach a provider counts: of all that it holds, what was seen longest ago.

    A web page counts from the newest evidence. None: no evidence with a date quotes it.
    """
    if not channel.reaches:
        return seen(provider)
    days = [
        max((each.date for each in provider.evidence if each.date and each.has_reach(reach)), default=None)
        for reach in channel.reaches
    ]
    return min(day for day in days if day) if all(days) else None


def vouched(provider: Provider) -> dt.date | None:
    """The day through which everything in an entry was seen: what it has been longest since somebody saw."""
    days = [seen(provider), *(quoted(provider, channel) for channel in provider.channels)]
    return min(day for day in days if day) if all(days) else None


def verify_after(provider: Provider) -> dt.date | None:
    """The last day on which nothing in an entry is stale; None: something in it never had a day."""
    day = vouched(provider)
    return day + STALE_AFTER if day else None


def freshness(provider: Provider, today: dt.date, channel: Contact | None = None) -> Freshness:
    """The freshness of an entry, or of one of its channels."""
    day = quoted(provider, channel) if channel else seen(provider)
    if day is None or today - day > OLD_AFTER:
        return Freshness.OLD
    return Freshness.STALE if today - day > STALE_AFTER else Freshness.FRESH


def number_stays(provider: Provider) -> bool:
    """Whether its number is shown however old it is: as its section says, or as the only one of a state."""
    return provider.keeps_old_numbers or (provider.by_state and provider.held != Held.TAKES_NONE)


def shows(provider: Provider, channel: Contact, today: dt.date) -> bool:
    """Whether a way to reach a provider may still be shown; links always are."""
    return (
        channel.type == ContactType.WEB
        or number_stays(provider)
        or freshness(provider, today, channel) != Freshness.OLD
    )
