"""Sources that are too weak or too old for their texts, and links to copies on other sites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from guide.engine.status import LawStatus
from guide.lint.text_problem import short
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
    """Yield a warning for every text that cites private collections only."""
    for path, line, words, ids in _citing(library):
        if only_private(library.sources, ids):
            message = f"`{short(words)}` cites only private collections: {', '.join(ids)}"
            fix = "find an official text, an organization or press; until then the site says that it is weak"
            yield Problem(path, line, "weak-sources", message, fix, "warning")


def older_than_their_text(library: Library) -> Iterator[Problem]:
    """Yield a warning for a text about current law with a check date after the date of its newest source.

    Texts of ended sets are skipped: what an ended set said no longer changes, so an old source is as good as a new one.
    """
    for guideline in library.guidelines.values():
        if guideline.status != LawStatus.IN_USE:
            continue
        for finding in guideline.findings:
            last = newest(library.sources, finding.sources)
            if last and finding.last_checked > last:
                line = finding.line_of("reviewed")
                message = f"checked on {finding.last_checked}, but its newest source is dated {last}"
                fix = "write the date of the evidence, or add the newer source"
                yield Problem(finding.path, line, "older-sources", message, fix, "warning")


def copies(library: Library) -> Iterator[Problem]:
    """Yield an error for a link to a copy on another site: the site links to the publisher's own page only."""
    for source in library.sources.values():
        host = urlsplit(source.url).hostname or ""
        where = re.sub(r"\W", "", source.copy_at.lower())
        if source.url and (source.kind == COPY or (where and where in re.sub(r"\W", "", host))):
            message = f"`{source.id}` links to a copy on another site: {host}"
            yield Problem(
                source.path, source.line_of("url"), "copy-link", message, "remove `url`, and name the site in `copy-at`"
            )


def _citing(library: Library) -> Iterator[tuple[str, int, str, tuple[str, ...]]]:
    """Yield path, line, first words and sources of each text about the law. A picture has the sources of its text."""
    for text in entries(library):
        if text.sources and text.kind is not Figure:
            about = text.parent if text.kind is About else None
            words = about.title if isinstance(about, Guideline) else text.text
            yield text.path, 1 if about else text.line, words, text.sources
