"""Counterfactuals are true: each one is checked by explaining the changed answers."""

import pytest
from support.answer_sets import complete, partial
from support.sampling import sample

from guide.engine.counterfactuals import Counterfactuals
from guide.engine.explain import explain
from guide.engine.walk import walk

SEEDS = sample(range(8), 3)


def results(library, answers):
    """How every finding and review stands with these answers."""
    explanation = explain(library, answers)
    groups = {**explanation.outcomes, "review": explanation.reviews}
    return {
        (group, id): (outcome.verdict, outcome.kind) for group, found in groups.items() for id, outcome in found.items()
    }


def rules(library):
    for guideline in library.guidelines.values():
        yield from (((guideline.id, finding.id), finding.when, finding.may) for finding in guideline.findings)
    yield from ((("review", review.id), None, review.may) for review in library.reviews.values())


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("made", [complete, partial])
@pytest.mark.slow
def test_every_counterfactual_matches_the_changed_answers(library, made, seed):
    given = walk(library.questions, made(library, seed))
    now = results(library, given.answers)
    asked = [question for question in library.questions if question.id in given.asked]
    changed = {
        question.id: {
            ticked: results(library, {**given.answers, question.id: ticked})
            for ticked in [*((option,) for option in question.option_ids), ()]
        }
        for question in asked
    }
    changes = Counterfactuals(library.questions, given)
    for key, when, may in rules(library):
        if key not in now:
            continue
        argument = changes.argument(when, may)
        for question in asked:
            others = changed[question.id]
            gone = tuple(ticked[0] for ticked, then in others.items() if ticked and key not in then)
            assert argument.unless.get(question.id, ()) == gone, (key, question.id)
            idle = question.id in given.answers and {then.get(key) for then in others.values()} == {now[key]}
            assert (question.id in argument.idle) == idle, (key, question.id)


def test_no_answer_removes_a_finding_for_everyone(library):
    (finding,) = [one for one in library.guidelines["today"].findings if one.id == "now/no-safe-places"]
    given = walk(library.questions, {"held": ("no",)})
    argument = Counterfactuals(library.questions, given).argument(finding.when, finding.may)
    assert not argument.unless
    assert argument.idle == ("held",)
