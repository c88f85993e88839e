"""Three-valued evaluation of rules: True, False, or None (unknown).

The browser has the same evaluator (static/js/rules.mjs). Both run the test vectors in
tests/vectors/rules.json.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import combinations

from guide.model.rule import All, Answers, Any, Chose, Not, Rule

# Which values a rule could have, as bits: sets of these cost too much for each visitor.
FALSE, UNKNOWN, TRUE = 1, 2, 4
OPEN = FALSE | UNKNOWN | TRUE
BIT: Mapping[bool | None, int] = {False: FALSE, None: UNKNOWN, True: TRUE}


@dataclass(frozen=True)
class Reason:
    """The smallest set of answers and skipped questions that decides the value of a rule."""

    because: Mapping[str, tuple[str, ...]]
    skipped: tuple[str, ...]


def from_plain(plain: object) -> Rule:
    """Build a rule from a mapping of `all`, `any`, `not` and `question: value`.

    Several keys in one mapping mean `all`. The loader has checked the input; raises ValueError if it is not a mapping.
    """
    if not isinstance(plain, Mapping):
        raise ValueError(f"a rule is a mapping, not {plain!r}")
    parts = tuple(_clause(str(key), value) for key, value in plain.items())
    return parts[0] if len(parts) == 1 else All(parts)


def _clause(key: str, value: object) -> Rule:
    if key == "not":
        return Not(from_plain(value))
    items = value if isinstance(value, list | tuple) else [value]
    if key == "all":
        return All(tuple(from_plain(item) for item in items))
    if key == "any":
        return Any(tuple(from_plain(item) for item in items))
    return Chose(key, tuple(str(item) for item in items))


def to_plain(rule: Rule) -> dict[str, object]:
    """Return the rule as a mapping, the format for the browser; the inverse of `from_plain`."""
    match rule:
        case Chose(question, options):
            return {question: list(options)}
        case All(parts):
            return {"all": [to_plain(part) for part in parts]} if parts else {}
        case Any(parts):
            return {"any": [to_plain(part) for part in parts]}
        case Not(part):
            return {"not": to_plain(part)}


def holds(rule: Rule, answers: Answers) -> bool | None:
    """Evaluate the rule: True, False, or None if these answers do not decide it."""
    match rule:
        case Chose(question, options):
            ticked = answers.get(question)
            # A skipped question is unknown. Unknown never counts as no.
            return None if not ticked else not set(options).isdisjoint(ticked)
        case All(parts):
            values = [holds(part, answers) for part in parts]
            return False if False in values else None if None in values else True
        case Any(parts):
            values = [holds(part, answers) for part in parts]
            return True if True in values else None if None in values else False
        case Not(part):
            value = holds(part, answers)
            return None if value is None else not value


def leaves(rule: Rule) -> Iterator[Chose]:
    """Yield every `question: value` of the rule, in the order of the rule."""
    match rule:
        case Chose():
            yield rule
        case All(parts) | Any(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)


def mentions(rule: Rule) -> tuple[str, ...]:
    """Return the questions that the rule uses, without duplicates, in the order of the rule."""
    return rule.questions


def deciding(rule: Rule, answers: Answers, asked: Set[str]) -> Reason:
    """Return the smallest set of answers and skipped questions that decides the value of the rule.

    With any answers to the other questions, the rule would have the same value. Follow-up questions
    that were not asked (not in `asked`) are not listed: the question before them decides that.
    Of several smallest sets, the first in the order of the rule is returned.
    """
    # How it works. A rule has the value True, False or None (unknown). We look for the fewest questions that decide
    # that value: with only these known, and any answers to all others, the rule could have no other value.
    # `_possible` returns all values that the rule could have for one choice of known questions.
    # 1. Sizes are tried from 0 upwards, so the first choice that works is a smallest one. Of equal size, `combinations`
    #    keeps the order of the rule, so the result is the same in every run and in the browser's twin (rules.mjs).
    # 2. A follow-up that was not asked counts as known and is not listed: it cannot be answered, and the
    #    question before it, which a rule must name, is what a reader can change.
    # 3. The empty choice works for a constant rule, and all questions together always work, so the
    #    search ends. Rules name few questions, so trying all choices is cheap.
    # 4. Parts that share a question are treated as independent. So for a rule such as `a or not a` a smaller set
    #    may exist than the one found; the result is never wrong, only longer.
    value = holds(rule, answers)
    questions = mentions(rule)
    never_asked = frozenset(q for q in questions if q not in asked and not answers.get(q))
    open_to_choice = [question for question in questions if question not in never_asked]
    for size in range(len(open_to_choice) + 1):
        for kept in combinations(open_to_choice, size):
            if size == len(open_to_choice) or _possible(rule, answers, never_asked.union(kept)) == BIT[value]:
                return _reason(rule, answers, kept, value)
    raise AssertionError("unreachable: all questions together always decide a rule")


def _possible(rule: Rule, answers: Answers, known: Set[str]) -> int:
    """Return the values that the rule could have if only the `known` questions are known, as bits."""
    match rule:
        case Chose(question):
            return BIT[holds(rule, answers)] if question in known else OPEN
        case All(parts):
            return _combine([_possible(part, answers, known) for part in parts], FALSE, TRUE)
        case Any(parts):
            return _combine([_possible(part, answers, known) for part in parts], TRUE, FALSE)
        case Not(part):
            value = _possible(part, answers, known)
            return value & UNKNOWN | (TRUE if value & FALSE else 0) | (FALSE if value & TRUE else 0)


def _combine(parts: list[int], strongest: int, weakest: int) -> int:
    """Return the possible values of a group: those that one part can have while no part must have a stronger one."""
    # A group has the strongest value of its parts: in `all`, False beats None beats True; in `any`, True beats None
    # beats False. Each part has several possible values, so a value is possible for the group if the parts can be
    # chosen to give it: one part has this value, and each other part this one or a weaker one. They are chosen
    # independently. The weakest value needs no part that has it: it is the value of a group without parts.
    # Example, `all` of {False, True} and {None}: False is possible (first part), None is possible (first part True),
    # True is not (the second part has only None).
    one_can, all_can_be_weak, none_must_be_strong = 0, True, True
    for part in parts:
        one_can |= part
        all_can_be_weak = all_can_be_weak and bool(part & weakest)
        none_must_be_strong = none_must_be_strong and bool(part & (weakest | UNKNOWN))
    unknown = one_can & UNKNOWN if none_must_be_strong else 0
    return one_can & strongest | unknown | (weakest if all_can_be_weak else 0)


def _reason(rule: Rule, answers: Answers, kept: tuple[str, ...], value: bool | None) -> Reason:
    """Return the kept questions, each with the fewest ticks that give the same value."""
    because = {question: answers[question] for question in kept if answers.get(question)}
    for question, ticked in because.items():
        if len(ticked) == 1:
            continue
        because[question] = next(
            fewer
            for size in range(1, len(ticked) + 1)
            for fewer in combinations(ticked, size)
            if holds(rule, {**answers, **because, question: fewer}) == value
        )
    return Reason(because, tuple(question for question in kept if not answers.get(question)))
