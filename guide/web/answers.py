"""How answers travel: once, in the body of a POST, and no further."""

from __future__ import annotations

from flask import request
from wtforms.form import BaseForm

from guide.rule import Answers
from guide.walk import walk
from guide.web.forms import answers_of, form_of, formdata_of
from guide.web.shelf import catalogue, shelf
from guide.web.speech import speech_here


def posted() -> Answers:
    """The answers in the body of this request that count: forged and hidden ones are dropped."""
    library = shelf().library
    form = form_of(library, catalogue().gettext, request.form)
    return walk(library.questions, answers_of(form, library)).answers


def form_with(answers: Answers) -> BaseForm:
    """The form in the language of this request, holding these answers."""
    return form_of(shelf().library, speech_here().rich, formdata_of(answers) or None)
