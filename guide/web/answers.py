"""Converts between form bodies and answers: one field per question, named by its id, with option ids as values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import request
from werkzeug.datastructures import MultiDict
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
"""The value of "I am not sure": the default of each single-choice question."""


def posted(where: Where) -> Answers:
    """Return the valid answers in the body of this request, without forged ones and those of hidden questions."""
    here = state()
    library = here.library
    form = form_of(library, here.catalog(where.language).gettext, request.form)
    return walk(library.questions, answers_of(form, library)).answers


def form_with(where: Where, answers: Answers) -> BaseForm:
    """Return the form in the language of `where`, with these answers."""
    return form_of(state().library, translator_of(where).rich, formdata_of(answers) or None)


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
    choices.append(SelectChoice(value=NOT_SURE, label=gettext("I am not sure")))
    return RadioField(label, choices=choices, default=NOT_SURE, validate_choice=False)


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
