"""How old the evidence of a help entry is, and what may still be shown of it."""

from __future__ import annotations

import datetime as dt

from guide.model import Helper

FRESH = "fresh"
STALE = "stale"
OLD = "old"
STALE_AFTER = dt.timedelta(days=90)
OLD_AFTER = dt.timedelta(days=180)
# A wrong number costs a call; no number at all can cost more, for people in detention, in danger, or before a hearing.
NUMBER_STAYS = frozenset({"held", "crisis", "court"})


def freshness(helper: Helper, today: dt.date) -> str:
    """fresh, stale (past 90 days) or old (past 180 days, or nobody knows). A month counts from its last day."""
    if helper.evidence_date is None or today - helper.evidence_date > OLD_AFTER:
        return OLD
    return STALE if today - helper.evidence_date > STALE_AFTER else FRESH


def shows_numbers(helper: Helper, today: dt.date) -> bool:
    """Whether phone numbers and mail addresses may still be shown; links always are."""
    return freshness(helper, today) != OLD or helper.section in NUMBER_STAYS
