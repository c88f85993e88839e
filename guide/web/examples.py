"""Invented people: what the guide shows for their answers, as pages that are the same for everybody."""

from __future__ import annotations

from flask import Blueprint, Response, abort, render_template

from guide.examples import neighbours, public
from guide.explain import explain
from guide.web.explanations import context, urgent
from guide.web.headers import kept
from guide.web.shelf import shelf

blueprint = Blueprint("examples", __name__)


@blueprint.get("/<any_language:lang>/examples")
def examples() -> Response:
    library = shelf().library
    people = list(public(library).values())
    first = [person for person in people if urgent(library, explain(library, person.answers))]
    return kept(render_template("examples.html", people=people, first=first))


@blueprint.get("/<any_language:lang>/examples/<name>")
def example(name: str) -> Response:
    library = shelf().library
    person = public(library).get(name) or abort(404)
    explanation = explain(library, person.answers)
    given = context(library, explanation) | {
        "person": person,
        "asked": [library.question(id) for id in explanation.asked],
        "neighbours": neighbours(library, person),
    }
    return kept(render_template("example.html", **given))
