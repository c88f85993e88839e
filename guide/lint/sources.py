"""Sources that carry less than their texts claim, and links to other sites' copies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from guide.engine.status import IN_USE
from guide.lint.findings import short
from guide.model.content import Library
from guide.model.evidence import newest, only_private
from guide.model.problems import Problem

COPY = "document-copy"
SOURCES = "content/sources.yaml"


def problems(library: Library) -> Iterator[Problem]:
    yield from weak(library)
    yield from older_than_their_text(library)
    yield from copies(library)


def weak(library: Library) -> Iterator[Problem]:
    """A warning for every text that cites private collections and nothing stronger."""
    for path, entry, words, ids in _citing(library):
        if only_private(library.sources, ids):
            message = f"`{short(words)}` cites only private collections: {', '.join(ids)}"
            remedy = "look for an official text, an organization or press; readers are told so until then"
            yield Problem(path, library.places.line(path, words, entry), "weak-sources", message, remedy, "warning")


def older_than_their_text(library: Library) -> Iterator[Problem]:
    """A warning for a text about today that says it was checked after the last day that its sources can tell of.

    Texts of ended sets are left out: what a set said no longer changes, so an old source is as good as a new one.
    """
    for guideline in library.guidelines.values():
        if guideline.status != IN_USE:
            continue
        for finding in guideline.findings:
            last = newest(library.sources, finding.sources)
            if last and finding.reviewed > last:
                line = library.places.line(finding.path, finding.reviewed.isoformat())
                message = f"checked through {finding.reviewed}, but the newest of its sources is of {last}"
                remedy = "write the day of the evidence, or name the source that goes further"
                yield Problem(finding.path, line, "older-sources", message, remedy, "warning")


def copies(library: Library) -> Iterator[Problem]:
    """An error for a link to somebody else's copy: readers are led to the publisher's own page, or nowhere."""
    for source in library.sources.values():
        host = urlsplit(source.url).hostname or ""
        where = re.sub(r"\W", "", source.copy_at.lower())
        if source.url and (source.kind == COPY or (where and where in re.sub(r"\W", "", host))):
            line = library.places.line(SOURCES, source.url)
            message = f"`{source.id}` leads to a copy on another site: {host}"
            yield Problem(SOURCES, line, "copy-link", message, "take `url` out, and name the site in `copy-at`")


def _citing(library: Library) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Path, the id of the entry in a file that is a list, the first words, and the sources of each text on the law."""
    for guideline in library.guidelines.values():
        about = f"content/guidelines/{guideline.id}/about.md"
        yield about, "", guideline.title, guideline.about_sources
        yield from ((finding.path, "", finding.title, finding.sources) for finding in guideline.findings)
    yield from ((page.path, "", page.title, page.sources) for page in library.pages.values())
    yield from ((review.path, "", review.title, review.sources) for review in library.reviews.values())
    for wrong in library.misunderstandings:
        yield "content/misunderstandings.yaml", wrong.id, wrong.idea, wrong.sources
    yield from (("content/timeline.yaml", entry.id, entry.title, entry.sources) for entry in library.history)
    yield from (("content/changes.yaml", change.id, change.title, change.sources) for change in library.changes)
    yield from (("content/glossary.yaml", term.id, term.term, term.sources) for term in library.glossary)
