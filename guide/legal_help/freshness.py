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
from itertools import groupby

from guide.model.content import Block, Finding, Library, Page
from guide.model.overdue import is_overdue
from guide.model.provider import BY_STATE, TAKES_NONE, Contact, Provider

FOLDED_AFTER = dt.timedelta(days=365)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")

FRESH = "fresh"
STALE = "stale"
OLD = "old"
STALE_AFTER = dt.timedelta(days=90)
OLD_AFTER = dt.timedelta(days=180)
# A wrong number costs a call; no number can cost more, for people in detention, in danger, or before a hearing.
NUMBER_STAYS = frozenset({"held", "crisis", "court"})


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
    warnings, every = guideline.findings, guideline.review_every
    past = sum(is_overdue(each.reviewed, each.review_every or every, today) for each in warnings)
    if past * 2 <= len(warnings):
        return Age()
    since = max(each.reviewed for each in warnings)
    return Age(since, today - since > FOLDED_AFTER)


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
    library: Library, texts: Iterable[Page | Finding], helpers: Iterable[Provider], today: dt.date
) -> dt.date | None:
    """Return the oldest check date of the overdue texts among these pages, today's warnings and providers.

    None: none of them is overdue. Providers without a known date do not count: they have their own note.
    """

    def every(text: Page | Finding) -> int:
        if isinstance(text, Page):
            return library.site.review_every
        return text.review_every or library.current_law.review_every

    late = [text.reviewed for text in texts if is_overdue(text.reviewed, every(text), today)]
    days = [seen(helper) for helper in helpers if freshness(helper, today) != FRESH]
    return min([*late, *(day for day in days if day)], default=None)


def seen(helper: Provider) -> dt.date | None:
    """Return the date of the newest evidence, or None if none has a date. A month means its last day."""
    return max((each.date for each in helper.evidence if each.date), default=None)


def quoted(helper: Provider, channel: Contact) -> dt.date | None:
    """Return the date of a contact: of its numbers and addresses, the oldest date.

    The date of a web page is that of the newest evidence. None: no dated evidence quotes it.
    """
    if not channel.reaches:
        return seen(helper)
    days = [
        max((each.date for each in helper.evidence if each.date and each.holds(reach)), default=None)
        for reach in channel.reaches
    ]
    return min(day for day in days if day) if all(days) else None


def vouched(helper: Provider) -> dt.date | None:
    """Return the oldest verification date in the entry: all of it was seen on or after this date. None: not known."""
    days = [seen(helper), *(quoted(helper, channel) for channel in helper.channels)]
    return min(day for day in days if day) if all(days) else None


def verify_after(helper: Provider) -> dt.date | None:
    """Return the last date on which nothing in the entry is stale; None: some evidence has no date."""
    day = vouched(helper)
    return day + STALE_AFTER if day else None


def freshness(helper: Provider, today: dt.date, channel: Contact | None = None) -> str:
    """Return fresh, stale (over 90 days) or old (over 180 days, or unknown), for a provider or one of its contacts."""
    day = quoted(helper, channel) if channel else seen(helper)
    if day is None or today - day > OLD_AFTER:
        return OLD
    return STALE if today - day > STALE_AFTER else FRESH


def number_stays(helper: Provider) -> bool:
    """Whether its number is shown at any age: a family in its state may have no other."""
    return helper.section in NUMBER_STAYS or (helper.section == BY_STATE and helper.held != TAKES_NONE)


def shows(helper: Provider, channel: Contact, today: dt.date) -> bool:
    """Whether a contact may still be shown; links always are."""
    return channel.type == "web" or number_stays(helper) or freshness(helper, today, channel) != OLD
