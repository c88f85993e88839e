"""Which questions are asked, and which answers count: computed each time, never stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guide.engine.rules import holds
from guide.model.content import Question
from guide.model.rule import Answers

NONE = "none"


@dataclass(frozen=True)
class Walk:
    """The questions that are asked, and the answers that count."""

    asked: tuple[str, ...]
    answers: Answers


def walk(questions: Iterable[Question], answers: Answers) -> Walk:
    """Walk through the questions in order, and drop answers to questions that would not be asked.

    Ticks are sorted in the order of the options. "None of these" together with another tick
    counts as skipped.
    """
    asked: list[str] = []
    kept: dict[str, tuple[str, ...]] = {}
    for question in questions:
        # A skipped question is unknown, so a follow-up is asked only if its rule is certainly true.
        if holds(question.when, kept) is not True:
            continue
        asked.append(question.id)
        given = set(answers.get(question.id, ()))
        ticked = tuple(id for id in question.option_ids if id in given)
        contradicts = len(ticked) > 1 and (not question.many or NONE in ticked)
        if ticked and not contradicts:
            kept[question.id] = ticked
    return Walk(tuple(asked), kept)
