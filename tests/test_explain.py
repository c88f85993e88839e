"""Explanations of the real content: for personas, and for all answers."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.answer_sets import SAME_EXAMPLES, answer_sets, completed

from guide.engine.explain import Verdict, explain
from guide.engine.rules import holds
from guide.engine.summary_table import summary_table
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


@SAME_EXAMPLES
@given(answer_sets(LIBRARY, skips=False))
def test_no_rule_stays_unknown_for_a_complete_answer_set(answers):
    for finding in findings(LIBRARY):
        for rule in (finding.when, finding.may):
            assert rule is None or holds(rule, answers) is not None, (finding.path, answers)


def verdicts(answers):
    """The verdict on each finding of each set: `applies`, `may-apply` or `absent`."""
    outcomes = explain(LIBRARY, answers).outcomes
    shown = {(guideline, id): outcome for guideline in outcomes for id, outcome in outcomes[guideline].items()}
    every = ((guideline.id, finding.id) for guideline in LIBRARY.guidelines.values() for finding in guideline.findings)
    return {key: str(shown[key].verdict) if key in shown else "absent" for key in every}


def reversed_verdicts(some, others):
    """The findings that apply for certain with one answer set, and are absent for certain with the other."""
    one, other = verdicts(some), verdicts(others)
    return [key for key in one if {one[key], other[key]} == {"applies", "absent"}]


@SAME_EXAMPLES
@given(st.data())
def test_dropping_an_answer_never_turns_applies_into_absent_or_back(data):
    answers = data.draw(answer_sets(LIBRARY).filter(bool))
    dropped = data.draw(st.sampled_from(sorted(answers)))
    assert reversed_verdicts(answers, {id: ticked for id, ticked in answers.items() if id != dropped}) == []


@SAME_EXAMPLES
@given(st.data())
def test_answering_everything_that_was_skipped_never_turns_applies_into_absent_or_back(data):
    answers = data.draw(answer_sets(LIBRARY))
    assert reversed_verdicts(answers, data.draw(completed(LIBRARY, answers))) == []


def test_a_reversed_verdict_would_be_found():
    assert reversed_verdicts({"held": ("yes",)}, {"held": ("no",)})


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


@SAME_EXAMPLES
@given(answer_sets(LIBRARY))
def test_read_only_texts_are_in_no_result(answers):
    explanation = explain(LIBRARY, answers)
    for guideline in LIBRARY.guidelines.values():
        silent = {finding.id for finding in guideline.findings if finding.read_only}
        assert not silent & set(explanation.outcomes[guideline.id])


def test_being_held_is_the_first_of_todays_warnings(library):
    assert explain(library, {"held": ("yes",)}).ids("today", Verdict.APPLIES)[0] == "now/detained"


def test_none_of_the_old_sets_is_in_use(library):
    old = [guideline for guideline in library.guidelines.values() if guideline.id != "today"]
    assert old
    assert {guideline.status for guideline in old} == {"ended"}


def test_a_warning_of_today_counts_for_each_fact_that_its_rule_asks_about(library):
    """Fast removal turns on 2 years here, so time here matters today."""
    today = library.current_law
    explanation = explain(library, {"entry": ("no-officer",), "time": ("under-2",)})
    rows = {row.theme: row.signs[today.id] for row in summary_table(library, explanation)}
    assert "warning" in rows["time"]
    assert rows["time"] != ("not-named",)
    assert "warning" in rows["entry"]
