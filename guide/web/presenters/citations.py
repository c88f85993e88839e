"""From a source to everything that rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guide.model.content import About, Finding, Guideline, Library, Page, ReviewRoute
from guide.model.figure import Figure
from guide.model.lists import Change, GlossaryTerm, HistoryEntry, Misunderstanding
from guide.model.placed import Entry
from guide.model.roles import IN_DANGER, NEVER_ASKED, NEXT_STEPS, START, TRUE_TODAY
from guide.model.texts import Text, entries

# Where the pages of the content stand that are parts of another one.
PARTS: dict[str, str] = {START: "", TRUE_TODAY: "", NEXT_STEPS: "explain#next", NEVER_ASKED: "explain#never"}

# The names of the pages of lists, in the order in which they are cited; other kinds come after these.
NAMES: dict[type[Entry], str] = {
    ReviewRoute: "Ways to ask for a review",
    Misunderstanding: "Wrong ideas",
    GlossaryTerm: "Words",
    HistoryEntry: "Timeline",
    Change: "Rule book",
}


@dataclass(frozen=True)
class Place:
    """A text that rests on a source: its title in English, where it stands below the language, and within what.

    One title may stand in several sets and pages: `within` tells them apart.
    """

    title: str
    path: str
    within: str = ""


def what_rests_on(library: Library) -> dict[str, list[Place]]:
    """Each source that is cited, in the order of sources.yaml, with every text that cites it."""
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
    """Pages and guideline sets come first, in the order that they have."""
    if text.kind is Page or isinstance(text.parent, Guideline):
        return -1
    return list(NAMES).index(text.kind) if text.kind in NAMES else len(NAMES)


def _place(text: Text, library: Library) -> Place:
    """Where readers find a text: pages and guideline sets have their own rules, all others stand on a page of lists."""
    match text.owner, text.parent:
        case Page(role=role), _ if role == IN_DANGER:
            return Place(text.text, f"help#help-{library.site.help_section(IN_DANGER).id}")
        case Page(id=id, role=role), _:
            path = PARTS.get(role, id)
            return Place(text.text, path, "" if path else "Start page")
        case About(), Guideline(id=id, title=title):
            return Place(title, f"explain/{id}")
        case Finding(id=id), Guideline() as guideline:
            return Place(text.text, f"explain#{guideline.id}-{id.replace('/', '-')}", guideline.title)
        case owner, _:
            id = getattr(owner, "id", "")
            return Place(text.text, f"{owner.page}#{owner.anchor}{id}", NAMES.get(text.kind, ""))


def sources_of_reviews(library: Library) -> list[str]:
    """The sources of the page of reviews, in the order of sources.yaml."""
    ids = {source for review in library.reviews.values() for source in review.sources}
    ids.update(library.pages["review"].sources)
    return [id for id in library.sources if id in ids]
