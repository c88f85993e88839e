"""Every finding is shown for some answers and absent for others."""

import itertools
from pathlib import Path

import pytest

from guide.engine.explain import explain, outcome_of
from guide.engine.rules import mentions
from guide.engine.walk import walk
from guide.loader.content import load
from guide.model.content import Finding
from guide.model.rule import ALWAYS, Rule

LIBRARY = load(Path(__file__).parents[1] / "content")
RULED = [
    pytest.param(finding, id=f"{guideline.id}-{finding.id}")
    for guideline in LIBRARY.guidelines.values()
    for finding in guideline.findings
    if not finding.read_only
]
CONDITIONAL = [each for each in RULED if each.values[0].when != ALWAYS]
# Every answer about papers counts for it, "none of these" too: a trip is a danger for each of them, in its own way.
FOR_ANY_ANSWER = {"now/travel"}
LEAVES_OUT = [each for each in CONDITIONAL if each.values[0].id not in FOR_ANY_ANSWER]


def questions_of(finding: Finding):
    """The questions that the rules look at, and those that lead there, in the order of the form."""
    rules: list[Rule] = [rule for rule in (finding.when, finding.may) if rule]
    wanted = {question for rule in rules for question in mentions(rule)}
    wanted |= {lead for question in LIBRARY.questions if question.id in wanted for lead in mentions(question.when)}
    return [question for question in LIBRARY.questions if question.id in wanted]


def answer_sets(finding):
    """Answer sets over these questions, each with one tick: small, and enough for every rule we have."""
    questions = questions_of(finding)
    for ticks in itertools.product(*(question.option_ids for question in questions)):
        yield {question.id: (tick,) for question, tick in zip(questions, ticks, strict=True)}


def pairs_of_ticks(finding):
    """The same with two ticks in the questions that take many: some rules need two of them."""
    for answers in answer_sets(finding):
        for question in questions_of(finding):
            if question.many:
                yield from (
                    {**answers, question.id: (*answers[question.id], option)}
                    for option in question.option_ids
                    if option not in answers[question.id]
                )


def shown(finding, answers):
    """How this one finding stands: the explanation of all of them would take a hundred times as long."""
    walked = walk(LIBRARY.questions, answers)
    return outcome_of(finding.when, finding.may, walked.answers, frozenset(walked.asked))


@pytest.mark.parametrize("finding", RULED)
def test_there_are_answers_that_show_it(finding):
    sets = itertools.chain(answer_sets(finding), pairs_of_ticks(finding))
    found = next(outcome for answers in sets if (outcome := shown(finding, answers)))
    assert found.kind in ("chosen", "depends")


@pytest.mark.parametrize("finding", [each for each in RULED if each.values[0].when is not None])
def test_there_are_answers_that_make_it_sure(finding):
    sets = itertools.chain(answer_sets(finding), pairs_of_ticks(finding))
    assert any((one := shown(finding, answers)) and one.verdict == "applies" for answers in sets)


@pytest.mark.parametrize("finding", LEAVES_OUT)
def test_there_are_answers_that_leave_it_out(finding):
    assert any(shown(finding, answers) is None for answers in answer_sets(finding))


@pytest.mark.parametrize("finding", [each for each in CONDITIONAL if each.values[0].id in FOR_ANY_ANSWER])
def test_a_rule_for_any_answer_always_may_apply(finding):
    outcomes = [shown(finding, answers) for answers in answer_sets(finding)]
    assert {outcome and outcome.verdict for outcome in outcomes} == {"may-apply"}


@pytest.mark.parametrize("review", LIBRARY.reviews.values(), ids=lambda review: review.id)
def test_a_review_never_applies(review):
    for seed in ({}, {"held": ("yes",)}, {"proceedings": ("court-open", "order-to-leave")}):
        outcome = explain(LIBRARY, seed).reviews.get(review.id)
        assert outcome is None or outcome.verdict == "may-apply"


def test_case_review_is_history_and_on_no_result():
    assert "ice-case-review" not in explain(LIBRARY, {}).reviews
    assert "stay-of-removal" in explain(LIBRARY, {"proceedings": ("order-to-leave",)}).reviews
    assert "stay-of-removal" not in explain(LIBRARY, {"proceedings": ("none",)}).reviews
