"""Reads one piece of evidence of a provider: where its data was seen, and when."""

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
    """Read one piece of evidence. A dated government list may omit `text`: the page writes a standard one."""
    kind = entry.one_of("kind", EvidenceKind)
    issue = entry.matching("issue", ISSUE, "write YYYY-MM, or YYYY")
    seen_on = entry.date("seen-on") if "seen-on" in entry else None
    if seen_on and issue:
        entry.add(
            "issue", "two-dates", "both `seen-on` and `issue`", "keep `seen-on`, or `issue` if no exact date is known"
        )
    date = seen_on or _last_day(issue)
    text = entry.text("text", "") if kind == EvidenceKind.GOVERNMENT_LIST and date else entry.text("text")
    said = _in_words(date, issue)
    if text and date not in (None, dt.date.min) and said not in text:
        entry.add(
            "text", "other-date", f"the text does not contain {said}", "write the date of the evidence in the text"
        )
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
    """Read the initials (never names) of the people who checked the live page; they require `seen-on`."""
    initials = entry.texts("seen-by", ())
    for each in initials:
        if not INITIALS.fullmatch(each):
            entry.add(
                "seen-by",
                "not-initials",
                f"`{each}` is not a valid `seen-by`",
                "write initials: two or three lowercase letters",
            )
    if initials and not seen_on:
        entry.add("seen-by", "no-day", "`seen-by` without a date", "add `seen-on:`, the date of the later check")
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
