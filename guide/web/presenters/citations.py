"""From a source to everything that rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guide.model.content import Library

# Where the pages of the content stand that are parts of another one.
PARTS = {"truth": "", "next": "explain#next", "never-ask": "explain#never", "emergency": "help#help-crisis"}


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
    for page in library.pages.values():
        path = PARTS.get(page.id, page.id)
        within = "" if path else "Start page"
        yield from ((source, Place(page.title, path, within)) for source in page.sources)
    for guideline in library.guidelines.values():
        about = Place(guideline.title, f"explain/{guideline.id}")
        yield from ((source, about) for source in guideline.about_sources)
        events = {source for event in guideline.events for source in event.sources}
        yield from (
            (source, Place(guideline.title, f"explain/{guideline.id}#events", "What happened to it"))
            for source in sorted(events)
        )
        for finding in guideline.findings:
            place = Place(finding.title, f"explain#{guideline.id}-{finding.id.replace('/', '-')}", guideline.title)
            yield from ((source, place) for source in finding.sources)
    for review in library.reviews.values():
        yield from (
            (source, Place(review.title, f"review#{review.id}", "Ways to ask for a review"))
            for source in review.sources
        )
    for wrong in library.misunderstandings:
        yield from (
            (source, Place(wrong.idea, f"misunderstandings#{wrong.id}", "Wrong ideas")) for source in wrong.sources
        )
    for term in library.glossary:
        yield from ((source, Place(term.term, f"glossary#term-{term.id}", "Words")) for source in term.sources)
    for entry in library.history:
        yield from ((source, Place(entry.title, f"timeline#{entry.id}", "Timeline")) for source in entry.sources)
    for change in library.changes:
        yield from (
            (source, Place(change.title, f"rules#change-{change.id}", "Rule book")) for source in change.sources
        )


def sources_of_reviews(library: Library) -> list[str]:
    """The sources of the page of reviews, in the order of sources.yaml."""
    ids = {source for review in library.reviews.values() for source in review.sources}
    ids.update(library.pages["review"].sources)
    return [id for id in library.sources if id in ids]
