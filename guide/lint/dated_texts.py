"""Every text that somebody must look at again: its id, its file, its day, and where to look."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from guide.legal_help.freshness import STALE_AFTER, vouched
from guide.model.content import Guideline, Library
from guide.model.overdue import is_overdue


@dataclass(frozen=True)
class Text:
    """A text with a day on which somebody looked at it last.

    `id` is what `guide checked` takes; `entry` is the id of the entry of a file that is a list. `day` is None where
    nothing dated vouches for a help entry.
    """

    id: str
    path: str
    day: dt.date | None
    review_every: int  # days until it must be looked at again
    sources: tuple[str, ...] = ()  # ids of sources.yaml
    entry: str = ""
    is_help: bool = False
    urls: tuple[str, ...] = ()  # of help: the pages to look at

    def overdue(self, today: dt.date) -> bool:
        return self.day is not None and is_overdue(self.day, self.review_every, today)


def texts(library: Library) -> Iterator[Text]:
    """All of them, in reading order: each set with its findings, pages, reviews, lists, and help by sections."""
    for guideline in library.guidelines.values():
        yield from _of_guideline(guideline)
    every = library.site.review_every
    for page in library.pages.values():
        yield _of_file(page.path, page.reviewed, every, page.sources)
    for review in library.reviews.values():
        yield _of_file(review.path, review.reviewed, every, review.sources)
    yield from _of_lists(library)
    yield from _of_help(library)


def _of_guideline(guideline: Guideline) -> Iterator[Text]:
    path = f"content/guidelines/{guideline.id}/about.md"
    yield _of_file(path, guideline.reviewed, guideline.review_every, guideline.about_sources)
    for finding in guideline.findings:
        every = finding.review_every or guideline.review_every
        yield _of_file(finding.path, finding.reviewed, every, finding.sources)


def _of_lists(library: Library) -> Iterator[Text]:
    every = library.site.review_every
    for wrong in library.misunderstandings:
        yield _of_entry("misunderstandings", wrong.id, wrong.reviewed, every, wrong.sources)
    for picture in library.pictures.values():
        yield _of_entry("pictures", picture.id, picture.reviewed, every, picture.sources)
    cited = (
        ("glossary", library.glossary_reviewed, (term.sources for term in library.glossary)),
        ("timeline", library.history_reviewed, (entry.sources for entry in library.history)),
        ("changes", library.changes_reviewed, (change.sources for change in library.changes)),
    )
    for name, day, sources in cited:
        yield _of_file(f"content/{name}.yaml", day, every, _once(id for ids in sources for id in ids))


def _of_help(library: Library) -> Iterator[Text]:
    """An entry counts from the day that all of it was seen, or later from the day on which somebody looked again."""
    sections = list(library.site.help_sections)
    for path, helper in sorted(library.helper_files.items(), key=lambda each: sections.index(each[1].section)):
        days = [day for day in (vouched(helper), helper.reviewed) if day]
        urls = (*(each.url for each in helper.evidence), *(channel.url for channel in helper.channels))
        yield Text(
            _id(path), path, max(days, default=None), STALE_AFTER.days, is_help=True, urls=_once(filter(None, urls))
        )


def _of_file(path: str, day: dt.date, every: int, sources: tuple[str, ...]) -> Text:
    return Text(_id(path), path, day, every, sources)


def _of_entry(name: str, id: str, day: dt.date, every: int, sources: tuple[str, ...]) -> Text:
    return Text(f"{name}/{id}", f"content/{name}.yaml", day, every, sources, id)


def _id(path: str) -> str:
    """today/now/detained of content/guidelines/today/now/detained.md, help/raices of content/help/raices.yaml."""
    return str(PurePath(path).with_suffix("")).removeprefix("content/").removeprefix("guidelines/")


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
