"""Texts past their review date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from guide.fields import Problem
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
    for path, reviewed, review_every in _texts(library):
        if is_overdue(reviewed, review_every, today):
            message = f"not checked since {reviewed}"
            yield Problem(path, 1, "overdue", message, "check it again, then change `reviewed`", "warning")


def _texts(library: Library) -> Iterator[tuple[str, dt.date, int]]:
    for guideline in library.guidelines.values():
        yield f"content/guidelines/{guideline.id}/about.md", guideline.reviewed, guideline.review_every
        for finding in guideline.findings:
            yield finding.path, finding.reviewed, finding.review_every or guideline.review_every
    every = library.site.review_every
    yield from ((page.path, page.reviewed, every) for page in library.pages.values())
    yield from ((review.path, review.reviewed, every) for review in library.reviews.values())
    for wrong in library.misunderstandings:
        yield f"content/misunderstandings.yaml ({wrong.id})", wrong.reviewed, every
    for picture in library.pictures.values():
        yield f"content/pictures.yaml ({picture.id})", picture.reviewed, every
    yield "content/glossary.yaml", library.glossary_reviewed, every
    yield "content/timeline.yaml", library.history_reviewed, every
    yield "content/changes.yaml", library.changes_reviewed, every
