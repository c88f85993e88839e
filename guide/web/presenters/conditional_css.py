"""Style rules that hide a follow-up question until the answers before it ask for it.

Made from the same `when` rules as everything else. Where a browser lacks `:has()`, all questions show.
"""

from __future__ import annotations

from collections.abc import Iterable

from guide.model.content import Question
from guide.model.rule import ALWAYS, All, Any, Chose, Not, Rule


def style_rules(questions: Iterable[Question]) -> str:
    hidden = [
        f"form:not({selector(question.when)}) #q-{question.id}{{display:none}}"
        for question in questions
        if question.when != ALWAYS
    ]
    return "@supports selector(:has(a)){\n" + "\n".join(hidden) + "\n}\n"


def selector(rule: Rule) -> str:
    """A selector for the form in which the rule surely holds."""
    match rule:
        case Chose(question, options):
            ticked = ",".join(f'[name="{question}"][value="{option}"]:checked' for option in options)
            return f":has({ticked})"
        case All(parts):
            return f":is({''.join(selector(part) for part in parts) or '*'})"
        case Any(parts):
            return f":is({','.join(selector(part) for part in parts)})"
        case Not(Chose(question) as part):
            # Unknown never counts as no: something else must be ticked.
            return f':has([name="{question}"]:checked:not([value=""])):not({selector(part)})'
        case Not(part):
            raise ValueError(f"no style rule can say when {part} surely does not hold")
