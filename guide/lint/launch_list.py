"""What stands between this content and the people it is for: everything that no person has reviewed yet."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from guide.legal_help.freshness import verify_after
from guide.lint.review_dates import overdue
from guide.model.content import Library, Page, ReviewRoute
from guide.model.figure import Figure
from guide.model.language import TranslationStatus
from guide.model.lists import Change, GlossaryTerm, HistoryEntry, Misunderstanding
from guide.model.placed import Entry
from guide.model.provider import ContactType, Provider
from guide.model.texts import Text, entries

# What editors call the kinds; of a kind that is not here, the name of its class.
NAMES: dict[type[Entry], str] = {
    Page: "pages",
    ReviewRoute: "reviews",
    Misunderstanding: "wrong ideas",
    HistoryEntry: "history",
    Figure: "pictures",
    GlossaryTerm: "glossary",
    Change: "changes",
}


def before_launch(library: Library, today: dt.date) -> Iterator[str]:
    """One line for each thing that a person must still do; nothing here can be done by the program."""
    for guideline in library.guidelines.values():
        if not guideline.lawyer_review:
            yield f"no lawyer has reviewed {guideline.id}: {len(guideline.findings)} texts and their rules"
    if not library.site.lawyer_review:
        for kind, count in Counter(text.kind for text in entries(library) if _on_the_law(text)).items():
            yield f"no lawyer has reviewed the {NAMES.get(kind, kind.__name__)} ({count})"
    for language in library.languages.values():
        if language.translation_status == TranslationStatus.DRAFT:
            yield f"nobody has reviewed the translation {language.code}: made by {language.translated_by}"
    for provider in library.provider_files.values():
        yield from _of_provider(provider, today)
    for problem in overdue(library, today):
        yield f"{problem.path}: {problem.message}"


def _on_the_law(text: Text) -> bool:
    """Whether it is checked against sources, and belongs to no guideline set, which has a lawyer of its own."""
    return text.checked is not None and text.parent is None and text.kind is not Provider


def _of_provider(provider: Provider, today: dt.date) -> Iterator[str]:
    numbers = [
        channel.shown or channel.from_detention for channel in provider.channels if channel.type == ContactType.PHONE
    ]
    if numbers and not provider.called:
        yield f"nobody has called {provider.name}: {', '.join(numbers)}"
    if not provider.two_people_looked:
        yield f"no two people have looked at the live page of {provider.name}"
    due = verify_after(provider)
    if due is None:
        yield f"not all that {provider.name} says has evidence of a known day: look again"
    elif today > due:
        yield f"the evidence of {provider.name} held until {due}: look again"
