"""When a text must be checked again."""

from __future__ import annotations

import datetime as dt


def is_overdue(reviewed: dt.date, review_every: int, today: dt.date) -> bool:
    """Whether a text that was checked on a day must be checked again by now."""
    return today > reviewed + dt.timedelta(days=review_every)
