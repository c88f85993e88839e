"""The cards and sheets of /LANG/pocket: which lines of the pages for the first minute stand on each.

A sheet has no words of law of its own: it names lines, so that one sentence, its exception and its sources stay in one
place. A line is never cut in two.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.model.content import Library
from guide.model.urgent import Line, LineKind, Part, Phrase, PocketSheet, UrgentPage

# The lines of a part that tell a date, and all of them.
DATES, ALL = "@date", "*"
# Each has an address, so content has them all.
NAMES = ("card", "door", "deadlines", "find", "plan", "lawyer")


def known_refs(page: UrgentPage) -> Iterator[str]:
    """Yield every name under which a sheet can ask for lines of a page."""
    for part in page.parts:
        place = f"{page.id}/{part.id}"
        yield f"{place}/{ALL}"
        if part.of(LineKind.DATE):
            yield f"{place}/{DATES}"
        yield from (f"{place}/{line.id}" for line in part.acts)


def part_of(library: Library, ref: str) -> Part:
    """Return the part of the line that `ref` names; the loader made sure that it exists."""
    page, part, _ = ref.split("/")
    return next(each for each in library.urgent[page].parts if each.id == part)


def lines(library: Library, refs: tuple[str, ...]) -> tuple[Line, ...]:
    """Return the lines that `refs` name, in order."""
    return tuple(line for ref in refs for line in _named(part_of(library, ref), ref))


def _named(part: Part, ref: str) -> tuple[Line, ...]:
    wanted = ref.rpartition("/")[2]
    if wanted == ALL:
        return part.acts
    return part.of(LineKind.DATE) if wanted == DATES else tuple(line for line in part.acts if line.id == wanted)


def cited(library: Library, of: PocketSheet) -> tuple[str, ...]:
    """Return the sources of all that stands on a sheet, each once."""
    return tuple(dict.fromkeys(id for each in _of_law(library, of) for id in each.sources))


def _of_law(library: Library, of: PocketSheet) -> Iterator[Line | Phrase]:
    yield from (library.phrases[id] for id in of.phrases)
    for block in of.blocks:
        yield from lines(library, block.refs)


def for_a_lawyer(library: Library) -> Iterator[tuple[PocketSheet, str]]:
    """Yield each phrase and line that a lawyer confirms before launch, with its sheet."""
    for sheet in (each for each in library.pocket.values() if each.for_a_lawyer):
        yield from ((sheet, f"phrases: {id}") for id in sheet.phrases)
        yield from ((sheet, ref) for block in sheet.blocks for ref in block.refs)
