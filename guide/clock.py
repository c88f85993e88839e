"""The machine's clock: the only place that reads it. Whatever depends on the day is told the day."""

from __future__ import annotations

import datetime as dt


def now() -> dt.datetime:
    """The time it is now, in UTC."""
    return dt.datetime.now(dt.UTC)


def today() -> dt.date:
    """The day it is now, in UTC: in the USA it may still be the day before."""
    return now().date()
