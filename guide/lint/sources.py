"""Sources that carry less than their texts claim, and links to other sites' copies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from guide.engine.status import LawStatus
from guide.lint.findings import short
from guide.model.content import About, Guideline, Library
from guide.model.evidence import newest, only_private
from guide.model.figure import Figure
from guide.model.problems import Problem
from guide.model.texts import entries

COPY = "document-copy"


def problems(library: Library) -> Iterator[Problem]:
    yield from weak(library)
    yield from older_than_their_text(library)
    yield from copies(library)


def weak(library: Library) -> Iterator[Problem]:
    """A warning for every text that cites private collections and nothing stronger."""
    for path, line, words, ids in _citing(library):
        if only_private(library.sources, ids):
            message = f"`{short(words)}` cites only private collections: {', '.join(ids)}"
            remedy = "look for an official text, an organization or press; readers are told so until then"
            yield Problem(path, line, "weak-sources", message, remedy, "warning")


def older_than_their_text(library: Library) -> Iterator[Problem]:
    """A warning for a text about today that says it was checked after the last day that its sources can tell of.

    Texts of ended sets are left out: what a set said no longer changes, so an old source is as good as a new one.
    """
    for guideline in library.guidelines.values():
        if guideline.status != LawStatus.IN_USE:
            continue
        for finding in guideline.findings:
            last = newest(library.sources, finding.sources)
            if last and finding.last_checked > last:
                line = finding.line_of("reviewed")
                message = f"checked through {finding.last_checked}, but the newest of its sources is of {last}"
                remedy = "write the day of the evidence, or name the source that goes further"
                yield Problem(finding.path, line, "older-sources", message, remedy, "warning")


def copies(library: Library) -> Iterator[Problem]:
    """An error for a link to somebody else's copy: readers are led to the publisher's own page, or nowhere."""
    for source in library.sources.values():
        host = urlsplit(source.url).hostname or ""
        where = re.sub(r"\W", "", source.copy_at.lower())
        if source.url and (source.kind == COPY or (where and where in re.sub(r"\W", "", host))):
            message = f"`{source.id}` leads to a copy on another site: {host}"
            yield Problem(
                source.path, source.line_of("url"), "copy-link", message, "remove `url`, and name the site in `copy-at`"
            )


def _citing(library: Library) -> Iterator[tuple[str, int, str, tuple[str, ...]]]:
    """Path, line, first words and sources of each text on the law. A picture cites what the text around it cites."""
    for text in entries(library):
        if text.sources and text.kind is not Figure:
            about = text.parent if text.kind is About else None
            words = about.title if isinstance(about, Guideline) else text.text
            yield text.path, 1 if about else text.line, words, text.sources
