"""One piece of evidence of a help entry: where somebody saw what it says, and when."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from babel.dates import format_date

from guide.loader.yaml_reader import StrictMapping
from guide.model.provider import Evidence, EvidenceKind

FROM_ITS_PAGE = (EvidenceKind.FIRST_PARTY, EvidenceKind.GOVERNMENT_LIST)  # evidence that always has an address
ISSUE = re.compile(r"(20\d{2})(?:-(0[1-9]|1[0-2]))?")
INITIALS = re.compile(r"[a-z]{2,3}")


def evidence(entry: StrictMapping) -> Evidence:
    """Reads one piece. The text of a dated list of the government may be left to the page."""
    kind = entry.one_of("kind", EvidenceKind)
    issue = entry.matching("issue", ISSUE, "write YYYY-MM, or YYYY")
    seen_on = entry.date("seen-on") if "seen-on" in entry else None
    if seen_on and issue:
        entry.add("issue", "two-dates", "this has two dates", "keep `seen-on`, or `issue` where that is all it says")
    date = seen_on or _last_day(issue)
    text = entry.text("text", "") if kind == EvidenceKind.GOVERNMENT_LIST and date else entry.text("text")
    said = _in_words(date, issue)
    if text and date not in (None, dt.date.min) and said not in text:
        entry.add("text", "other-date", f"the text does not say {said}", "say the date that the evidence has")
    if kind in FROM_ITS_PAGE:
        entry.need("url")
    found = Evidence(
        kind=kind,
        text=text,
        date=date,
        issue=issue,
        url=entry.link("url"),
        page=entry.text("page", ""),
        quotes=entry.texts("quote", ()),
        seen_by=_initials(entry, seen_on),
    )
    return entry.place(found)


def _initials(entry: StrictMapping, seen_on: dt.date | None) -> tuple[str, ...]:
    """Initials, never a name: the people who looked at the live page, on a day."""
    initials = entry.texts("seen-by", ())
    for each in initials:
        if not INITIALS.fullmatch(each):
            entry.add("seen-by", "not-initials", f"`{each}` are not initials", "write two or three small letters")
    if initials and not seen_on:
        entry.add("seen-by", "no-day", "`seen-by` has no day", "add `seen-on:`, the day of the later one")
    return initials


def _last_day(issue: str) -> dt.date | None:
    found = ISSUE.fullmatch(issue)
    if not found:
        return None
    year, month = int(found[1]), int(found[2] or 12)
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _in_words(date: dt.date | None, issue: str) -> str:
    if date is None or len(issue) == len("YYYY"):
        return issue
    return format_date(date, "MMMM y" if issue else "MMMM d, y", locale="en_US")
