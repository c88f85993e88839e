"""Static pages (the same for every visitor) that need more than their template."""

from __future__ import annotations

from flask import abort

from guide.model.content import Event
from guide.web.presenters.changes import by_day
from guide.web.presenters.citations import sources_of_reviews, what_rests_on
from guide.web.presenters.explanations import cited_by, context
from guide.web.presenters.timeline import by_year, picture
from guide.web.rendering import Page
from guide.web.state import state
from guide.web.urls import Where
from guide.web.views import handouts


def explain(where: Where) -> Page:
    """The list of everything: each row opens in place."""
    return Page("explain.html", context(state().library, None, with_steps=True))


def everything(where: Where) -> Page:
    """Everything on one long page."""
    return Page("everything.html", context(state().library, None, with_steps=True), cross_origin=True)


def explain_one(where: Where, guideline: str) -> Page:
    library = state().library
    if guideline not in library.guidelines:
        abort(404)
    chosen = library.guidelines[guideline]
    return Page("guideline.html", {"guideline": chosen, **context(library, None), "cited": cited_by(library, chosen)})


def timeline(where: Where) -> Page:
    library = state().library
    drawn = picture(library, rtl=where.language.direction == "rtl")
    events = {id: [_plain_event(event) for event in one.events] for id, one in library.guidelines.items()}
    return Page("timeline.html", {"drawn": drawn, "events": events, "years": by_year(library.history)})


def changes(where: Where) -> Page:
    return Page("changes.html", {"days": by_day(state().library)})


def review(where: Where) -> Page:
    return Page("review.html", {"cited": sources_of_reviews(state().library)})


def sources(where: Where) -> Page:
    return Page("sources.html", {"resting": what_rests_on(state().library)})


def advocates(where: Where) -> Page:
    return Page("advocates.html", {"on_offer": handouts.offered(where)})


def privacy(where: Where) -> Page:
    return _text(where, "privacy.html", proof=state().proof)


def safety(where: Where) -> Page:
    return _text(where)


def accessibility(where: Where) -> Page:
    return _text(where, "accessibility.html")


def _text(where: Where, template: str = "page.html", **given: object) -> Page:
    """Return a page that shows one content page."""
    return Page(template, {"page": state().library.pages[where.page], "path": where.page, **given})


def _plain_event(event: Event) -> dict[str, str]:
    return {"kind": event.kind, "first": event.first.isoformat(), "last": event.last.isoformat()}
