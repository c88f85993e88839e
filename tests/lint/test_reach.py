"""Each reachability check with a small rule set that is sound, and with one that is broken."""

import itertools
from dataclasses import replace

import pytest
from support.answer_sets import partial
from support.fake_library import QUESTIONS, finding, guideline, question, review, tiny
from support.sampling import sample

from guide.engine.explain import outcome_of
from guide.engine.rules import from_plain, holds
from guide.engine.walk import walk
from guide.lint.answer_sets import answer_sets
from guide.lint.reachability import (
    _ruled,
    always_shown,
    contradictions,
    dead_branches,
    idle_questions,
    never_shown,
    never_sure,
)

NOBODY = {"any": []}
BOTH = {"all": [{"police": "arrest"}, {"police": "conviction"}]}  # the question takes one answer only
FELONY = {"police": "conviction", "level": "felony"}


def reported(check, *findings, **more):
    return [(problem.path, problem.code, problem.severity) for problem in check(tiny(*findings, **more))]


def messages(check, *findings, **more):
    return [problem.message for problem in check(tiny(*findings, **more))]


class TestNeverShown:
    @pytest.mark.parametrize(
        ("when", "may"),
        [
            ({}, None),
            (FELONY, None),
            (None, {"held": "yes"}),
            (BOTH, {"held": "yes"}),  # the other rule shows it
            ({"all": [{"papers": "card"}, {"papers": "visa"}]}, None),  # this question takes many answers
            ({"not": {"level": "felony"}, "police": "conviction"}, None),
            (None, None),  # read-only
        ],
    )
    def test_sound(self, when, may):
        assert not reported(never_shown, finding("a", when, may))

    @pytest.mark.parametrize("never", [NOBODY, {"all": [NOBODY, {"held": "yes"}]}, {"not": {"all": []}}])
    def test_no_answers_show_it(self, never):
        assert reported(never_shown, finding("a", never)) == [("a.md", "never-shown", "error")]
        assert reported(never_shown, finding("a", may=never)) == [("a.md", "never-shown", "error")]

    @pytest.mark.parametrize(
        "never",
        [
            BOTH,
            {"all": [{"papers": "none"}, {"papers": "card"}]},  # counts as not said
            {"held": "yes", "not": {"held": ["yes", "no"]}},
        ],
    )
    def test_only_skipping_shows_it(self, never):
        problems = messages(never_shown, finding("a", never))
        assert problems == ["shown only if questions are skipped, never with an answer to them"]

    def test_a_review_that_has_ended_is_no_problem(self):
        assert not reported(never_shown, reviews=[review("old", NOBODY), review("new", {"held": "yes"})])

    def test_another_review_that_is_never_shown(self):
        assert reported(never_shown, reviews=[review("a", BOTH)]) == [("a.md", "never-shown", "error")]


class TestNeverSure:
    @pytest.mark.parametrize("when", [None, {}, FELONY, {"any": [BOTH, {"held": "no"}]}])
    def test_sound(self, when):
        assert not reported(never_sure, finding("a", when, {"held": "yes"}))

    @pytest.mark.parametrize("when", [NOBODY, BOTH, {"police": "arrest", "level": "felony"}])
    def test_a_when_that_is_never_true(self, when):
        assert reported(never_sure, finding("a", when, {"held": "yes"})) == [("a.md", "never-sure", "error")]


class TestAlwaysShown:
    @pytest.mark.parametrize(
        ("when", "may"),
        [({}, None), ({}, {"held": "yes"}), (None, {}), (None, None), ({"held": "yes"}, {"police": "arrest"})],
    )
    def test_sound(self, when, may):
        assert not reported(always_shown, finding("a", when, may))

    @pytest.mark.parametrize(
        ("when", "may"),
        [
            ({"held": ["yes", "no"]}, None),
            ({"held": "yes"}, {"held": "no"}),
            (None, {"any": [{"papers": ["card", "visa", "parole"]}, {"papers": "none"}]}),
        ],
    )
    def test_conditions_that_are_always_true(self, when, may):
        assert reported(always_shown, finding("a", when, may)) == [("a.md", "always-shown", "warning")]


