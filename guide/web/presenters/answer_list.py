"""The list of answers in a result, with a way to change each."""

from __future__ import annotations

from dataclasses import dataclass

from guide.engine.explain import Explanation
from guide.engine.question_order import of_today, old_asked, unanswered
from guide.model.content import Library, Question


@dataclass(frozen=True)
class AnswerList:
    given: tuple[tuple[Question, tuple[str, ...]], ...]  # each with the options that were chosen
    skipped: tuple[Question, ...]  # questions of today without an answer
    more: int  # how many questions about the old rules have no answer


def answer_list(library: Library, explanation: Explanation | None) -> AnswerList:
    """Return the list; without a result, every row that it can have: the pieces for the script."""
    today = of_today(library)
    if explanation is None:
        every = tuple((question, question.option_ids) for question in library.questions)
        return AnswerList(every, tuple(question for question in library.questions if question.id in today), 1)
    answers, asked = explanation.answers, explanation.asked
    given = tuple((library.question(id), answers[id]) for id in asked if id in answers)
    skipped = unanswered((id for id in asked if id in today), answers)
    more = unanswered(old_asked(library, asked), answers)
    return AnswerList(given, tuple(map(library.question, skipped)), len(more))
