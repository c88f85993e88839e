"""Three-valued rules: a rule holds (True), does not hold (False), or cannot be told (None).

The script in the browser has the same evaluator (static/js/rules.mjs). Both are held together
by tests/vectors/rules.json.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import combinations

from guide.model.rule import All, Answers, Any, Chose, Not, Rule

Values = frozenset[bool | None]
OPEN: Values = frozenset({True, False, None})


@dataclass(frozen=True)
class Reason:
    """The smallest set of answers and skipped questions that alone decides what a rule says."""

    because: Mapping[str, tuple[str, ...]]
    skipped: tuple[str, ...]


def from_plain(plain: object) -> Rule:
    """The rule that a mapping of `all`, `any`, `not` and `question: value` stands for.

    Several keys in one mapping must all hold. Trusts its input: content.py checks the shape.
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
    """The mapping that `from_plain` reads back: how a rule travels to the browser."""
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
    """Whether the rule surely holds, surely does not, or cannot be told from these answers."""
    match rule:
        case Chose(question, options):
            ticked = answers.get(question)
            # Nothing ticked: nothing is known. Unknown never counts as no.
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
    """Every `question: value` of the rule, in the order it is written."""
    match rule:
        case Chose():
            yield rule
        case All(parts) | Any(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)


def mentions(rule: Rule) -> tuple[str, ...]:
    """The questions the rule looks at, each once, in the order it is written."""
    return tuple(dict.fromkeys(leaf.question for leaf in leaves(rule)))


def deciding(rule: Rule, answers: Answers, asked: Set[str]) -> Reason:
    """The smallest set of answers and skipped questions that alone decides what the rule says.

    Whatever the other questions had been answered, the rule would say the same. Follow-ups
    that were never asked (not in `asked`) need no mention: the question before them decides that.
    Of several smallest sets the first in the order of the rule is taken.
    """
    # How it works. A rule says True, False or None (cannot be told). We look for the fewest questions that settle
    # that value: with the state of only those known, and every other question free to be anything, the rule could
    # say nothing else. `_possible` gives all that the rule could say for one choice of known questions.
    # 1. Sizes are tried from 0 upwards, so the first choice that works is a smallest one. Of equal size, `combinations`
    #    keeps the order of the rule, so the result is the same in every run and in the browser's twin (rules.mjs).
    # 2. A follow-up that was never asked counts as known without being mentioned: it cannot be answered, and the
    #    question before it, which a rule must name, is what a reader can change.
    # 3. The empty choice works for a rule that is always the same, and all questions together always work, so the
    #    search ends. Rules name few questions, so trying all choices costs little.
    # 4. "Free" means really free: parts that share a question are looked at apart. So a smaller set may exist than
    #    the one found for a rule such as `a or not a`; it is never wrong, only longer.
    value = holds(rule, answers)
    questions = mentions(rule)
    never_asked = frozenset(q for q in questions if q not in asked and not answers.get(q))
    open_to_choice = [question for question in questions if question not in never_asked]
    for size in range(len(open_to_choice) + 1):
        for kept in combinations(open_to_choice, size):
            if _possible(rule, answers, never_asked.union(kept)) == {value}:
                return _reason(rule, answers, kept, value)
    raise AssertionError("all questions together always decide a rule")


def _possible(rule: Rule, answers: Answers, known: Set[str]) -> Values:
    """What the rule could say when only the state of the `known` questions is settled."""
    match rule:
        case Chose(question):
            return frozenset({holds(rule, answers)}) if question in known else OPEN
        case All(parts):
            return _combine([_possible(part, answers, known) for part in parts], (False, None, True))
        case Any(parts):
            return _combine([_possible(part, answers, known) for part in parts], (True, None, False))
        case Not(part):
            return frozenset(None if value is None else not value for value in _possible(part, answers, known))


def _combine(parts: list[Values], strongest_first: tuple[bool | None, ...]) -> Values:
    """What a group can say: a value wins if one part can say it and no part must say a stronger one."""
    # A group takes the strongest value that any part says: in `all`, False beats None beats True; in `any`, True
    # beats None beats False. Each part can say one of several values, so the group can say a value if the parts can
    # be chosen to give it. For the value at `rank` that needs two things:
    # - one part can say exactly it. The weakest value needs none: it is what a group without parts says, and what
    #   is left when no part says anything stronger.
    # - no part is forced to beat it: every part can say this value or a weaker one (`allowed`).
    # Both together are enough, because parts are chosen independently: let one part say the value, and each other
    # part any value from `allowed`; the strongest of them is then the value.
    # Example, `all` of {False, True} and {None}: False can be said (first part), None can be said (first part True),
    # True cannot (the second part has only None).
    result: set[bool | None] = set()
    weakest = strongest_first[-1]
    for rank, value in enumerate(strongest_first):
        allowed = set(strongest_first[rank:])
        can = any(value in part for part in parts) or value == weakest
        if can and all(part & allowed for part in parts):
            result.add(value)
    return frozenset(result)


def _reason(rule: Rule, answers: Answers, kept: tuple[str, ...], value: bool | None) -> Reason:
    """The kept questions, each with no more ticks than are needed for the same value."""
    because = {question: answers[question] for question in kept if answers.get(question)}
    for question, ticked in because.items():
        because[question] = next(
            fewer
            for size in range(1, len(ticked) + 1)
            for fewer in combinations(ticked, size)
            if holds(rule, {**answers, **because, question: fewer}) == value
        )
    return Reason(because, tuple(question for question in kept if not answers.get(question)))
