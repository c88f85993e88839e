"""Pages that are the same for everybody."""

from __future__ import annotations

from flask import Blueprint, Response, abort, g, render_template

from guide.engine.rules import to_plain
from guide.model.content import Event, Finding
from guide.web.headers import allow_cross_origin, cacheable
from guide.web.presenters.citations import sources_of_reviews, what_rests_on
from guide.web.presenters.explanations import cited_by, context
from guide.web.presenters.timeline import picture
from guide.web.state import state
from guide.web.views import handouts

blueprint = Blueprint("pages", __name__)


@blueprint.get("/")
def choose_language() -> Response:
    return cacheable(render_template("languages.html"))


@blueprint.get("/<any_language:lang>/")
def home() -> Response:
    return cacheable(render_template("home.html"))


@blueprint.get("/<any_language:lang>/explain")
def explain() -> Response:
    allow_cross_origin()
    library = state().library
    rules = {
        f"{guideline.id}/{finding.id}": _plain_rules(finding)
        for guideline in library.guidelines.values()
        for finding in guideline.findings
        if not finding.read_only
    }
    rules |= {f"review/{review.id}": {"may": to_plain(review.may)} for review in library.reviews.values()}
    return cacheable(render_template("explain.html", rules=rules, **context(library, None)))


@blueprint.get("/<any_language:lang>/explain/<guideline>")
def explain_one(guideline: str) -> Response:
    library = state().library
    if guideline not in library.guidelines:
        abort(404)
    chosen = library.guidelines[guideline]
    given = context(library, None) | {"cited": cited_by(library, chosen)}
    return cacheable(render_template("guideline.html", guideline=chosen, **given))


@blueprint.get("/<any_language:lang>/timeline")
def timeline() -> Response:
    library = state().library
    drawn = picture(library, rtl=g.language.direction == "rtl")
    events = {id: [_plain_event(event) for event in one.events] for id, one in library.guidelines.items()}
    return cacheable(render_template("timeline.html", drawn=drawn, events=events))


@blueprint.get("/<any_language:lang>/review")
def review() -> Response:
    return cacheable(render_template("review.html", cited=sources_of_reviews(state().library)))


@blueprint.get("/<any_language:lang>/misunderstandings")
def misunderstandings() -> Response:
    return cacheable(render_template("misunderstandings.html"))


@blueprint.get("/<any_language:lang>/glossary")
def glossary() -> Response:
    return cacheable(render_template("glossary.html"))


@blueprint.get("/<any_language:lang>/rules")
def rules() -> Response:
    return cacheable(render_template("rules.html"))


@blueprint.get("/<any_language:lang>/sources")
def sources() -> Response:
    return cacheable(render_template("sources.html", resting=what_rests_on(state().library)))


@blueprint.get("/<any_language:lang>/help")
def help() -> Response:
    return cacheable(render_template("help.html"))


@blueprint.get("/<any_language:lang>/advocates")
def advocates() -> Response:
    return cacheable(
        render_template("advocates.html", on_offer=[kind for kind in handouts.VIEWS if handouts.is_current(kind)])
    )


@blueprint.get("/<any_language:lang>/present")
def present() -> Response:
    return cacheable(render_template("present.html"))


@blueprint.get("/<any_language:lang>/privacy")
def privacy() -> Response:
    return cacheable(render_template("page.html", page=state().library.pages["privacy"], path="privacy"))


@blueprint.get("/<any_language:lang>/safety")
def safety() -> Response:
    return cacheable(render_template("page.html", page=state().library.pages["safety"], path="safety"))


def _plain_event(event: Event) -> dict[str, str]:
    return {"kind": event.kind, "first": event.first.isoformat(), "last": event.last.isoformat()}


def _plain_rules(finding: Finding) -> dict[str, object]:
    rules = {"when": finding.when, "may": finding.may}
    return {key: to_plain(rule) for key, rule in rules.items() if rule is not None}
