"""Every text that somebody must look at again: its id, its file, its day, and where to look."""

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

# What readers meet first; other kinds come after these, and help comes last.
FIRST = (About, Finding, Page, ReviewRoute, Misunderstanding, Figure, GlossaryTerm, HistoryEntry, Change)

NOT_LAW = (Page, Figure, GlossaryTerm)  # they are checked as a whole, and may be checked after the last such day


@dataclass(frozen=True)
class DatedText:
    """A text with a day on which somebody looked at it last.

    `id` is what `guide checked` takes; `entry` is the id of the entry of a file that is a list. `day` is None where
    nothing dated vouches for a help entry.
    """

    id: str
    path: str
    day: dt.date | None
    check_every_days: int  # until it must be looked at again
    sources: tuple[str, ...] = ()  # ids of sources.yaml
    entry: str = ""
    is_help: bool = False
    urls: tuple[str, ...] = ()  # of help: the pages to look at
    line: int = 1  # of its day
    law: bool = True  # it tells what the law is, and cannot be seen before the facts are

    def overdue(self, today: dt.date) -> bool:
        return self.day is not None and is_overdue(self.day, self.check_every_days, today)


def dated_texts(library: Library) -> Iterator[DatedText]:
    """All of them, in reading order: each set with its findings, pages, reviews, lists, and help by sections."""
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
    """Guideline sets, each with its findings, come before everything else."""
    sets = list(library.guidelines.values())

    def order(text: Text) -> tuple[int, int]:
        if isinstance(text.parent, Guideline):
            return 0, sets.index(text.parent)
        return (FIRST.index(text.kind) if text.kind in FIRST else len(FIRST)), 0

    return order


def _of_help(library: Library) -> Iterator[DatedText]:
    """An entry counts from the day that all of it was seen, or later from the day on which somebody looked again."""
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
    """`today/now/detained` of a finding's file, `help/raices` of an entry of help, `misunderstandings/a` in a list."""
    root = PurePath(library.site.path).parent
    id = str(PurePath(path).relative_to(root).with_suffix("")).removeprefix("guidelines/")
    return f"{id}/{entry}" if entry else id


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
