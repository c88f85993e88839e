"""Rules that are never true, always true or redundant; unused questions and options."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from guide.engine.rules import holds, leaves
from guide.engine.walk import NONE
from guide.lint.answer_sets import answer_sets
from guide.model.content import Finding, Library, Question
from guide.model.placed import Placed
from guide.model.problems import Problem
from guide.model.roles import TONE_ONLY
from guide.model.rule import ALWAYS, NEVER, All, Answers, Any, Chose, Not, Rule

UNUSED = "unused question: remove it or use it in a rule"
FOR_THE_PERSON = frozenset({"in-favour", "protection"})
AGAINST_THE_PERSON = frozenset({"against", "priority"})


@dataclass(frozen=True)
class _Ruled:
    """A finding or a review, with the two rules that decide whether it is shown."""

    place: Placed
    when: Rule
    may: Rule

    @property
    def conditional(self) -> bool:
        """Whether it depends on answers. `when: {}` says explicitly that it is for everyone."""
        return ALWAYS not in (self.when, self.may)

    def sets(self, library: Library, skips: bool) -> list[Answers]:
        return answer_sets(library.questions, (self.when, self.may), skips)

    def says(self, answers: Answers) -> tuple[bool | None, bool | None]:
        """Evaluate `when` and `may` with these answers; results that look the same to a reader are equal."""
        sure = holds(self.when, answers)
        if sure:
            return True, None
        possible = holds(self.may, answers)
        return (None, possible or None) if sure is None else (False, possible)

    def shown(self, answers: Answers) -> bool:
        return self.says(answers) != (False, False)


@dataclass(frozen=True)
class _Branch:
    """One branch of an `any`, and two rules derived from the rule that contains it."""

    rule: Rule
    without: Rule  # the whole rule without this branch
    alone: Rule  # the branch, and every condition that must also hold


def never_shown(library: Library) -> Iterator[Problem]:
    """Yield an error for each finding or review that no answers show, or that only skipped questions show."""
    for ruled in _ruled(library):
        if not any(map(ruled.shown, ruled.sets(library, skips=True))):
            message = "never shown, whatever the answers"
        elif not any(map(ruled.shown, ruled.sets(library, skips=False))):
            message = "shown only if questions are skipped, never with an answer to them"
        else:
            continue
        yield Problem(ruled.place.path, 1, "never-shown", message, "fix `when` or `may`")


def never_sure(library: Library) -> Iterator[Problem]:
    """Yield an error for each finding with a `when` that no answers make certainly true."""
    for finding in (each for guideline in library.guidelines.values() for each in guideline.findings):
        if finding.when is None:
            continue
        # A skipped question makes no rule certain, so complete answer sets are enough.
        complete = answer_sets(library.questions, [finding.when], skips=False)
        if not any(holds(finding.when, answers) for answers in complete):
            line = finding.line_of("when")
            message = "`when` is never true, whatever the answers"
            yield Problem(finding.path, line, "never-sure", message, "fix it, or use `may`")


def always_shown(library: Library) -> Iterator[Problem]:
    """Yield a warning for each finding with conditions that every complete answer set shows."""
    for ruled in _ruled(library):
        if ruled.conditional and all(map(ruled.shown, ruled.sets(library, skips=False))):
            message, fix = "shown to everyone, although it has rules", "write `when: {}` if it is for everyone"
            yield Problem(ruled.place.path, 1, "always-shown", message, fix, "warning")


def idle_questions(library: Library) -> Iterator[Problem]:
    """Yield an error for each unused question, and a warning for each unused option.

    Exceptions: questions of the role `tone-only`, which change wording only, and one negative answer of each question.
    """
    seen = {
        (leaf.question, option)
        for rule in (*_rules(library), *(question.when for question in library.questions))
        for leaf in leaves(rule)
        for option in leaf.options
    }
    for question in library.questions:
        idle = [option for option in question.option_ids if (question.id, option) not in seen]
        if question.role == TONE_ONLY:
            continue
        if len(idle) == len(question.options):
            line = question.line_of("ask")
            message = f"no rule uses the question `{question.id}`"
            yield Problem(question.path, line, "idle-question", message, UNUSED)
            continue
        for option in question.options:
            if option.id in idle and option.id != _no(question, idle):
                line = option.line_of("label")
                message = f"no rule uses `{question.id}: {option.id}`"
                fix = "unused option: remove it or use it in a rule"
                yield Problem(question.path, line, "idle-option", message, fix, "warning")


def contradictions(library: Library) -> Iterator[Problem]:
    """Yield a warning for two findings of a set that count the same answers for and against a person."""
    for guideline in library.guidelines.values():
        sided = [each for each in guideline.findings if each.weighs in FOR_THE_PERSON | AGAINST_THE_PERSON]
        for one, other in combinations(sided, 2):
            if _opposed(one, other) and _same_answers(library, one, other):
                message = f"the same answers count as {other.weighs} here and as {one.weighs} in `{one.id}`"
                yield Problem(other.path, 1, "contradiction", message, "check which of the two is right", "warning")


def dead_branches(library: Library) -> Iterator[Problem]:
    """Yield a warning for each branch of an `any` that can never be true or that other branches cover."""
    for ruled in _ruled(library):
        if any(True for rule in (ruled.when, ruled.may) for _ in _branches(rule)):
            for key, branch, why in _dead(library, ruled):
                message = f"in `{key}` the branch `{_flow(branch)}` {why}"
                line = ruled.place.line_of(key)
                yield Problem(ruled.place.path, line, "dead-branch", message, "remove it", "warning")


def _ruled(library: Library) -> Iterator[_Ruled]:
    """Yield everything with rules: no read-only texts, and no reviews that have ended (`may: {any: []}`)."""
    for guideline in library.guidelines.values():
        for finding in guideline.findings:
            if not finding.read_only:
                yield _Ruled(finding, finding.when or NEVER, finding.may or NEVER)
    for review in library.reviews.values():
        if review.may != NEVER:
            yield _Ruled(review, NEVER, review.may)


def _rules(library: Library) -> Iterator[Rule]:
    for ruled in _ruled(library):
        yield from (ruled.when, ruled.may)


def _no(question: Question, idle: list[str]) -> str | None:
    """Return the negative answer: "none of these", or else the one answer that no rule uses."""
    if NONE in idle:
        return NONE
    return None if question.many else next(iter(idle), None)


def _opposed(one: Finding, other: Finding) -> bool:
    both = {one.weighs, other.weighs}
    return bool(both & FOR_THE_PERSON and both & AGAINST_THE_PERSON)


def _same_answers(library: Library, one: Finding, other: Finding) -> bool:
    """Whether two findings apply with exactly the same answers; if neither has a `when`, compare their `may`."""
    pair = (one.when, other.when) if one.when or other.when else (one.may, other.may)
    first, second = (rule or NEVER for rule in pair)
    sets = answer_sets(library.questions, (first, second))
    true = [each for each in sets if holds(first, each)]
    return bool(true) and true == [each for each in sets if holds(second, each)]


def _dead(library: Library, ruled: _Ruled) -> Iterator[tuple[str, Rule, str]]:
    """Yield the branches without effect, the last first; each is removed before the search for the next."""
    every, complete = ruled.sets(library, skips=True), ruled.sets(library, skips=False)
    rules: dict[str, Rule] = {"when": ruled.when, "may": ruled.may}
    for key in rules:
        while (found := _first_dead(rules, key, every, complete)) is not None:
            branch, why = found
            yield key, branch.rule, why
            rules[key] = branch.without


def _first_dead(
    rules: Mapping[str, Rule], key: str, every: list[Answers], complete: list[Answers]
) -> tuple[_Branch, str] | None:
    now = _Ruled(Placed(), rules["when"], rules["may"])
    for branch in _branches(rules[key]):
        if not any(holds(branch.alone, each) for each in complete):
            return branch, "can never be true"
        then = {**rules, key: branch.without}
        without = _Ruled(Placed(), then["when"], then["may"])
        if all(now.says(each) == without.says(each) for each in every):
            beside = " or `when`" if key == "may" and now.when != NEVER else ""
            return branch, f"is redundant: the other branches{beside} cover it"
    return None


def _branches(rule: Rule) -> Iterator[_Branch]:
    """Yield every branch of every `any` in the rule, the last first."""
    match rule:
        case Not(part):
            for inner in _branches(part):
                yield _Branch(inner.rule, Not(inner.without), inner.alone)
        case All(parts) | Any(parts):
            for place in reversed(range(len(parts))):
                before, part, after = parts[:place], parts[place], parts[place + 1 :]
                if isinstance(rule, Any):
                    yield _Branch(part, Any(before + after), part)
                for inner in _branches(part):
                    without = (*before, inner.without, *after)
                    if isinstance(rule, Any):
                        yield _Branch(inner.rule, Any(without), inner.alone)
                    else:
                        yield _Branch(inner.rule, All(without), All((*before, inner.alone, *after)))
        case Chose():
            return


def _flow(rule: Rule) -> str:
    """Return the rule on one line of YAML, as an editor would write it."""
    match rule:
        case Chose(question, (option,)):
            return f"{{{question}: {option}}}"
        case Chose(question, options):
            return f"{{{question}: [{', '.join(options)}]}}"
        case All(parts):
            return "{" + ", ".join(_flow(part)[1:-1] for part in parts) + "}"
        case Any(parts):
            return "{any: [" + ", ".join(map(_flow, parts)) + "]}"
        case Not(part):
            return f"{{not: {_flow(part)}}}"
