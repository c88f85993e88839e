"""Answers travel once, in the body of a POST: a field for each question, named by its id, with option ids as values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import request
from werkzeug.datastructures import MultiDict
from wtforms import RadioField, SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its type hints
from wtforms.form import BaseForm
from wtforms.widgets import CheckboxInput

from guide.engine.walk import walk
from guide.model.content import Library, Question
from guide.model.rule import Answers
from guide.web.context import translator_of
from guide.web.state import state
from guide.web.urls import Where

NOT_SURE = ""
"""The value of "I am not sure": the preset of each question with one answer."""


def posted(where: Where) -> Answers:
    """The answers in the body of this request that count: forged and hidden ones are dropped."""
    here = state()
    library = here.library
    form = form_of(library, here.catalog(where.language).gettext, request.form)
    return walk(library.questions, answers_of(form, library)).answers


def form_with(where: Where, answers: Answers) -> BaseForm:
    """The form in the language of this place, holding these answers."""
    return form_of(state().library, translator_of(where).rich, formdata_of(answers) or None)


def form_of(library: Library, say: Callable[[str], str], formdata: MultiDict[str, str] | None) -> BaseForm:
    """The form with its labels said in the language of `say`, holding what was posted."""
    form = BaseForm({question.id: _field(question, say) for question in library.questions})
    form.process(formdata)
    return form


def _field(question: Question, say: Callable[[str], str]) -> Any:
    choices = [SelectChoice(value=option.id, label=say(option.label)) for option in question.options]
    label = say(question.ask)
    if question.many:
        return SelectMultipleField(label, choices=choices, option_widget=CheckboxInput(), validate_choice=False)
    choices.append(SelectChoice(value=NOT_SURE, label=say("I am not sure")))
    return RadioField(label, choices=choices, default=NOT_SURE, validate_choice=False)


def answers_of(form: BaseForm, library: Library) -> Answers:
    """What the form holds, with everything dropped that is no option: a forged value is like a skip."""
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
