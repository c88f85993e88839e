"""Public personas, and which of them differ in one answer only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guide.engine.walk import walk
from guide.model.content import Library, Persona, Question
from guide.model.rule import Answers


@dataclass(frozen=True)
class Neighbor:
    """Another persona, the one question with a different answer, and its ticks (empty: skipped)."""

    persona: Persona
    question: Question
    ticked: tuple[str, ...]


def public_personas(library: Library) -> dict[str, Persona]:
    """Return the personas that have a page, by id."""
    return {id: persona for id, persona in library.personas.items() if persona.title}


def neighbors(library: Library, persona: Persona) -> list[Neighbor]:
    """Return the public personas that differ in exactly one answer, in the order of questions and options.

    Only answers that count are compared: a follow-up question that is not asked makes no difference.
    """
    here = walk(library.questions, persona.answers).answers
    found = []
    for other in public_personas(library).values():
        there = walk(library.questions, other.answers).answers
        changed = list(_changed(library.questions, here, there))
        if len(changed) == 1:
            found.append(Neighbor(other, changed[0], there.get(changed[0].id, ())))
    return sorted(found, key=lambda neighbor: _place(library, neighbor))


def _place(library: Library, neighbor: Neighbor) -> tuple[int, list[int]]:
    options = neighbor.question.option_ids
    return library.numbers[neighbor.question.id], [options.index(option) for option in neighbor.ticked]


def _changed(questions: Iterable[Question], here: Answers, there: Answers) -> Iterable[Question]:
    return (question for question in questions if here.get(question.id) != there.get(question.id))
