"""Reads the pages for the first minute: `urgent/*.yaml` and `phrases.yaml`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from guide.loader.guidelines import Known
from guide.loader.yaml_reader import StrictMapping
from guide.model.figure import PLACE_SIGNS, SIGNS
from guide.model.urgent import (
    Line,
    LineKind,
    Part,
    Phrase,
    Sheet,
    SheetGroup,
    Signer,
    Spot,
    UrgentPage,
)

# The pages: a template shows each, so content has them all.
PAGES = ("held", "officers", "papers", "plan", "steps")
OF_PAPERS = tuple(LineKind)[tuple(LineKind).index(LineKind.LOOK) :]
ON_A_PAPER = ("title", "agency", "number", "signature", "date")


def page(id: str, fields: StrictMapping, known: Known, phrases: Mapping[str, Phrase]) -> UrgentPage:
    """Read one page. A page with `groups` is the page of papers: it has `papers` instead of `parts`."""
    listed = fields.mappings("groups", required=False)
    groups = tuple(entry.place(SheetGroup(entry.text("id"), entry.text("title"))) for entry in listed)
    if groups:
        parts: Iterable[Part] = _sheets(id, fields, groups, known)
    else:
        parts = _parts(id, fields, known, phrases)
    found = UrgentPage(
        id=id,
        title=fields.text("title"),
        description=fields.text("description"),
        lede=fields.text("lede", ""),
        groups=groups,
        parts=tuple(parts),
        open_states=fields.known("open-states", known.states, ()),
    )
    return fields.place(found)


def phrase(entry: StrictMapping, known: Known) -> Phrase:
    sources, day = _checked(entry, known)
    return entry.place(Phrase(entry.text("id"), entry.text("text"), sources, day))


def _parts(page: str, fields: StrictMapping, known: Known, phrases: Mapping[str, Phrase]) -> Iterator[Part]:
    for entry in fields.mappings("parts"):
        id = entry.text("id")
        part = Part(
            id=id,
            on=page,
            title=entry.text("title"),
            sign=entry.one_of("sign", (*SIGNS, *PLACE_SIGNS)),
            folded=entry.flag("folded"),
            person=entry.flag("person"),
            acts=tuple(_lines(id, entry, known, phrases, [kind for kind in LineKind if kind not in OF_PAPERS])),
        )
        yield entry.place(part)


def _sheets(page: str, fields: StrictMapping, groups: tuple[SheetGroup, ...], known: Known) -> Iterator[Sheet]:
    kinds = (*OF_PAPERS, LineKind.DO, LineKind.NEVER, LineKind.NOTE)
    fallback = ""
    for entry in fields.mappings("papers"):
        id = entry.text("id")
        offered = entry.flag("fallback")
        if offered and fallback:
            message = f"`{fallback}` is the paper that is offered where none fits already"
            entry.add("fallback", "two-fallbacks", message, "keep one of the two")
        fallback = fallback or (id if offered else "")
        sheet = Sheet(
            id=id,
            on=page,
            title=entry.text("title"),
            means=entry.text("means"),
            group=entry.one_of("group", [group.id for group in groups]),
            signer=entry.one_of("signer", Signer),
            number=entry.text("number", ""),
            agency=entry.text("agency", ""),
            words=entry.texts("words"),
            drawing=_drawing(entry),
            fallback=offered,
            acts=tuple(_lines(id, entry, known, {}, kinds)),
        )
        yield entry.place(sheet)


def _drawing(entry: StrictMapping) -> dict[str, Spot]:
    with entry.mapping("drawing", required=False) as spots:
        return {what: spots.one_of(what, Spot) for what in ON_A_PAPER if what in spots}


def _lines(
    part: str, fields: StrictMapping, known: Known, phrases: Mapping[str, Phrase], kinds: Iterable[LineKind]
) -> Iterator[Line]:
    for entry in fields.mappings("lines"):
        kind = entry.one_of("kind", kinds)
        ids = entry.known("phrases", phrases, ())
        if bool(ids) != (kind == LineKind.SAY):
            message = f"`phrases` belong to a line of the kind `{LineKind.SAY}`, and to no other"
            entry.add("phrases", "phrases-of-say", message, "add them, or take another kind")
        sources, day = _checked(entry, known)
        line = Line(
            id=entry.text("id"),
            kind=kind,
            text=entry.text("text"),
            more=entry.text("more", ""),
            said=tuple(phrases[id].text for id in ids if id in phrases),
            sources=sources,
            last_checked=day,
        )
        yield replace(entry.place(line), entry=f"{part}/{line.id}")


def _checked(entry: StrictMapping, known: Known) -> tuple[tuple[str, ...], dt.date | None]:
    """Return the sources and the date of a line; a practical step says nothing about the law and has neither."""
    if entry.flag("practical"):
        return (), None
    fix = 'add `sources:` and `reviewed:`; or `practical: "yes"`, if it says nothing about the law'
    if "sources" not in entry and entry.present:
        entry.report.add(entry.line, "no-source", "the line has no source", fix)
        return (), None
    return entry.known("sources", known.sources), entry.date("reviewed")
