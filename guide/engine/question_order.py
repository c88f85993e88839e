"""Which questions come first: those that a rule of today reads. The others serve only rules that ended."""

from __future__ import annotations

from collections.abc import Iterable

from guide.engine.rules import mentions
from guide.model.content import FormPart, Library, Question
from guide.model.rule import Answers


def of_today(library: Library) -> frozenset[str]:
    """Return the questions that a finding of current law or a way to ask for a review reads, and those with a role.

    A follow-up among them brings the question that it follows.
    """
    rules = [rule for finding in library.current_law.findings for rule in (finding.when, finding.may) if rule]
    rules += [review.may for review in library.reviews.values()]
    found = {id for rule in rules for id in mentions(rule)}
    found |= {question.id for question in library.questions if question.role}
    for question in reversed(library.questions):  # a question follows only earlier ones
        if question.id in found:
            found.update(mentions(question.when))
    return frozenset(found)


def parts_of(library: Library, questions: Iterable[str]) -> list[FormPart]:
    """Return the parts of the form that these questions stand in."""
    ids = set(questions)
    used = {question.part for question in library.questions if question.id in ids}
    return [part for part in library.parts if part.id in used]


def old_parts(library: Library) -> list[FormPart]:
    """Return the parts that have only questions about rules that ended."""
    now = parts_of(library, of_today(library))
    return [part for part in library.parts if part not in now]


def old_asked(library: Library, asked: Iterable[str]) -> list[str]:
    """Return the asked questions that only rules that ended read."""
    today = of_today(library)
    return [id for id in asked if id not in today]


def late(library: Library) -> list[Question]:
    """Return the questions of today that stand after the first question that only old rules read."""
    today = of_today(library)
    first = next((at for at, question in enumerate(library.questions) if question.id not in today), None)
    return [] if first is None else [each for each in library.questions[first:] if each.id in today]


def unanswered(ids: Iterable[str], answers: Answers) -> list[str]:
    return [id for id in ids if not answers.get(id)]
