"""What other programs read: the rule book as data, and a feed of changes of the law."""

from __future__ import annotations

import json
import uuid
from xml.etree import ElementTree as XML

from flask import Blueprint, Response

from guide.engine.rules import to_plain
from guide.model.content import Finding, Guideline, Library
from guide.model.lists import Change
from guide.web import headers
from guide.web.state import state

blueprint = Blueprint("programs", __name__)
ATOM = "http://www.w3.org/2005/Atom"
# A name space for ids that stay the same wherever the guide is served.
IDS = uuid.uuid5(uuid.NAMESPACE_URL, "know-the-guidelines")


@blueprint.get("/rules.json")
def rule_book() -> Response:
    """Every question, finding and review with its rule, its sources and its dates."""
    headers.allow_cross_origin()
    return _kept(json.dumps(as_data(state().library), indent=1, ensure_ascii=False), "application/json")


@blueprint.get("/changes.atom")
def changes() -> Response:
    """The changes of the law as an Atom feed (RFC 4287), in English, newest first."""
    headers.allow_cross_origin()
    library = state().library
    XML.register_namespace("", ATOM)
    feed = XML.Element(_atom("feed"), {"{http://www.w3.org/XML/1998/namespace}lang": "en"})
    _add(feed, "id", _id("feed"))
    _add(feed, "title", f"{library.site.name}: changes of the law")
    _add(feed, "updated", _instant(max(change.date.isoformat() for change in library.changes)))
    XML.SubElement(_add(feed, "author"), _atom("name")).text = library.site.name
    _add(feed, "link", rel="self", href="/changes.atom", type="application/atom+xml")
    _add(feed, "link", rel="alternate", href="/en/rules#changes", type="text/html")
    for change in library.changes:
        _entry(feed, change)
    return _kept(XML.tostring(feed, encoding="unicode", xml_declaration=True), "application/atom+xml")


def as_data(library: Library) -> dict[str, object]:
    return {
        "checked_through": library.site.checked_through.isoformat(),
        "seen_through": {id: seen.date.isoformat() for id, seen in library.site.seen_through.items()},
        "questions": [
            {
                "id": question.id,
                "ask": question.ask,
                "many": question.many,
                "when": to_plain(question.when),
                "options": {option.id: option.label for option in question.options},
            }
            for question in library.questions
        ],
        "guidelines": {id: _guideline(guideline) for id, guideline in library.guidelines.items()},
        "reviews": {
            review.id: {
                "title": review.title,
                "may": to_plain(review.may),
                "state": review.state,
                "sources": review.sources,
                "reviewed": review.reviewed.isoformat(),
            }
            for review in library.reviews.values()
        },
        "sources": {
            id: {
                "title": source.title,
                "publisher": source.publisher,
                "strength": source.strength,
                "url": source.url,
                "date": source.date,
                "note": source.note,
                "copy_at": source.copy_at,
            }
            for id, source in library.sources.items()
        },
    }


def _guideline(guideline: Guideline) -> dict[str, object]:
    return {
        "title": guideline.title,
        "status": guideline.status,
        "events": [
            {
                "kind": event.kind,
                "first": event.first.isoformat(),
                "last": event.last.isoformat(),
                "sources": event.sources,
            }
            for event in guideline.events
        ],
        "findings": {finding.id: _finding(finding) for finding in guideline.findings},
    }


def _finding(finding: Finding) -> dict[str, object]:
    rules = {"when": finding.when, "may": finding.may}
    return {
        "title": finding.title,
        "text": [block.text for block in finding.body],
        **{key: to_plain(rule) for key, rule in rules.items() if rule is not None},
        "weighs": finding.weighs,
        "theme": finding.theme,
        "sources": finding.sources,
        "reviewed": finding.reviewed.isoformat(),
    }


def _entry(feed: XML.Element, change: Change) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", _id(change.id))
    _add(entry, "title", change.title)
    _add(entry, "updated", _instant(change.date.isoformat()))
    _add(entry, "link", rel="alternate", href=f"/en/rules#change-{change.id}", type="text/html")
    _add(entry, "summary", change.text)
    for finding in change.findings:
        _add(entry, "category", term=finding)


def _add(parent: XML.Element, name: str, text: str | None = None, **attributes: str) -> XML.Element:
    element = XML.SubElement(parent, _atom(name), attributes)
    element.text = text
    return element


def _atom(name: str) -> str:
    return f"{{{ATOM}}}{name}"


def _id(name: str) -> str:
    return f"urn:uuid:{uuid.uuid5(IDS, name)}"


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"


def _kept(text: str, kind: str) -> Response:
    response = Response(text, mimetype=kind)
    response.headers["Cache-Control"] = headers.REVALIDATE
    return response
