"""Law with dates. Fails closed: where nobody knows, the answer is "not known", never the last known rule."""

from __future__ import annotations

import datetime as dt

from guide.model.content import Guideline

IN_USE = "in-use"
NOT_IN_USE = "not-in-use"
PAUSED = "paused"
NOT_KNOWN = "not-known"

SAYS = {
    "signed": NOT_IN_USE,
    "in-use": IN_USE,
    "paused": PAUSED,
    "back-in-use": IN_USE,
    "ended": NOT_IN_USE,
    "replaced": NOT_IN_USE,
}
OVER = ("ended", "replaced")


def status_on(guideline: Guideline, date: dt.date, checked_through: dt.date) -> str:
    """Whether a guideline set was in use on a day: in-use, not-in-use, paused or not-known.

    Inside the span of an event nobody knows whether it had happened yet. After the day through which
    the facts were checked, only a set that has ended keeps its status.
    """
    if any(event.first <= date < event.last for event in guideline.events):
        return NOT_KNOWN
    happened = [event for event in guideline.events if event.last <= date]
    if not happened:
        return NOT_IN_USE
    # Of two events on one day, the one that is written later came later.
    latest = sorted(happened, key=lambda event: event.last)[-1]
    if date > checked_through and latest.kind not in OVER:
        return NOT_KNOWN
    return SAYS[latest.kind]
