"""The form and the result, the only pages that depend on answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from guide.engine.explain import explain
from guide.engine.question_order import of_today, old_parts
from guide.engine.rules import to_plain
from guide.model.rule import Answers
from guide.web import answers
from guide.web.presenters.answer_list import answer_list
from guide.web.presenters.explanations import context
from guide.web.presenters.first_words import first_words
from guide.web.rendering import Page
from guide.web.state import state
from guide.web.urls import Where


def questions(where: Where) -> Page:
    return _form(where, {}, ())


def same_questions(where: Where) -> Page:
    """Return the form with its ticks, to change the language or the answers."""
    return replace(_form(where, answers.posted(where), answers.unsure()), posted=True)


def result(where: Where) -> Page:
    library = state().library
    explanation = explain(library, answers.posted(where))
    given = {**context(library, explanation, with_steps=True), "answers": answer_list(library, explanation)}
    return Page("result.html", given, cache=False, posted=True)


def _form(where: Where, given: Answers, unsure: Iterable[str]) -> Page:
    here = state()
    library = here.library
    today = of_today(library)
    walk = [
        {"id": each.id, "when": to_plain(each.when), "options": each.option_ids, "many": each.many}
        | ({} if each.id in today else {"old": True})
        for each in library.questions
    ]
    context = {
        "form": answers.form_with(where, given, unsure),
        "walk": walk,
        "said": first_words(library, here.pages),
        "old_parts": old_parts(library),
    }
    return Page("questions.html", context, cache=False)
