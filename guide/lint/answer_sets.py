"""The answer sets that can make a difference to some rules: few enough to try all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, combinations

from guide.engine.rules import holds, leaves
from guide.engine.walk import NONE
from guide.model.content import Question
from guide.model.rule import Answers, Chose, Rule


def answer_sets(questions: Iterable[Question], rules: Iterable[Rule], skips: bool = True) -> list[Answers]:
    """Return answer sets that cover every possible result of these rules; walk() leaves each of them unchanged.

    They cover the questions that the rules mention and the questions those depend on. If no rule distinguishes
    two answers, only the first is used, so options that no rule mentions count as one.
    If `skips` is false, every question that is asked has an answer.
    """
    looked_at = [leaf for rule in rules for leaf in leaves(rule)]
    named = {leaf.question for leaf in looked_at}
    wanted: list[Question] = []
    for question in reversed(tuple(questions)):  # a question depends only on questions before it
        if question.id in named:
            wanted.insert(0, question)
            before = list(leaves(question.when))
            looked_at += before
            named.update(leaf.question for leaf in before)
    sets: list[Answers] = [{}]
    for question in wanted:
        ticks = _ticks(question, [leaf for leaf in looked_at if leaf.question == question.id])
        sets = [more for answers in sets for more in _answered(question, ticks, answers, skips)]
    return sets


def _answered(question: Question, ticks: list[tuple[str, ...]], answers: Answers, skips: bool) -> Iterator[Answers]:
    asked = holds(question.when, answers) is True
    if skips or not asked:
        yield answers
    if asked:
        yield from ({**answers, question.id: ticked} for ticked in ticks)


def _ticks(question: Question, looked_at: list[Chose]) -> list[tuple[str, ...]]:
    """Return the answers to one question that the rules can distinguish, the smallest of each kind."""
    kinds: dict[frozenset[int], str] = {}
    for option in question.option_ids:
        kinds.setdefault(_seen((option,), looked_at), option)
    singles: list[tuple[str, ...]] = [(option,) for option in question.option_ids]
    together = [option for option in kinds.values() if option != NONE] if question.many else []
    groups = chain.from_iterable(combinations(together, size) for size in range(2, len(together) + 1))
    found: dict[frozenset[int], tuple[str, ...]] = {}
    for ticked in chain(singles, groups):
        found.setdefault(_seen(ticked, looked_at), ticked)
    return list(found.values())


def _seen(ticked: tuple[str, ...], looked_at: list[Chose]) -> frozenset[int]:
    """Return the indexes of the leaves that are true with these ticks: all that a rule can distinguish."""
    return frozenset(place for place, leaf in enumerate(looked_at) if not set(ticked).isdisjoint(leaf.options))
