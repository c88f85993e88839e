"""Reads the cards and sheets to hold, pocket.yaml, after the pages and phrases that they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guide.loader.files import ContentFiles
from guide.loader.yaml_reader import StrictMapping
from guide.model.pocket import NAMES, known_refs
from guide.model.problems import near
from guide.model.urgent import Phrase, PocketBlock, PocketSheet, UrgentPage


def sheets(
    files: ContentFiles, pages: Mapping[str, UrgentPage], phrases: Mapping[str, Phrase]
) -> dict[str, PocketSheet]:
    """Return each sheet by its id, in the order of the file. A missing one is a problem: it has an address."""
    found = {}
    # A page with a problem has lost lines: what a sheet names on it would be reported a second time.
    broken = {problem.path for problem in files.problems}
    sound = {page.id: tuple(known_refs(page)) for page in pages.values() if page.path not in broken}
    unknown = frozenset(pages) - frozenset(sound)
    with files.fields(files.root / "pocket.yaml") as fields:
        for entry in fields.mappings("sheets"):
            sheet = _sheet(entry, phrases, {ref for refs in sound.values() for ref in refs}, unknown)
            found[sheet.id] = sheet
        for name in NAMES if fields.present else ():
            if name not in found:
                fields.add("sheets", "no-sheet", f"no sheet `{name}`", f"add `id: {name}`")
    return found


def _sheet(
    entry: StrictMapping, phrases: Mapping[str, Phrase], known: set[str], unknown: frozenset[str]
) -> PocketSheet:
    return entry.place(
        PocketSheet(
            id=entry.one_of("id", NAMES),
            title=entry.text("title"),
            use=entry.text("use"),
            blocks=tuple(_blocks(entry, known, unknown)),
            phrases=entry.known("phrases", phrases, ()),
            blanks=entry.texts("blanks", ()),
            table=entry.flag("table"),
            for_a_lawyer=entry.flag("for-a-lawyer"),
        )
    )


def _blocks(entry: StrictMapping, known: set[str], unknown: frozenset[str]) -> Iterator[PocketBlock]:
    for block in entry.mappings("blocks"):
        refs = block.texts("lines")
        for number, ref in enumerate(refs):
            if ref not in known and ref.partition("/")[0] not in unknown:
                line = block.text_lines.get(f"lines.{number}", block.line_of("lines"))
                block.report.add(line, "unknown-lines", f"no line `{ref}`", near(ref, known))
        yield block.place(PocketBlock(block.text("title", ""), refs))
