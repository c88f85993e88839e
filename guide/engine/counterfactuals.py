"""Counterfactuals: which different answer would remove a finding from a result, and which makes no difference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guide.engine.explain import verdict_of
from guide.engine.rules import mentions
from guide.engine.walk import Walk, walk
from guide.model.content import Question
from guide.model.rule import NEVER, Answers, Rule


@dataclass(frozen=True)
class Argument:
    """The effects of changing one answer on one finding of a result."""

    unless: Mapping[str, tuple[str, ...]]  # question -> the options that would remove the finding, each chosen instead
    idle: tuple[str, ...]  # the answered questions for which no other answer changes its verdict


class Counterfactuals:
    """All walks that differ in one answer, computed once for all findings of a result."""

    def __init__(self, questions: Iterable[Question], given: Walk) -> None:
        self.questions = tuple(questions)
        self.given = given
        self._parents = {question.id: mentions(question.when) for question in self.questions}
        self._with_follow_ups = {parent for parents in self._parents.values() for parent in parents}
        self._walks: dict[tuple[str, tuple[str, ...]], Answers] = {}

    def argument(self, when: Rule | None, may: Rule | None) -> Argument:
        """Return the counterfactuals of a finding with these rules, for the given answers."""
        read = self._read((*mentions(when or NEVER), *mentions(may or NEVER)))
        verdict = verdict_of(when, may, self.given.answers)
        unless: dict[str, tuple[str, ...]] = {}
        idle = []
        for question in self.questions:
            if question.id not in self.given.asked:
                continue
            changed = [] if question.id not in read else [*((option,) for option in question.option_ids), ()]
            others = {ticked: verdict_of(when, may, self._with(question.id, ticked)) for ticked in changed}
            if gone := tuple(ticked[0] for ticked in changed if ticked and others[ticked] is None):
                unless[question.id] = gone
            if self.given.answers.get(question.id) and not set(others.values()) - {verdict}:
                idle.append(question.id)
        return Argument(unless, tuple(idle))

    def _read(self, questions: tuple[str, ...]) -> set[str]:
        """Return these questions, and those that decide whether they are asked."""
        found = set(questions)
        for question in questions:
            found |= self._read(self._parents[question])
        return found

    def _with(self, question: str, ticked: tuple[str, ...]) -> Answers:
        """Return the answers that count with another one. It must be one that can stand alone, to an asked question."""
        if question not in self._with_follow_ups:  # all else is asked as before
            others = {id: options for id, options in self.given.answers.items() if id != question}
            return {**others, question: ticked} if ticked else others
        key = (question, ticked)
        if key not in self._walks:
            self._walks[key] = walk(self.questions, {**self.given.answers, question: ticked}).answers
        return self._walks[key]
