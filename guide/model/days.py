"""Dates as people write them: YYYY-MM-DD and nothing else."""

from __future__ import annotations

import datetime as dt
import re

CALENDAR_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.A)


def calendar_day(text: str) -> dt.date:
    """Return the date that a text names. Raises ValueError for another form, such as 20260101 or 2026-W01-4."""
    if not CALENDAR_DAY.fullmatch(text):
        raise ValueError(text)
    return dt.date.fromisoformat(text)
