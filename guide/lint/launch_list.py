"""What stands between this content and the people it is for: everything that no person has reviewed yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from guide.legal_help.freshness import verify_after
from guide.lint.review_dates import overdue
from guide.model.content import Library
from guide.model.provider import Provider

DRAFT = "draft"


def before_launch(library: Library, today: dt.date) -> Iterator[str]:
    """One line for each thing that a person must still do; nothing here can be done by the program."""
    for guideline in library.guidelines.values():
        if not guideline.legal_review:
            yield f"no lawyer has reviewed {guideline.id}: {len(guideline.findings)} texts and their rules"
    if not library.site.legal_review:
        yield f"no lawyer has reviewed the pages ({len(library.pages)}), reviews ({len(library.reviews)}), "
        yield f"  wrong ideas ({len(library.misunderstandings)}), pictures ({len(library.pictures)}) "
        yield f"  and history ({len(library.history)} entries)"
    for language in library.languages.values():
        if language.review == DRAFT:
            yield f"nobody has reviewed the translation {language.code}: made by {language.translated_by}"
    for helper in library.helper_files.values():
        yield from _of_helper(helper, today)
    for problem in overdue(library, today):
        yield f"{problem.path}: {problem.message}"


def _of_helper(helper: Provider, today: dt.date) -> Iterator[str]:
    numbers = [channel.shown or channel.from_detention for channel in helper.channels if channel.type == "phone"]
    if numbers and not helper.called:
        yield f"nobody has called {helper.name}: {', '.join(numbers)}"
    if not helper.two_people_looked:
        yield f"no two people have looked at the live page of {helper.name}"
    due = verify_after(helper)
    if due is None:
        yield f"not all that {helper.name} says has evidence of a known day: look again"
    elif today > due:
        yield f"the evidence of {helper.name} held until {due}: look again"
