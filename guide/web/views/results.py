"""The form and the result, the only pages that depend on answers."""

from __future__ import annotations

from guide.engine.explain import explain
from guide.engine.rules import to_plain
from guide.model.rule import Answers
from guide.web import answers
from guide.web.presenters.explanations import context
from guide.web.presenters.first_words import first_words
from guide.web.rendering import Page
from guide.web.state import state
from guide.web.urls import Where


def questions(where: Where) -> Page:
    return _form(where, {})


def same_questions(where: Where) -> Page:
    """Return the form with its ticks, to change the language or the answers."""
    return _form(where, answers.posted(where))


def result(where: Where) -> Page:
    library = state().library
    explanation = explain(library, answers.posted(where))
    return Page("result.html", context(library, explanation, with_steps=True), cache=False)


def _form(where: Where, given: Answers) -> Page:
    here = state()
    walk = [
        {"id": each.id, "when": to_plain(each.when), "options": each.option_ids, "many": each.many}
        for each in here.library.questions
    ]
    said = first_words(here.library, here.pages)
    return Page("questions.html", {"form": answers.form_with(where, given), "walk": walk, "said": said}, cache=False)