class TestIdleQuestions:
    SOUND = (
        finding("a", {"held": "yes", "papers": ["card", "visa"]}),
        finding("b", {"police": "arrest"}, {"not": {"level": ["felony", "misdemeanor", "many-of-them"]}}),
    )
    PAROLE = review("c", {"papers": "parole"})

    def idle(self, *questions):
        added = tiny(*self.SOUND, reviews=[self.PAROLE], questions=(*QUESTIONS, *questions))
        return [(problem.code, problem.severity, problem.message) for problem in idle_questions(added)]

    def test_sound(self):
        assert not self.idle()

    def test_the_tone_only_question_is_the_exception(self):
        assert not self.idle(replace(question("words", "me", "family", "helping"), role="tone-only"))

    def test_a_question_that_a_follow_up_depends_on_is_used(self):
        leading, follow_up = question("here", "yes", "no"), question("shoes", "red", "blue", when={"here": "yes"})
        assert self.idle(leading, follow_up) == [
            ("idle-question", "error", "no rule uses the question `shoes`"),
        ]

    def test_an_unused_option_of_a_multiple_choice_question(self):
        problems = messages(idle_questions, *self.SOUND)
        assert problems == ["no rule uses `papers: parole`"]

    def test_a_second_negative_answer(self):
        traffic = question("police", "none", "traffic", "arrest", "conviction")
        problems = messages(
            idle_questions, *self.SOUND, reviews=[self.PAROLE], questions=(*QUESTIONS[:2], traffic, QUESTIONS[3])
        )
        assert problems == ["no rule uses `police: traffic`"]


class TestContradictions:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (finding("a", FELONY, weighs="against"), finding("b", FELONY, weighs="priority")),
            (finding("a", FELONY, weighs="against"), finding("b", {"police": "conviction"}, weighs="in-favour")),
            (finding("a", {"held": "yes"}), finding("b", may={"held": "yes"}, weighs="in-favour")),
            (finding("a", BOTH), finding("b", BOTH, weighs="in-favour")),  # never sure is another fault
            (finding("a"), finding("b", weighs="in-favour")),
        ],
    )
    def test_sound(self, one, other):
        assert not reported(contradictions, one, other)

    def test_sound_in_two_sets(self):
        sets = [guideline("x", finding("a", FELONY)), guideline("y", finding("b", FELONY, weighs="in-favour"))]
        assert not reported(contradictions, sets=sets)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (finding("a", FELONY, weighs="against"), finding("b", FELONY, weighs="in-favour")),
            (finding("a", {"held": "yes"}, weighs="protection"), finding("b", {"not": {"held": "no"}})),
            (finding("a", may=FELONY, weighs="priority"), finding("b", may=FELONY, weighs="in-favour")),
            (finding("a", FELONY, {"held": "no"}), finding("b", FELONY, weighs="in-favour")),
        ],
    )
    def test_the_same_answers_count_for_and_against(self, one, other):
        assert reported(contradictions, one, other) == [("b.md", "contradiction", "warning")]


# Without an answer to `held` both are unknown, so a third branch for both papers is not redundant.
EITHER_WAY = [{"held": "yes", "papers": "card"}, {"held": "no", "papers": "visa"}]


