"""What the sources of a text can support."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Mapping

from guide.model.content import Source, SourceStrength


def only_private(sources: Mapping[str, Source], ids: Iterable[str]) -> bool:
    """Whether a text cites private collections only: then the site says that its sources are weak."""
    cited = [sources[id] for id in ids]
    return bool(cited) and all(source.strength == SourceStrength.PRIVATE for source in cited)


def newest(sources: Mapping[str, Source], ids: Iterable[str]) -> dt.date | None:
    """Return the date of the newest source, or None if none has a date. A month or year means its last day."""
    return max((_last_day(sources[id].date) for id in ids if sources[id].date), default=None)


def _last_day(date: str) -> dt.date:
    """Return the last day of YYYY, YYYY-MM or YYYY-MM-DD; the loader allows no other format."""
    known = [int(part) for part in date.split("-")]
    year, month = (*known, 12)[:2]
    return dt.date(year, month, known[2] if len(known) > 2 else calendar.monthrange(year, month)[1])
