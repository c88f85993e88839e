"""The form and the result: the only pages that depend on answers."""

from __future__ import annotations

from flask import Blueprint, render_template

from guide.engine.explain import explain
from guide.engine.rules import to_plain
from guide.model.rule import Answers
from guide.web import answers
from guide.web.presenters.explanations import context
from guide.web.state import state

blueprint = Blueprint("questions", __name__)


@blueprint.get("/<any_language:lang>/questions")
def questions() -> str:
    return _form({})


@blueprint.post("/<any_language:lang>/questions")
def same_questions() -> str:
    """The form again with its ticks: how the language is changed, and how answers are changed."""
    return _form(answers.posted())


@blueprint.post("/<any_language:lang>/result")
def result() -> str:
    library = state().library
    explanation = explain(library, answers.posted())
    return render_template("result.html", **context(library, explanation))


def _form(given: Answers) -> str:
    walk = [
        {"id": each.id, "when": to_plain(each.when), "options": each.option_ids, "many": each.many}
        for each in state().library.questions
    ]
    return render_template("questions.html", form=answers.form_with(given), walk=walk)
