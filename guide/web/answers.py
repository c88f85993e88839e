"""Converts between form bodies and answers: one field per question, named by its id, with option ids as values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from flask import request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import UnprocessableEntity
from wtforms import RadioField, SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # missing in the type stubs
from wtforms.form import BaseForm
from wtforms.widgets import CheckboxInput

from guide.engine.walk import walk
from guide.model.content import Library, Question
from guide.model.rule import Answers
from guide.web.context import translator_of
from guide.web.state import state
from guide.web.urls import Where

NOT_SURE = ""
"""The value of "I am not sure", which counts as skipped. Nothing is chosen beforehand."""


def posted() -> Answers:
    """Return the valid answers in the body of this request, without forged ones and those of hidden questions.

    Raises UnprocessableEntity if there is a body in which no question can be found: broken, compressed, of another type
    or character set. A guide for no answers would be taken for the guide to those that were given.
    """
    library = state().library
    if request.content_length and not any(question.id in request.form for question in library.questions):
        raise UnprocessableEntity
    form = form_of(library, str, request.form)
    return walk(library.questions, answers_of(form, library)).answers


def unsure() -> list[str]:
    """Return the questions that the body of this request answers with "I am not sure"."""
    return [each.id for each in state().library.questions if each.not_sure and request.form.get(each.id) == NOT_SURE]


def form_with(where: Where, answers: Answers, unsure: Iterable[str] = ()) -> BaseForm:
    """Return the form in the language of `where`, with these answers, and with "I am not sure" where it was chosen."""
    ticked = formdata_of({**dict.fromkeys(unsure, (NOT_SURE,)), **answers})
    return form_of(state().library, translator_of(where).rich, ticked or None)


def form_of(library: Library, gettext: Callable[[str], str], formdata: MultiDict[str, str] | None) -> BaseForm:
    """Return the form with labels translated by `gettext`, and with the posted data."""
    form = BaseForm({question.id: _field(question, gettext) for question in library.questions})
    form.process(formdata)
    return form


def _field(question: Question, gettext: Callable[[str], str]) -> Any:
    choices = [SelectChoice(value=option.id, label=gettext(option.label)) for option in question.options]
    label = gettext(question.ask)
    if question.many:
        return SelectMultipleField(label, choices=choices, option_widget=CheckboxInput(), validate_choice=False)
    if question.not_sure:
        choices.append(SelectChoice(value=NOT_SURE, label=gettext("I am not sure")))
    return RadioField(label, choices=choices, validate_choice=False)


def answers_of(form: BaseForm, library: Library) -> Answers:
    """Return the answers in the form. Values that are not options are dropped: a forged value counts as skipped."""
    given = {question.id: _ticked(form[question.id].data) for question in library.questions}
    return {
        question.id: ticked
        for question in library.questions
        if (ticked := tuple(id for id in question.option_ids if id in given[question.id]))
    }


def _ticked(data: str | list[str] | None) -> list[str]:
    return data if isinstance(data, list) else [data or NOT_SURE]


def formdata_of(answers: Answers) -> MultiDict[str, str]:
    return MultiDict([(question, option) for question, ticked in answers.items() for option in ticked])
