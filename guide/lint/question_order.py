"""The order of the form: readers may stop after the questions of today, so none of these may stand after that."""

from __future__ import annotations

from collections.abc import Iterator

from guide.engine.question_order import late, of_today, parts_of
from guide.model.content import Library
from guide.model.problems import Problem


def problems(library: Library) -> Iterator[Problem]:
    """Yield an error for each question of today that many readers would never see, and for each mixed part."""
    if not library.has_current_law:
        return
    today = of_today(library)
    old = [question for question in library.questions if question.id not in today]
    for question in late(library):
        message = f"a rule of today reads `{question.id}`, but it stands after `{old[0].id}`, which only old rules read"
        remedy = f"move it before `{old[0].id}`: many readers stop there"
        yield Problem(question.path, question.line_of("ask"), "late-question", message, remedy)
    mixed = set(parts_of(library, today)) & set(parts_of(library, [question.id for question in old]))
    for question in old:
        if any(part.id == question.part for part in mixed):
            message = f"only old rules read `{question.id}`, but its part `{question.part}` has questions of today"
            remedy = "give it a part of the old rules"
            yield Problem(question.path, question.line_of("part"), "mixed-part", message, remedy)
