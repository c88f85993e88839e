"""How old the evidence of a help entry is, and what may still be shown of it.

An entry counts from its newest evidence. A number, a code or a mail address counts from the newest
evidence that quotes it: that somebody saw the website last week says nothing about the phone. The whole
entry must be looked at again as soon as the oldest of these days is 90 days past.
"""

from __future__ import annotations

import datetime as dt

from guide.helpers import BY_STATE, TAKES_NONE, Channel, Helper

FRESH = "fresh"
STALE = "stale"
OLD = "old"
STALE_AFTER = dt.timedelta(days=90)
OLD_AFTER = dt.timedelta(days=180)
# A wrong number costs a call; no number at all can cost more, for people in detention, in danger, or before a hearing.
NUMBER_STAYS = frozenset({"held", "crisis", "court"})


def seen(helper: Helper) -> dt.date | None:
    """The day of the newest evidence, or None where none has a date. A month counts from its last day."""
    return max((each.date for each in helper.evidence if each.date), default=None)


def quoted(helper: Helper, channel: Channel) -> dt.date | None:
    """The day from which a way to reach a helper counts: of all that it holds, what was seen longest ago.

    A web page counts from the newest evidence. None: no evidence with a date quotes it.
    """
    if not channel.reaches:
        return seen(helper)
    days = [
        max((each.date for each in helper.evidence if each.date and each.holds(reach)), default=None)
        for reach in channel.reaches
    ]
    return min(day for day in days if day) if all(days) else None


def vouched(helper: Helper) -> dt.date | None:
    """The day through which everything in an entry was seen: what it has been longest since somebody saw."""
    days = [seen(helper), *(quoted(helper, channel) for channel in helper.channels)]
    return min(day for day in days if day) if all(days) else None


def verify_after(helper: Helper) -> dt.date | None:
    """The last day on which nothing in an entry is stale; None: something in it never had a day."""
    day = vouched(helper)
    return day + STALE_AFTER if day else None


def freshness(helper: Helper, today: dt.date, channel: Channel | None = None) -> str:
    """fresh, stale (past 90 days) or old (past 180 days, or nobody knows) of an entry, or of one of its channels."""
    day = quoted(helper, channel) if channel else seen(helper)
    if day is None or today - day > OLD_AFTER:
        return OLD
    return STALE if today - day > STALE_AFTER else FRESH


def number_stays(helper: Helper) -> bool:
    """Whether its number is shown however old it is: a family in its state may have no other."""
    return helper.section in NUMBER_STAYS or (helper.section == BY_STATE and helper.held != TAKES_NONE)


def shows(helper: Helper, channel: Channel, today: dt.date) -> bool:
    """Whether a way to reach a helper may still be shown; links always are."""
    return channel.type == "web" or number_stays(helper) or freshness(helper, today, channel) != OLD
