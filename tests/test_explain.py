"""Explanations of the real content: for personas, and for all answers."""

from pathlib import Path

import pytest
from support.answer_sets import complete, partial
from support.sampling import sample

from guide.engine.explain import Verdict, explain
from guide.engine.rules import holds
from guide.loader.content import load
from guide.model.rule import ALWAYS

LIBRARY = load(Path(__file__).parents[1] / "content")
SETS = [
    pytest.param(persona, guideline, id=f"{persona.id}-{guideline}")
    for persona in LIBRARY.personas.values()
    for guideline in persona.expect
]


def findings(library):
    return [finding for guideline in library.guidelines.values() for finding in guideline.findings]


@pytest.mark.parametrize(("persona", "guideline"), SETS)
def test_a_persona_gets_the_expected_result(persona, guideline):
    explanation = explain(LIBRARY, persona.answers)
    shown = explanation.outcomes[guideline]
    expected = persona.expect[guideline]
    assert set(expected["applies"]) <= set(explanation.ids(guideline, Verdict.APPLIES))
    assert set(expected["may-apply"]) <= set(explanation.ids(guideline, Verdict.MAY_APPLY))
    assert not set(expected["absent"]) & set(shown)


def test_no_rule_stays_unknown_for_a_complete_answer_set(library):
    for seed in range(300):
        answers = complete(library, seed)
        for finding in findings(library):
            for rule in (finding.when, finding.may):
                assert rule is None or holds(rule, answers) is not None, (finding.path, seed, answers)


@pytest.mark.parametrize("seed", sample(range(300), 24))
def test_dropping_an_answer_never_turns_applies_into_absent_or_back(library, seed):
    answers = partial(library, seed)
    before = explain(library, answers)
    for question in answers:
        after = explain(library, {id: ticked for id, ticked in answers.items() if id != question})
        for guideline in library.guidelines.values():
            for finding in guideline.findings:
                pair = {
                    outcome.verdict if outcome else "absent"
                    for outcome in (
                        before.outcomes[guideline.id].get(finding.id),
                        after.outcomes[guideline.id].get(finding.id),
                    )
                }
                assert pair != {"applies", "absent"}, (finding.path, question, answers)


def test_skipping_everything_shows_every_finding_that_has_a_rule(library):
    explanation = explain(library, {})
    for guideline in library.guidelines.values():
        with_rule = [finding.id for finding in guideline.findings if not finding.read_only]
        assert list(explanation.outcomes[guideline.id]) == with_rule


def test_skipping_everything_makes_only_the_rules_for_everybody_sure(library):
    explanation = explain(library, {})
    for guideline in library.guidelines.values():
        always = [finding.id for finding in guideline.findings if finding.when == ALWAYS]
        assert explanation.ids(guideline.id, Verdict.APPLIES) == always


def test_read_only_texts_are_in_no_result(library):
    for seed in range(50):
        explanation = explain(library, partial(library, seed))
        for guideline in library.guidelines.values():
            silent = {finding.id for finding in guideline.findings if finding.read_only}
            assert not silent & set(explanation.outcomes[guideline.id])


def test_being_held_is_the_first_of_todays_warnings(library):
    assert explain(library, {"held": ("yes",)}).ids("today", Verdict.APPLIES)[0] == "now/detained"


def test_none_of_the_old_sets_is_in_use(library):
    old = [guideline for guideline in library.guidelines.values() if guideline.id != "today"]
    assert old
    assert {guideline.status for guideline in old} == {"ended"}
