"""Data for other programs: the rule book as JSON, and feeds of what changed in the law and in our texts."""

from __future__ import annotations

import datetime as dt
import json
import uuid

from flask import Blueprint, Response, render_template, request

from guide.engine.rules import to_plain
from guide.i18n.catalogs import LanguageCatalog
from guide.model.content import Finding, Guideline, Library
from guide.web import headers
from guide.web.presenters.changes import newest_first
from guide.web.state import state, where
from guide.web.urls import Where

blueprint = Blueprint("feeds", __name__)
# A namespace for ids that do not depend on the host.
IDS = uuid.uuid5(uuid.NAMESPACE_URL, "know-the-guidelines")


@blueprint.get("/rules.json")
def rule_book() -> Response:
    """Return every question, finding and review with its rule, sources and dates, as JSON."""
    data = json.dumps(as_data(state().library), indent=1, ensure_ascii=False)
    return headers.page(data, "application/json", cache=True, cross_origin=True)


@blueprint.get("/changes.atom")
def changes() -> Response:
    """Return what changed as an Atom feed (RFC 4287), in English, newest first."""
    return _feed(state().english)


@blueprint.get("/<any_language:lang>/changes.atom")
def changes_in() -> Response:
    """Return the same feed in one language. What is not translated is English, and marked as that."""
    return _feed(state().catalog(where().language))


def _feed(texts: LanguageCatalog) -> Response:
    """Return the feed. Its links are whole addresses if the site knows its own: readers keep it far from here."""
    here, language = state(), texts.language
    of_language = "" if language.is_source else f"{language.code} "
    xml = render_template(
        "changes.xml",
        site=here.library.site,
        title=f"{texts.gettext(here.library.site.name)}: {texts.gettext('What changed')}",
        changes=newest_first(here.library),
        updated=_instant(max(change.date for change in here.library.changes)),
        instant=_instant,
        id_of=lambda name: _id(f"{of_language}{name}"),
        in_words=texts.gettext,
        has_no=lambda text: texts.find(text) is None,
        language=language,
        address=here.address,
        path=request.path,
        to=Where(language, pages=here.pages).url,
    )
    return headers.page(xml, "application/atom+xml", cache=True, cross_origin=True)


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
                "reviewed": review.last_checked.isoformat(),
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
        "reviewed": finding.last_checked.isoformat(),
    }


def _id(name: str) -> str:
    return f"urn:uuid:{uuid.uuid5(IDS, name)}"


def _instant(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
