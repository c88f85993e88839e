"""Public personas, and which of them differ in one answer only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guide.engine.walk import walk
from guide.model.content import Library, Persona, Question
from guide.model.rule import Answers


@dataclass(frozen=True)
class Neighbour:
    """Another persona, the one question with a different answer, and its ticks (empty: skipped)."""

    scenario: Persona
    question: Question
    ticked: tuple[str, ...]


def public_personas(library: Library) -> dict[str, Persona]:
    """Return the personas that have a page, by id."""
    return {id: scenario for id, scenario in library.scenarios.items() if scenario.title}


def neighbours(library: Library, scenario: Persona) -> list[Neighbour]:
    """Return the public personas that differ in exactly one answer, in the order of questions and options.

    Only answers that count are compared: a follow-up question that is not asked makes no difference.
    """
    here = walk(library.questions, scenario.answers).answers
    found = []
    for other in public_personas(library).values():
        there = walk(library.questions, other.answers).answers
        changed = list(_changed(library.questions, here, there))
        if len(changed) == 1:
            found.append(Neighbour(other, changed[0], there.get(changed[0].id, ())))
    return sorted(found, key=lambda neighbour: _place(library, neighbour))


def _place(library: Library, neighbour: Neighbour) -> tuple[int, list[int]]:
    options = neighbour.question.option_ids
    return library.questions.index(neighbour.question), [options.index(option) for option in neighbour.ticked]


def _changed(questions: Iterable[Question], here: Answers, there: Answers) -> Iterable[Question]:
    return (question for question in questions if here.get(question.id) != there.get(question.id))
