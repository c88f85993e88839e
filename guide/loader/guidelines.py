"""Reads entries about the law: guideline sets, findings, reviews, misunderstandings, history and pictures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import cast, get_args

from guide.engine.rules import mentions
from guide.engine.status import OVER
from guide.loader.site import picture_id
from guide.loader.yaml_reader import StrictMapping, Value
from guide.model.content import About, Block, Event, EventKind, Finding, Guideline, Question, ReviewRoute, Source
from guide.model.figure import SIGNS, Figure, FigureKind, Panel
from guide.model.lists import Change, GlossaryTerm, HistoryEntry, Misunderstanding
from guide.model.roles import CURRENT_LAW, FINDING_ROLES, FindingRole
from guide.model.rule import ALWAYS, NEVER
from guide.model.site import Site

EVERYTHING = "all"  # `/es/explain/all` is the page with all sets, so no set has this id


@dataclass(frozen=True)
class Known:
    """The ids that entries may refer to, with their values."""

    sources: dict[str, Source]
    questions: tuple[Question, ...]
    guidelines: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    pictures: Mapping[str, Figure] = field(default_factory=dict)
    states: tuple[str, ...] = ()

    @cached_property
    def options(self) -> Mapping[str, tuple[str, ...]]:
        """The options of each question, by its id."""
        return {question.id: question.option_ids for question in self.questions}

    @cached_property
    def leads_to(self) -> Mapping[str, tuple[str, ...]]:
        """The questions that decide whether a question is asked, by its id."""
        return {question.id: mentions(question.when) for question in self.questions}


def guideline(
    id: str,
    fields: StrictMapping,
    about: StrictMapping,
    body: tuple[Block, ...],
    findings: tuple[Finding, ...],
    site: Site,
    known: Known,
) -> Guideline:
    if id == EVERYTHING:
        fields.add("title", "reserved-id", f"`{id}` is the page with all sets", "give the folder another name")
    events = tuple(event(entry, known.sources) for entry in fields.mappings("events"))
    status = fields.one_of("status", site.statuses)
    if events and (sorted(events, key=lambda one: one.last)[-1].kind in OVER) != (status == "ended"):
        fields.add("status", "status-against-events", f"`{status}` contradicts the last event", "fix one of them")
    found = Guideline(
        id=id,
        title=fields.text("title"),
        short=fields.text("short"),
        summary=fields.text("summary"),
        status=status,
        events=events,
        about=about.place(About(body, about.known("sources", known.sources), about.date("reviewed"))),
        check_every_days=fields.number("review-every"),
        lawyer_review=fields.text("legal-review", ""),
        findings=findings,
        current_law=fields.one_of("role", (CURRENT_LAW,), "") == CURRENT_LAW,
    )
    return fields.place(found)


def event(entry: StrictMapping, sources: dict[str, Source]) -> Event:
    kind: EventKind = entry.one_of("kind", get_args(EventKind))
    return Event(kind, *span(entry), entry.known("sources", sources))


def finding(
    id: str,
    fields: StrictMapping,
    body: tuple[Block, ...],
    site: Site,
    known: Known,
    *,
    current: bool = False,
) -> Finding:
    """Read a finding; `current`: of the set that says what holds today."""
    cited, last_checked = fields.known("sources", known.sources), fields.date("reviewed")
    found = Finding(
        id=id,
        title=body[0].text,
        body=body[1:],
        weighs=fields.one_of("weighs", site.weighs),
        theme=fields.one_of("theme", site.themes),
        sources=cited,
        last_checked=last_checked,
        when=fields.rule("when", known.options),
        may=fields.rule("may", known.options),
        urgent=fields.flag("urgent"),
        old_order=fields.flag("old-order"),
        role=cast(FindingRole, fields.one_of("role", FINDING_ROLES, "")),
        check_every_days=fields.number("review-every") if "review-every" in fields else 0,
        picture=picture_id(fields, known.pictures, cited, last_checked),
    )
    if current:
        found = _with_step(found, fields)
    if fields.flag("read-only") == ("when" in fields or "may" in fields):
        fix = 'add a rule, or write `read-only: "yes"`'
        fields.add("read-only", "rule-or-read-only", "a finding must have a rule or be read-only", fix)
    _names_what_comes_before(found, fields, known.leads_to)
    return placed(fields, found, {"title": body[0].line})


def _with_step(finding: Finding, fields: StrictMapping) -> Finding:
    """Add what a warning of today says to do first, and its title for people who skipped what it depends on."""
    for_everyone = finding.when == ALWAYS
    return replace(
        finding,
        step=fields.text("step"),
        step_more=fields.text("step-more", ""),
        title_if="" if for_everyone else fields.text("title-if"),
    )


def review(id: str, fields: StrictMapping, body: tuple[Block, ...], known: Known) -> ReviewRoute:
    cited, last_checked = fields.known("sources", known.sources), fields.date("reviewed")
    found = ReviewRoute(
        id=id,
        title=body[0].text,
        summary=body[1].text,
        state=fields.text("state"),
        body=body[2:],
        sources=cited,
        last_checked=last_checked,
        may=fields.rule("may", known.options) or NEVER,
        picture=picture_id(fields, known.pictures, cited, last_checked),
    )
    return placed(fields, found, {"title": body[0].line, "summary": body[1].line})


def placed(fields: StrictMapping, value: Value, below: dict[str, int]) -> Value:
    """Return the value with its place; `below` has the lines of the texts below the front matter."""
    value = fields.place(value)
    return replace(value, lines={**value.lines, **below})


def misunderstanding(entry: StrictMapping, known: Known) -> Misunderstanding:
    cited, last_checked = entry.known("sources", known.sources), entry.date("reviewed")
    found = Misunderstanding(
        id=entry.text("id"),
        idea=entry.text("idea"),
        truth=entry.text("truth"),
        beside=entry.known("beside", known.findings, ()),
        sources=cited,
        last_checked=last_checked,
        picture=picture_id(entry, known.pictures, cited, last_checked),
    )
    return entry.place(found)


def picture(entry: StrictMapping, known: Known) -> Figure:
    draws = entry.one_of("draws", FigureKind)
    found = Figure(
        id=entry.text("id"),
        draws=draws,
        title=entry.text("title"),
        text=entry.text("text"),
        parts=tuple(_part(each, draws) for each in entry.mappings("parts")),
        sources=entry.known("sources", known.sources),
        last_checked=entry.date("reviewed"),
        note=entry.text("note", ""),
    )
    return entry.place(found)


def _part(entry: StrictMapping, draws: FigureKind) -> Panel:
    part = Panel(sign=entry.one_of("sign", SIGNS), title=entry.text("title"), text=entry.text("text"))
    if draws == FigureKind.PAPERS:
        part = replace(part, signature=entry.text("signature"), mark=entry.text("mark", ""))
    return entry.place(part)


def term(entry: StrictMapping, known: Known) -> GlossaryTerm:
    found = GlossaryTerm(
        id=entry.text("id"),
        term=entry.text("term"),
        words=entry.texts("words"),
        text=entry.text("text"),
        sources=entry.known("sources", known.sources),
    )
    return entry.place(found)


def history(entry: StrictMapping, known: Known) -> HistoryEntry:
    first, last = span(entry)
    found = HistoryEntry(
        id=entry.text("id"),
        first=first,
        last=last,
        title=entry.text("title"),
        text=entry.text("text"),
        sources=entry.known("sources", known.sources),
        guideline=entry.one_of("set", known.guidelines, ""),
    )
    return entry.place(found)


def change(entry: StrictMapping, known: Known) -> Change:
    """Read a change of the law, or of our own texts, which needs no source unless it says something about the law."""
    ours = entry.flag("our-text")
    found = Change(
        id=entry.text("id"),
        date=entry.date("date"),
        title=entry.text("title"),
        text=entry.text("text"),
        findings=entry.known("findings", known.findings, () if ours else None),
        sources=entry.known("sources", known.sources, () if ours else None),
        ours=ours,
    )
    return entry.place(found)


def span(entry: StrictMapping) -> tuple[dt.date, dt.date]:
    """Read a span of days, one `date` or `from` and `to`. Return its first and last day."""
    if "from" not in entry:
        return (entry.date("date"),) * 2
    first, last = entry.date("from"), entry.date("to")
    if last < first and last != dt.date.min:
        entry.add("to", "bad-date", "the span ends before it starts", "put the earlier date first")
    return first, last


def _names_what_comes_before(finding: Finding, fields: StrictMapping, leads_to: Mapping[str, tuple[str, ...]]) -> None:
    """Report a rule on a follow-up question that does not name the question before it: it could stay unknown."""
    for key, rule in (("when", finding.when), ("may", finding.may)):
        named = mentions(rule) if rule else ()
        for question in named:
            for before in leads_to[question]:
                if before not in named:
                    message = f"the rule uses `{question}` but not `{before}`, which decides whether it is asked"
                    fields.add(key, "unnamed-question", message, f"use `{before}` too")
