"""Texts past their review date, and evidence before its time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from guide.fields import Problem
from guide.helpers import Evidence
from guide.model import Finding, Guideline, Library
from guide.reviewed import texts
from guide.status import is_overdue


def overdue_findings(library: Library, today: dt.date) -> list[tuple[Guideline, Finding]]:
    """The findings that must be checked again by this day."""
    return [
        (guideline, finding)
        for guideline in library.guidelines.values()
        for finding in guideline.findings
        if is_overdue(finding.reviewed, finding.review_every or guideline.review_every, today)
    ]


def overdue(library: Library, today: dt.date) -> Iterator[Problem]:
    """A warning for every text that must be checked again by this day."""
    for text in texts(library):
        # Readers are told how old help is; `guide check --overdue` lists it.
        if text.day and text.overdue(today) and not text.is_help:
            line = library.places.line(text.path, text.day.isoformat(), text.entry)
            since = f"not checked since {text.day}"
            message = f"`{text.entry}`: {since}" if text.entry else since
            remedy = f"check it again, then run `guide checked {text.id}`"
            yield Problem(text.path, line, "overdue", message, remedy, "warning")


def not_yet(library: Library, today: dt.date) -> Iterator[Problem]:
    """An error for help whose evidence is of a day still to come: it would look fresh for too long."""
    for path, helper in library.helper_files.items():
        days = [helper.called, helper.reviewed, *(_begins(evidence) for evidence in helper.evidence)]
        for day in (day for day in days if day and day > today):
            yield Problem(
                path, 1, "not-yet", f"{day} is still to come", "write the day on which somebody saw or called it"
            )


def _begins(evidence: Evidence) -> dt.date | None:
    """The day of evidence, the first one of its month or its year."""
    if not evidence.issue:
        return evidence.date
    year, _, month = evidence.issue.partition("-")
    return dt.date(int(year), int(month or 1), 1)
