"""The changes of the law and of our texts, newest first: one source for the page and for the feed."""

from __future__ import annotations

import datetime as dt
from itertools import groupby

from guide.model.content import Library
from guide.model.lists import Change


def newest_first(library: Library) -> tuple[Change, ...]:
    """Return every change, newest first."""
    return tuple(sorted(library.changes, key=lambda change: change.date, reverse=True))


def by_day(library: Library) -> list[tuple[dt.date, tuple[Change, ...]]]:
    """Return each day with its changes, newest first."""
    return [(day, tuple(of)) for day, of in groupby(newest_first(library), key=lambda change: change.date)]


def since_path(library: Library) -> str:
    """Return the page name of what changed since the newest change of today.

    The day is one that stays on the page: a day without a change has no place there.
    """
    newest = next(iter(newest_first(library)), None)
    return f"changes#{newest.date.isoformat()}" if newest else "changes"
