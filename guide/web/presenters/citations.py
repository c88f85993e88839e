"""Finds the texts that cite each source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guide.model.content import About, Finding, Guideline, Library, Page, ReviewRoute
from guide.model.figure import Figure
from guide.model.lists import Change, GlossaryTerm, HistoryEntry, Misunderstanding
from guide.model.placed import Entry
from guide.model.roles import IN_DANGER, NEVER_ASKED, NEXT_STEPS, START, TRUE_TODAY
from guide.model.texts import Text, entries
from guide.model.urgent import Line, Part, Phrase

# The pages that show content pages which are parts of another page.
PARTS: dict[str, str] = {START: "", TRUE_TODAY: "", NEXT_STEPS: "explain/all#next", NEVER_ASKED: "explain/all#never"}

# The names of list pages, in display order; other kinds come after these.
NAMES: dict[type[Entry], str] = {
    ReviewRoute: "Ways to ask for a review",
    Misunderstanding: "Wrong ideas",
    GlossaryTerm: "Words",
    HistoryEntry: "Timeline",
    Change: "What changed",
}


@dataclass(frozen=True)
class Place:
    """A text that cites a source: its English title, its path after the language, and the name of what contains it.

    Several sets and pages can have the same title: `within` distinguishes them.
    """

    title: str
    path: str
    within: str = ""


def what_rests_on(library: Library) -> dict[str, list[Place]]:
    """Return the cited sources, in the order of sources.yaml, each with the texts that cite it."""
    found: dict[str, list[Place]] = {}
    for source, place in _citations(library):
        found.setdefault(source, []).append(place)
    return {id: found[id] for id in library.sources if id in found}


def _citations(library: Library) -> Iterator[tuple[str, Place]]:
    found = [text for text in entries(library) if text.sources and text.kind is not Figure]
    for text in sorted(found, key=_rank):
        place = _place(text, library)
        yield from ((source, place) for source in text.sources)
        if isinstance(text.parent, Guideline) and text.kind is About:
            events = Place(place.title, f"{place.path}#events", "What happened to it")
            yield from ((source, events) for source in sorted({id for e in text.parent.events for id in e.sources}))


def _rank(text: Text) -> int:
    """Return a sort key: pages and guideline sets come first, in their order."""
    if text.kind is Page or isinstance(text.parent, Guideline):
        return -1
    return list(NAMES).index(text.kind) if text.kind in NAMES else len(NAMES)


def _place(text: Text, library: Library) -> Place:
    """Return the place of a text: pages and guideline sets have their own pages, other kinds are on a list page."""
    match text.owner, text.parent:
        case Page(role=role), _ if role == IN_DANGER:
            return Place(text.text, f"help#help-{library.site.help_section(IN_DANGER).id}")
        case Page(id=id, role=role), _:
            path = PARTS.get(role, id)
            return Place(text.text, path, "" if path else "Start page")
        case About(), Guideline(id=id, title=title):
            return Place(title, f"explain/{id}")
        case Finding(id=id), Guideline() as guideline:
            return Place(text.text, f"explain/all#{guideline.id}-{id.replace('/', '-')}", guideline.title)
        case Phrase(page=page), _:
            return Place(text.text, page)
        case Line(), Part(on=page, id=id, title=title):
            return Place(text.text, f"{page}#{id}", title)
        case owner, _:
            id = getattr(owner, "id", "")
            return Place(text.text, f"{owner.page}#{owner.anchor}{id}", NAMES.get(text.kind, ""))


def sources_of_reviews(library: Library) -> list[str]:
    """Return the sources of the reviews page, in the order of sources.yaml."""
    ids = {source for review in library.reviews.values() for source in review.sources}
    ids.update(library.pages["review"].sources)
    return [id for id in library.sources if id in ids]
