"""Invented people: what the guide shows for their answers, as pages that are the same for everybody."""

from __future__ import annotations

from flask import Blueprint, Response, abort, render_template

from guide.engine.explain import explain
from guide.engine.personas import neighbours, public_personas
from guide.web.headers import cacheable
from guide.web.presenters.explanations import context, urgent
from guide.web.state import state

blueprint = Blueprint("examples", __name__)


@blueprint.get("/<any_language:lang>/examples")
def examples() -> Response:
    library = state().library
    people = list(public_personas(library).values())
    first = [person for person in people if urgent(library, explain(library, person.answers))]
    return cacheable(render_template("examples.html", people=people, first=first))


@blueprint.get("/<any_language:lang>/examples/<name>")
def example(name: str) -> Response:
    library = state().library
    person = public_personas(library).get(name) or abort(404)
    explanation = explain(library, person.answers)
    given = context(library, explanation) | {
        "person": person,
        "asked": [library.question(id) for id in explanation.asked],
        "neighbours": neighbours(library, person),
    }
    return cacheable(render_template("example.html", **given))
