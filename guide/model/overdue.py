"""When the next check of a text is due."""

from __future__ import annotations

import datetime as dt


def is_overdue(last_checked: dt.date, check_every_days: int, today: dt.date) -> bool:
    """Whether a text that was checked on `reviewed` is due for a check on `today`, after `review_every` days."""
    return (today - last_checked).days > check_every_days
