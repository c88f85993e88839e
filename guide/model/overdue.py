"""When the next check of a text is due."""

from __future__ import annotations

import datetime as dt


def is_overdue(reviewed: dt.date, review_every: int, today: dt.date) -> bool:
    """Whether a text that was checked on `reviewed` is due for a check on `today`, after `review_every` days."""
    return today > reviewed + dt.timedelta(days=review_every)
