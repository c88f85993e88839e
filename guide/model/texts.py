"""Iterates over all texts of the content, with the place, sources and dates of each.

The iteration follows the types of the model: from the fields of `Library` to their entries, and to the fields that
are annotated as texts (guide.model.placed). So a new kind of text needs no change here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from operator import itemgetter
from typing import Annotated, Any, TypeAlias, get_args, get_origin, get_type_hints

from guide.model.content import Block, Library
from guide.model.placed import CheckedWithFile, Entry, Form, IsText, Placed

Fields: TypeAlias = tuple[tuple[str, tuple[object, ...]], ...]


@dataclass(frozen=True)
class Text:
    """One English text for readers; never empty."""

    path: str
    entry: str  # the id of its list entry, or ""
    line: int
    kind: type[Entry]  # the class of its entry
    text: str
    owner: Entry
    sources: tuple[str, ...] = ()
    checked: dt.date | None = None  # the date of the last check; None: not checked against sources
    check_every_days: int = 0
    form: Form = "p"
    markdown: bool = False  # a block of a Markdown file, in which glossary words are linked
    spoken: bool = True
    vital: bool = False
    parent: Entry | None = None  # the entry that contains the owner: the guideline set of a finding

    @property
    def with_file(self) -> bool:
        """Whether its file has one check date for all entries."""
        return self.checked is not None and getattr(self.owner, "last_checked", None) is None


def texts(library: Library) -> Iterator[Text]:
    """Yield every text of the content, in the order of the catalog."""
    for name, marks in _fields_of(Library):
        day = next((getattr(library, mark.field) for mark in marks if isinstance(mark, CheckedWithFile)), None)
        for entry in _each(getattr(library, name), Entry):
            yield from _of_entry(entry, None, day, library.site.check_every_days)
        # A partner has no texts, but its providers have.
        for holder in _each(getattr(library, name), object):
            if not isinstance(holder, Entry) and is_dataclass(holder):
                yield from _below(holder, None, day, library.site.check_every_days)


def texts_of(entry: Entry) -> Iterator[Text]:
    """Yield the texts of one entry, without those of nested entries."""
    for _, text, line, mark in _texts_in(entry, entry):
        yield Text(
            path=entry.path,
            entry=entry.entry,
            line=line,
            kind=type(entry),
            text=text,
            form=mark.kind if isinstance(mark, Block) else mark.form,
            markdown=isinstance(mark, Block),
            spoken=isinstance(mark, Block) or mark.spoken,
            vital=not isinstance(mark, Block) and mark.vital,
            owner=entry,
        )


def entries(library: Library) -> Iterator[Text]:
    """Yield the first text of each entry: one for each page, finding, question and list entry."""
    seen: set[int] = set()
    for text in texts(library):
        if id(text.owner) not in seen:
            seen.add(id(text.owner))
            yield text


def _of_entry(entry: Entry, parent: Entry | None, file_day: dt.date | None, every: int) -> Iterator[Text]:
    sources = getattr(entry, "sources", ())
    day = getattr(entry, "last_checked", None) or file_day
    every = getattr(entry, "check_every_days", 0) or every
    for text in texts_of(entry):
        yield replace(text, sources=sources, checked=day, check_every_days=every, parent=parent)
    yield from _below(entry, entry, None, every)


def _below(holder: Any, parent: Entry | None, file_day: dt.date | None, every: int) -> Iterator[Text]:
    for name, _ in _fields_of(type(holder)):
        for entry in _each(getattr(holder, name), Entry):
            yield from _of_entry(entry, parent, file_day, every)


def _texts_in(value: Any, place: Placed, depth: int = 0) -> Iterator[tuple[int, str, int, IsText | Block]]:
    """Yield each text of a value and of its parts, with its depth, line and form.

    The texts of all items of a list come before those of nested values: the conditions of all contacts come before the
    hours of the first contact.
    """
    if isinstance(value, Block):
        yield depth, value.text, value.line or 1, value
        return
    place = value if isinstance(value, Placed) else place
    for name, marks in _fields_of(type(value)):
        held = getattr(value, name)
        for mark in (mark for mark in marks if isinstance(mark, IsText)):
            if not mark.only or getattr(value, mark.only):
                yield from ((depth, text, place.line_of(key), mark) for key, text in _keyed(held, name) if text)
        parts = (part for part in _each(held, object) if is_dataclass(part) and not isinstance(part, Entry))
        yield from sorted((found for part in parts for found in _texts_in(part, place, depth + 1)), key=itemgetter(0))


def _keyed(held: Any, name: str) -> Iterator[tuple[str, str]]:
    """Yield each text of a field, with its key as in the content files: `not-for.minors`, `words.0`."""
    key = name.replace("_", "-")
    if isinstance(held, str):
        yield key, held
    else:
        items = held.items() if isinstance(held, Mapping) else enumerate(held)
        yield from ((f"{key}.{name}", text) for name, text in items)


def _each(held: object, kind: type) -> Iterator[Any]:
    """Yield the values of a type in a field: the field's value, or those in its tuple or mapping."""
    values = held.values() if isinstance(held, Mapping) else held if isinstance(held, tuple) else (held,)
    return (value for value in values if isinstance(value, kind))


def _fields_of(kind: type) -> Fields:
    known: Any = kind  # mypy does not treat a type as hashable
    return _read_fields(known)


@cache
def _read_fields(kind: Any) -> Fields:
    """Return the fields of a dataclass in order, each with the metadata of its annotation."""
    if not (isinstance(kind, type) and is_dataclass(kind)):
        return ()
    hints = get_type_hints(kind, include_extras=True)
    names = [field.name for field in fields(kind)]
    return tuple((name, get_args(hints[name])[1:] if get_origin(hints[name]) is Annotated else ()) for name in names)
