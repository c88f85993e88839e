"""When a text must be checked again."""

from __future__ import annotations

import datetime as dt


def is_overdue(last_checked: dt.date, check_every_days: int, today: dt.date) -> bool:
    """Whether a text that was checked on a day must be checked again by now."""
    return today > last_checked + dt.timedelta(days=check_every_days)
