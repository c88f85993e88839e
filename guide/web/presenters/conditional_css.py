"""Style rules that hide a follow-up question until its `when` rule is true, and an answer until its option is chosen.

Generated from the questions of the content. In browsers without `:has()`, all questions and these answers are shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from guide.model.content import Question
from guide.model.roles import BEING_HELD, YES
from guide.model.rule import ALWAYS, All, Any, Chose, Not, Rule


def style_rules(questions: Sequence[Question]) -> str:
    hidden = [
        f"form:not({selector(question.when)}) #q-{question.id}{{display:none}}"
        for question in questions
        if question.when != ALWAYS
    ]
    hidden += [
        f"form:not({selector(Chose(question.id, (YES,)))}) #now-{question.id}{{display:none}}"
        for question in questions
        if question.role == BEING_HELD
    ]
    return "@supports selector(:has(a)){\n" + "\n".join(hidden) + "\n}\n"


def selector(rule: Rule) -> str:
    """Return a selector that matches the form if the rule is certainly true."""
    match rule:
        case Chose(question, options):
            ticked = ",".join(f'[name="{question}"][value="{option}"]:checked' for option in options)
            return f":has({ticked})"
        case All(parts):
            return f":is({''.join(selector(part) for part in parts) or '*'})"
        case Any(parts):
            return f":is({','.join(selector(part) for part in parts)})"
        case Not(Chose(question) as part):
            # Unknown never counts as no: another option must be ticked.
            return f':has([name="{question}"]:checked:not([value=""])):not({selector(part)})'
        case Not(part):
            raise ValueError(f"no selector can express that {part} is certainly false")