class TestDeadBranches:
    @pytest.mark.parametrize(
        ("when", "may"),
        [
            (FELONY, None),
            ({"any": [{"held": "yes"}, FELONY]}, {"any": [{"papers": "card"}, {"police": "conviction"}]}),
            (None, {"any": EITHER_WAY}),
            (None, {"any": [*EITHER_WAY, {"all": [{"papers": "card"}, {"papers": "visa"}]}]}),
            (None, {"not": {"any": [{"held": "yes"}, {"police": "arrest"}]}}),
        ],
    )
    def test_sound(self, when, may):
        assert not messages(dead_branches, finding("a", when, may))

    @pytest.mark.parametrize(
        ("when", "may", "message"),
        [
            (
                {"any": [{"held": "yes"}, {"police": "arrest", "level": ["felony", "misdemeanor"]}]},
                None,
                "in `when` the branch `{police: arrest, level: [felony, misdemeanor]}` can never be true",
            ),
            (
                None,
                {"police": "arrest", "any": [{"held": "yes"}, {"not": {"police": "arrest"}}]},
                "in `may` the branch `{not: {police: arrest}}` can never be true",
            ),
            (
                {"any": [{"held": "yes"}, {"held": "yes"}]},
                None,
                "in `when` the branch `{held: yes}` is redundant: the other branches cover it",
            ),
            (
                {"any": [{"held": "yes"}, {"held": "yes", "papers": "card"}]},
                None,
                "in `when` the branch `{held: yes, papers: card}` is redundant: the other branches cover it",
            ),
            (
                {"any": [{"police": "arrest"}, FELONY]},
                {"any": [{"held": "yes"}, FELONY]},
                "in `may` the branch `{police: conviction, level: felony}` is redundant: "
                "the other branches or `when` cover it",
            ),
            (
                None,
                {"not": {"any": [{"held": "yes"}, {"any": [{"papers": "card"}, {"held": "yes"}]}]}},
                "in `may` the branch `{held: yes}` is redundant: the other branches cover it",
            ),
        ],
    )
    def test_a_redundant_branch(self, when, may, message):
        assert messages(dead_branches, finding("a", when, may)) == [message]

    def test_it_is_a_warning(self):
        problem = next(dead_branches(tiny(finding("a", {"any": [{"held": "yes"}, {"held": "yes"}]}))))
        assert (problem.path, problem.code, problem.severity) == ("a.md", "dead-branch", "warning")


def test_the_answer_sets_cover_all_results():
    rule = from_plain({"any": [{"papers": ["card", "visa"], "not": {"papers": "parole"}}, FELONY]})
    ids = [each.id for each in QUESTIONS]
    every_tick = [powerset(each.option_ids) for each in QUESTIONS]
    walks = [walk(QUESTIONS, dict(zip(ids, ticks, strict=True))) for ticks in itertools.product(*every_tick)]
    complete = [each for each in walks if set(each.asked) == set(each.answers)]

    few, few_complete = answer_sets(QUESTIONS, [rule]), answer_sets(QUESTIONS, [rule], skips=False)

    assert len(few) < 100
    assert all(walk(QUESTIONS, answers).answers == answers for answers in few)
    places = [from_plain(plain) for plain in ({"papers": ["card", "visa"]}, {"papers": "parole"}, FELONY)]
    assert seen(places, few) == seen(places, [each.answers for each in walks])
    assert seen(places, few_complete) == seen(places, [each.answers for each in complete])


def powerset(ids):
    return [ticks for size in range(len(ids) + 1) for ticks in itertools.combinations(ids, size)]


def seen(rules, sets):
    return {tuple(holds(rule, answers) for rule in rules) for answers in sets}


def test_the_answer_sets_cover_all_walks_of_the_real_questions(library):
    walks = [partial(library, seed) for seed in range(100)]
    for ruled in _ruled(library):
        said = {ruled.says(answers) for answers in ruled.sets(library, skips=True)}
        assert {ruled.says(answers) for answers in walks} <= said, ruled.path


@pytest.mark.parametrize("seed", sample(range(40), 10))
def test_the_checks_and_explain_agree_on_what_is_shown(library, seed):
    walked = walk(library.questions, partial(library, seed))
    for ruled in _ruled(library):
        outcome = outcome_of(ruled.when, ruled.may, walked.answers, frozenset(walked.asked))
        assert (outcome and outcome.kind) == KINDS[ruled.says(walked.answers)], ruled.path


KINDS = {
    (True, None): "chosen",
    (None, True): "not-said",
    (None, None): "not-said",
    (False, True): "depends",
    (False, None): "not-said",
    (False, False): None,
}
