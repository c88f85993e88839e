"""Texts past their review date, and dates in the future."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from guide.lint.dated_texts import dated_texts
from guide.model.content import Finding, Guideline, Library
from guide.model.overdue import is_overdue
from guide.model.problems import Problem
from guide.model.provider import Evidence


def overdue_findings(library: Library, today: dt.date) -> list[tuple[Guideline, Finding]]:
    """Return the findings whose next check is due on or before `today`, each with its guideline set."""
    return [
        (guideline, finding)
        for guideline in library.guidelines.values()
        for finding in guideline.findings
        if is_overdue(finding.last_checked, finding.check_every_days or guideline.check_every_days, today)
    ]


def overdue(library: Library, today: dt.date) -> Iterator[Problem]:
    """Yield a warning for every text whose next check is due on or before `today`."""
    for text in dated_texts(library):
        # The site shows the age of provider data; `guide check --overdue` lists providers.
        if text.day and text.overdue(today) and not text.is_help:
            since = f"not checked since {text.day}"
            message = f"`{text.entry}`: {since}" if text.entry else since
            fix = f"check it again, then run `guide checked {text.id}`"
            yield Problem(text.path, text.line, "overdue", message, fix, "warning")


def unseen(library: Library) -> Iterator[Problem]:
    """Yield an error for each date after `seen-through`, the last date that the facts cover."""
    last = library.site.last_seen
    for place, line, day in _days(library):
        if day > last:
            message = f"{day} is after {last}, the last date that the facts cover"
            fix = "write the date of the evidence; or set a later date for its area in `seen-through` of site.yaml"
            yield Problem(place, line, "unseen", message, fix)


def _days(library: Library) -> Iterator[tuple[str, int, dt.date]]:
    """Yield path, line and date of each date in a text about the law."""
    site = library.site
    yield site.path, site.line_of("checked-through"), site.checked_through
    for text in dated_texts(library):
        if text.day and text.law:
            yield text.path, text.line, text.day
    for entry in library.history:
        yield entry.path, entry.line_of("to" if "to" in entry.lines else "date"), entry.last
    for change in (each for each in library.changes if not each.ours):
        yield change.path, change.line_of("date"), change.date


def not_yet(library: Library, today: dt.date) -> Iterator[Problem]:
    """Yield an error for a provider whose evidence has a future date: it would look up to date for too long."""
    for path, provider in library.provider_files.items():
        days = [provider.called, provider.last_checked, *(_begins(evidence) for evidence in provider.evidence)]
        for day in (day for day in days if day and day > today):
            message = f"{day} is in the future: today is {today}"
            yield Problem(path, 1, "not-yet", message, "write the date of the visit or call")


def _begins(evidence: Evidence) -> dt.date | None:
    """Return the date of the evidence; if only its month or year is known, the first day of that."""
    if not evidence.issue:
        return evidence.date
    year, _, month = evidence.issue.partition("-")
    return dt.date(int(year), int(month or 1), 1)
