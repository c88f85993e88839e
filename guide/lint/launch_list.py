"""What must be reviewed before launch: everything that no person has reviewed yet."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from guide.legal_help.freshness import verify_after
from guide.lint.review_dates import overdue
from guide.model.content import Guideline, Library, Page, ReviewRoute
from guide.model.figure import Figure
from guide.model.language import TranslationStatus
from guide.model.lists import Change, GlossaryTerm, HistoryEntry, Misunderstanding
from guide.model.placed import Entry
from guide.model.pocket import for_a_lawyer
from guide.model.provider import ContactType, Provider
from guide.model.texts import Text, entries
from guide.model.urgent import Line, LineKind, Phrase

# The name of each kind in the list; a kind that is missing here appears by the name of its class.
NAMES: dict[type[Entry], str] = {
    Page: "pages",
    ReviewRoute: "reviews",
    Misunderstanding: "wrong ideas",
    HistoryEntry: "history",
    Figure: "pictures",
    GlossaryTerm: "glossary",
    Change: "changes",
    Line: "lines of the pages for the first minute",
    Phrase: "English phrases to say to an officer",
}


def before_launch(library: Library, today: dt.date) -> Iterator[str]:
    """Yield one line for each review that a person must still do. The program can do none of them."""
    if not library.site.contact:
        place = f"{library.site.path}:{library.site.line_of('contact')}"
        yield f"{place}: readers have nobody to write to or to call: set `contact:`"
    for guideline in library.guidelines.values():
        if not guideline.lawyer_review:
            yield f"no lawyer has reviewed {guideline.id}: {len(guideline.findings)} texts and their rules"
    if not library.site.lawyer_review:
        for kind, count in Counter(text.kind for text in entries(library) if _on_the_law(text)).items():
            yield f"no lawyer has reviewed the {NAMES.get(kind, kind.__name__)} ({count})"
        yield from _to_say(library)
        yield from (f'for a lawyer to confirm, on "{sheet.title}": {what}' for sheet, what in for_a_lawyer(library))
    for language in library.languages.values():
        if language.translation_status == TranslationStatus.DRAFT:
            yield f"the translation {language.code} is not reviewed: made by {language.translated_by}"
    for provider in library.provider_files.values():
        yield from _of_provider(provider, today)
    for problem in overdue(library, today):
        yield f"{problem.path}: {problem.message}"


def _on_the_law(text: Text) -> bool:
    """Whether the text has sources and is in no guideline set; each guideline set has its own lawyer review."""
    in_a_set = isinstance(text.parent, Guideline)
    return text.checked is not None and not in_a_set and text.kind is not Provider


def _to_say(library: Library) -> Iterator[str]:
    """Yield each sentence on what to say to an officer, with its file and line."""
    parts = (part for page in library.urgent.values() for part in page.parts)
    said = [(line, f"{line.text} {line.more}".strip()) for part in parts for line in part.of(LineKind.SAY)]
    for entry, words in (*((phrase, phrase.text) for phrase in library.phrases.values()), *said):
        yield f"{entry.path}:{entry.line_of('text')}: a lawyer must confirm what to say: {words}"


def _of_provider(provider: Provider, today: dt.date) -> Iterator[str]:
    numbers = [
        channel.shown or channel.from_detention for channel in provider.channels if channel.type == ContactType.PHONE
    ]
    if numbers and not provider.called:
        yield f"phone numbers of {provider.name} not tested by a call: {', '.join(numbers)}"
    if not provider.two_people_looked:
        yield f"the live page of {provider.name} is not confirmed by two people"
    due = verify_after(provider)
    if due is None:
        yield f"some evidence of {provider.name} has no known date: check again"
    elif today > due:
        yield f"the evidence of {provider.name} was valid until {due}: check again"
