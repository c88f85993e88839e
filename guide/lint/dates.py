"""Texts past their review date, and evidence before its time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from guide.fields import Problem
from guide.helpers import Evidence
from guide.model import Finding, Guideline, Library
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
    for path, entry, reviewed, review_every in _texts(library):
        if is_overdue(reviewed, review_every, today):
            line = library.places.line(path, reviewed.isoformat(), entry)
            message = f"`{entry}`: not checked since {reviewed}" if entry else f"not checked since {reviewed}"
            yield Problem(path, line, "overdue", message, "check it again, then change `reviewed`", "warning")


def not_yet(library: Library, today: dt.date) -> Iterator[Problem]:
    """An error for help whose evidence is of a day still to come: it would look fresh for too long."""
    for path, helper in library.helper_files.items():
        days = [helper.called, *(_begins(evidence) for evidence in helper.evidence)]
        for day in (day for day in days if day and day > today):
            message = f"{day} is still to come: today is {today}"
            yield Problem(path, 1, "not-yet", message, "write the day on which somebody saw or called it")


def _begins(evidence: Evidence) -> dt.date | None:
    """The day of evidence, the first one of its month or its year."""
    if not evidence.issue:
        return evidence.date
    year, _, month = evidence.issue.partition("-")
    return dt.date(int(year), int(month or 1), 1)


def _texts(library: Library) -> Iterator[tuple[str, str, dt.date, int]]:
    """Path, the id of the entry in a file that is a list, the day of the last check, and the days until the next."""
    for guideline in library.guidelines.values():
        yield f"content/guidelines/{guideline.id}/about.md", "", guideline.reviewed, guideline.review_every
        for finding in guideline.findings:
            yield finding.path, "", finding.reviewed, finding.review_every or guideline.review_every
    every = library.site.review_every
    yield from ((page.path, "", page.reviewed, every) for page in library.pages.values())
    yield from ((review.path, "", review.reviewed, every) for review in library.reviews.values())
    for wrong in library.misunderstandings:
        yield "content/misunderstandings.yaml", wrong.id, wrong.reviewed, every
    for picture in library.pictures.values():
        yield "content/pictures.yaml", picture.id, picture.reviewed, every
    yield "content/glossary.yaml", "", library.glossary_reviewed, every
    yield "content/timeline.yaml", "", library.history_reviewed, every
    yield "content/changes.yaml", "", library.changes_reviewed, every
