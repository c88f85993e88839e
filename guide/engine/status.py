"""The status of a guideline set on a date. Fails closed: without facts the status is "not known"."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from guide.model.content import EventKind, Guideline


class LawStatus(StrEnum):
    """Whether a guideline set is in use."""

    IN_USE = "in-use"
    NOT_IN_USE = "not-in-use"
    PAUSED = "paused"
    NOT_KNOWN = "not-known"


STATUS_AFTER: dict[EventKind, LawStatus] = {
    "signed": LawStatus.NOT_IN_USE,
    "in-use": LawStatus.IN_USE,
    "paused": LawStatus.PAUSED,
    "back-in-use": LawStatus.IN_USE,
    "ended": LawStatus.NOT_IN_USE,
    "replaced": LawStatus.NOT_IN_USE,
}
OVER = ("ended", "replaced")


def status_on(guideline: Guideline, date: dt.date, checked_through: dt.date) -> LawStatus:
    """Whether a guideline set was in use on a day.

    Within the span of an event it is not known whether the event has happened yet. After `checked_through`,
    the last date of the facts, only a set that has ended keeps its status.
    """
    if any(event.first <= date < event.last for event in guideline.events):
        return LawStatus.NOT_KNOWN
    happened = [event for event in guideline.events if event.last <= date]
    if not happened:
        return LawStatus.NOT_IN_USE
    # Of two events on one day, the one that is written later came later.
    latest = sorted(happened, key=lambda event: event.last)[-1]
    if date > checked_through and latest.kind not in OVER:
        return LawStatus.NOT_KNOWN
    return STATUS_AFTER[latest.kind]
