"""The age of the whole guide, the age of the evidence of a provider, and what may still be shown.

The whole guide is overdue once more than half of today's warnings are overdue: then each page has one note at the top
instead of one beside each text. A year later dated facts are collapsed, and only the steps stay open.

The date of a provider is that of its newest evidence. The date of a phone number, code or email address is that of
the newest evidence that quotes it: a visit to the website last week does not confirm the phone number. A provider is
due for a check 90 days after the oldest of these dates.
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
    """The age of the whole guide on one date."""

    since: dt.date | None = (
        None  # date of the last check; None: only single texts are overdue, and each has its own note
    )
    folds: bool = False  # dated facts are collapsed; the steps stay open


def age(library: Library, today: dt.date) -> Age:
    """Return the age of the whole guide on `today`.

    `since` is the date of the newest check of any of today's warnings: only of this date is it true that none of
    them was checked since. If `today` is before all of the content, there is no age.
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


def expires(library: Library) -> dt.date | None:
    """Return the last day on which a copy of the guide is not overdue, by the rule of `age`; None: it never is."""
    if not library.has_current_law:
        return None
    guideline = library.current_law
    every = guideline.check_every_days
    due = sorted(each.last_checked + dt.timedelta(days=each.check_every_days or every) for each in guideline.findings)
    return due[len(due) // 2]


@dataclass(frozen=True)
class Run:
    """Adjacent blocks of a text that are open or collapsed together."""

    dated: bool
    blocks: tuple[Block, ...]


def runs(blocks: Iterable[Block]) -> tuple[Run, ...]:
    """Split a text into runs of steps and runs of dated facts, in order.

    The first paragraph, and the first one under each heading, states the danger and what to do: it stays open, like
    lists. Any other paragraph with a year is a dated fact, and so is a list that follows such a paragraph.
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
    """Return the oldest check date of the overdue texts among these pages, today's warnings and providers.

    None: none of them is overdue. Providers without a known date do not count: they have their own note.
    """

    def every(text: Page | Finding) -> int:
        if isinstance(text, Page):
            return library.site.check_every_days
        return text.check_every_days or library.current_law.check_every_days

    late = [text.last_checked for text in texts if is_overdue(text.last_checked, every(text), today)]
    days = [seen(provider) for provider in providers if freshness(provider, today) != Freshness.FRESH]
    return min([*late, *(day for day in days if day)], default=None)


def seen(provider: Provider) -> dt.date | None:
    """Return the date of the newest evidence, or None if none has a date. A month means its last day."""
    return max((each.date for each in provider.evidence if each.date), default=None)


def quoted(provider: Provider, channel: Contact) -> dt.date | None:
    """The day from which a way to reach a provider counts: of all that it holds, what was seen longest ago.

    The date of a web page is that of the newest evidence. None: no dated evidence quotes it.
    """
    if not channel.reaches:
        return seen(provider)
    days = [
        max((each.date for each in provider.evidence if each.date and each.has_reach(reach)), default=None)
        for reach in channel.reaches
    ]
    return min(day for day in days if day) if all(days) else None


def vouched(provider: Provider) -> dt.date | None:
    """Return the oldest verification date in the entry: all of it was seen on or after this date. None: not known."""
    days = [seen(provider), *(quoted(provider, channel) for channel in provider.channels)]
    return min(day for day in days if day) if all(days) else None


def verify_after(provider: Provider) -> dt.date | None:
    """Return the last date on which nothing in the entry is stale; None: some evidence has no date."""
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
