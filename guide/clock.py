"""The only module that reads the system clock. All other code gets the date as an argument."""

from __future__ import annotations

import datetime as dt


def now() -> dt.datetime:
    """Return the current time in UTC."""
    return dt.datetime.now(dt.UTC)


def today() -> dt.date:
    """Return the current date in UTC: in the USA it may still be the day before."""
    return now().date()
