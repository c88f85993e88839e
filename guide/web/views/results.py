"""The form and the result, the only pages that depend on answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from flask import g

from guide.engine.explain import explain
from guide.engine.question_order import of_today, old_parts
from guide.engine.rules import to_plain
from guide.model.rule import ALWAYS, Answers
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
    return _ticked(where, answers.posted(), answers.unsure())


def longest_questions(where: Where) -> Page:
    """Return the form with every tick that it can have."""
    questions = state().library.questions
    every = {each.id: each.option_ids if each.many else each.option_ids[:1] for each in questions}
    return _ticked(where, every, ())


def _ticked(where: Where, given: Answers, unsure: Iterable[str]) -> Page:
    return replace(_form(where, given, unsure), posted=True, longest=longest_questions)


def result(_where: Where) -> Page:
    """Return the result of this request: the same in each language, so in two it is worked out once."""
    if "result" not in g:
        g.result = _result(answers.posted())
    page: Page = g.result
    return page


def longest_result(_where: Where) -> Page:
    """Return about the longest result."""
    return _result(state().longest)


def _result(answered: Answers) -> Page:
    library = state().library
    explanation = explain(library, answered)
    given = {**context(library, explanation, with_steps=True, lines=True), "answers": answer_list(library, explanation)}
    return Page("result.html", given, cache=False, posted=True, longest=longest_result)


def _form(where: Where, given: Answers, unsure: Iterable[str]) -> Page:
    here = state()
    library = here.library
    today = of_today(library)
    # What the script cannot read from the form.
    walk = {
        each.id: ({"when": to_plain(each.when)} if each.when != ALWAYS else {})
        | ({} if each.id in today else {"old": True})
        for each in library.questions
        if each.when != ALWAYS or each.id not in today
    }
    context = {
        "form": answers.form_with(where, given, unsure),
        "walk": walk,
        "said": first_words(library, here.pages),
        "old_parts": old_parts(library),
    }
    return Page("questions.html", context, cache=False)
