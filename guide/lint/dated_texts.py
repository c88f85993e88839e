"""Every text with a review date: its id, file, date of the last check, and what to check it against."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from guide.legal_help.freshness import STALE_AFTER, vouched
from guide.model.content import About, Finding, Guideline, Library, Page, ReviewRoute
from guide.model.figure import Figure
from guide.model.lists import Change, GlossaryTerm, HistoryEntry, Misunderstanding
from guide.model.overdue import is_overdue
from guide.model.provider import Provider
from guide.model.texts import Text, entries

# The kinds in reading order; other kinds come after these, and providers come last.
FIRST = (About, Finding, Page, ReviewRoute, Misunderstanding, Figure, GlossaryTerm, HistoryEntry, Change)

# Kinds that do not state the law, so their date may be after `seen-through`.
NOT_LAW = (Page, Figure, GlossaryTerm)


@dataclass(frozen=True)
class DatedText:
    """A text with the date of its last check.

    `id` is the argument of `guide checked`; `entry` is the id of the entry in a file that is a list. `day` is None if
    a provider has no dated evidence.
    """

    id: str
    path: str
    day: dt.date | None
    check_every_days: int  # until the next check
    sources: tuple[str, ...] = ()  # ids of sources.yaml
    entry: str = ""
    is_help: bool = False
    urls: tuple[str, ...] = ()  # of a provider: the pages to check
    line: int = 1  # of its date
    law: bool = True  # it states the law, so its date cannot be after the last date of the facts (`seen-through`)

    def overdue(self, today: dt.date) -> bool:
        return self.day is not None and is_overdue(self.day, self.check_every_days, today)


def dated_texts(library: Library) -> Iterator[DatedText]:
    """Return all dated texts in reading order: each set with its findings, pages, reviews, lists, then providers."""
    files: dict[str, DatedText] = {}
    for text in sorted((text for text in entries(library) if _is_dated(text)), key=_order(library)):
        path, entry = text.path, "" if text.with_file else text.entry
        id = _id(library, path, entry)
        found = files.get(id) if text.with_file else None
        sources = _once((*found.sources, *text.sources) if found else text.sources)
        files[id] = DatedText(
            id,
            path,
            text.checked,
            text.check_every_days,
            sources,
            entry,
            line=_line(text),
            law=text.kind not in NOT_LAW,
        )
    yield from files.values()
    yield from _of_help(library)


def _is_dated(text: Text) -> bool:
    return text.checked is not None and text.kind is not Provider


def _order(library: Library) -> Callable[[Text], tuple[int, int]]:
    """Return a sort key: guideline sets, each with its findings, come before all other kinds."""
    sets = list(library.guidelines.values())

    def order(text: Text) -> tuple[int, int]:
        if isinstance(text.parent, Guideline):
            return 0, sets.index(text.parent)
        return (FIRST.index(text.kind) if text.kind in FIRST else len(FIRST)), 0

    return order


def _of_help(library: Library) -> Iterator[DatedText]:
    """Yield the providers. The date is that of the oldest evidence, or of a later check."""
    sections = list(library.site.help_sections)
    for path, provider in sorted(library.provider_files.items(), key=lambda each: sections.index(each[1].section)):
        days = [day for day in (vouched(provider), provider.last_checked) if day]
        urls = _once(
            filter(None, (*(each.url for each in provider.evidence), *(each.url for each in provider.channels)))
        )
        id, day = _id(library, path, ""), max(days, default=None)
        yield DatedText(id, path, day, STALE_AFTER.days, is_help=True, urls=urls, law=False)


def _line(text: Text) -> int:
    return text.owner.line_of("reviewed")


def _id(library: Library, path: str, entry: str) -> str:
    """Return the id: `today/now/held` for a finding, `help/raices` for a provider, `misunderstandings/a` in a list."""
    root = PurePath(library.site.path).parent
    id = str(PurePath(path).relative_to(root).with_suffix("")).removeprefix("guidelines/")
    return f"{id}/{entry}" if entry else id


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
