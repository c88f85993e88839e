"""Personas: the results for their answers, as static pages."""

from __future__ import annotations

from flask import abort

from guide.engine.explain import explain
from guide.engine.personas import neighbors, public_personas
from guide.web.presenters.explanations import context, urgent
from guide.web.rendering import Page
from guide.web.state import state
from guide.web.urls import Where


def examples(where: Where) -> Page:
    library = state().library
    people = list(public_personas(library).values())
    first = [person for person in people if urgent(library, explain(library, person.answers))]
    return Page("examples.html", {"people": people, "first": first})


def example(where: Where, persona: str) -> Page:
    library = state().library
    person = public_personas(library).get(persona) or abort(404)
    explanation = explain(library, person.answers)
    given = context(library, explanation) | {
        "person": person,
        "asked": [library.question(id) for id in explanation.asked],
        "neighbors": neighbors(library, person),
    }
    return Page("example.html", given)
