"""The rules in Python pass the same test vectors as the script in the browser."""

import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.engine.explain import outcome_of
from guide.engine.rules import deciding, from_plain, holds, mentions, to_plain
from guide.engine.walk import walk
from guide.model.content import Option, Question

VECTORS = json.loads((Path(__file__).parent / "vectors" / "rules.json").read_text("utf-8"))
OPTIONS = ("x", "y", "none")


def named(cases):
    return [pytest.param(case, id=case["name"]) for case in cases]


def ticks(answers):
    return {question: tuple(ticked) for question, ticked in answers.items()}


def asked_in(case):
    return frozenset(case.get("asked", mentions(from_plain(case["rule"]))))


@pytest.mark.parametrize("case", named(VECTORS["rules"]))
def test_a_rule_matches_its_vector(case):
    assert holds(from_plain(case["rule"]), ticks(case["answers"])) is case["holds"]


@pytest.mark.parametrize("case", named(case for case in VECTORS["rules"] if "deciding" in case))
def test_the_reason_is_the_smallest_set_that_decides(case):
    reason = deciding(from_plain(case["rule"]), ticks(case["answers"]), asked_in(case))
    assert reason.because == ticks(case["deciding"]["because"])
    assert list(reason.skipped) == case["deciding"]["skipped"]


@pytest.mark.parametrize("case", named(VECTORS["outcomes"]))
def test_a_verdict_matches_its_vector(case):
    rules = {key: from_plain(rule) for key, rule in case["finding"].items()}
    outcome = outcome_of(rules.get("when"), rules.get("may"), ticks(case["answers"]), frozenset(case["asked"]))
    if case["outcome"] is None:
        assert outcome is None
    else:
        expected = case["outcome"]
        assert (outcome.verdict, outcome.kind) == (expected["holds"], expected["kind"])
        assert outcome.because == ticks(expected["because"])
        assert list(outcome.skipped) == expected["skipped"]


@pytest.mark.parametrize("case", named(VECTORS["walks"]))
def test_a_walk_matches_its_vector(case):
    questions = [
        Question(
            each["id"],
            "part",
            "",
            "",
            options=tuple(Option(option, "") for option in each["options"]),
            when=from_plain(each["when"]),
            many=each["many"],
        )
        for each in case["questions"]
    ]
    walked = walk(questions, ticks(case["answers"]))
    assert list(walked.asked) == case["asked"]
    assert walked.answers == ticks(case["kept"])


leaf = st.tuples(st.sampled_from("abc"), st.sets(st.sampled_from(OPTIONS), min_size=1)).map(
    lambda pair: {pair[0]: sorted(pair[1])}
)
rules = st.recursive(
    leaf,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda parts: {"all": parts}),
        st.lists(inner, max_size=3).map(lambda parts: {"any": parts}),
        inner.map(lambda part: {"not": part}),
    ),
    max_leaves=6,
)
answer_sets = st.dictionaries(
    st.sampled_from("abc"), st.sets(st.sampled_from(OPTIONS), min_size=1).map(lambda s: tuple(sorted(s)))
)


def every_state():
    """Every way in which one question can stand: skipped, or some options ticked."""
    yield ()
    for size in range(1, len(OPTIONS) + 1):
        yield from itertools.combinations(OPTIONS, size)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(rules, answer_sets)
def test_a_reason_holds_for_all_other_answers(plain, answers):
    rule = from_plain(plain)
    value = holds(rule, answers)
    reason = deciding(rule, answers, frozenset("abc"))
    reported = {
        **dict.fromkeys(reason.skipped, ()),
        **{question: answers[question] for question in reason.because},
    }
    others = [question for question in mentions(rule) if question not in reported]
    for states in itertools.product(every_state(), repeat=len(others)):
        assert holds(rule, {**reported, **dict(zip(others, states, strict=True))}) is value


@settings(max_examples=150, deadline=None, derandomize=True)
@given(rules, answer_sets)
def test_more_answers_never_reverse_a_certain_rule(plain, answers):
    rule = from_plain(plain)
    for question in answers:
        fewer = {id: ticked for id, ticked in answers.items() if id != question}
        assert holds(rule, fewer) in (None, holds(rule, answers))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(rules, answer_sets)
def test_a_rule_survives_serialization(plain, answers):
    rule = from_plain(plain)
    travelled = from_plain(json.loads(json.dumps(to_plain(rule))))
    assert holds(travelled, answers) is holds(rule, answers)
