"""The questions that a rule of today reads come first, computed from the rules."""

from dataclasses import replace

import pytest
from support.fake_library import finding, guideline, question, review, tiny

from guide.engine.question_order import late, of_today, old_asked, old_parts
from guide.engine.walk import walk

TODAY = ["held", "for", "proceedings", "status", "entry", "time", "police", "offense", "relief", "harm", "rights"]


def test_the_questions_of_today_come_first_in_this_order(library):
    ids = [question.id for question in library.questions]
    assert ids[: len(TODAY)] == TODAY
    assert of_today(library) == set(TODAY)
    assert late(library) == []


def test_the_old_rules_have_a_part_of_their_own(library):
    old = [part.id for part in old_parts(library)]
    assert old == ["life"]
    assert {question.part for question in library.questions if question.id in of_today(library)}.isdisjoint(old)
    parts = [question.part for question in library.questions]
    assert list(dict.fromkeys(parts)) == [part.id for part in library.parts]
    assert parts == sorted(parts, key=[part.id for part in library.parts].index)


@pytest.mark.parametrize(
    ("rules", "reviews", "expected"),
    [
        ({"when": {"papers": "card"}}, (), {"papers"}),
        ({"may": {"level": "felony"}}, (), {"level", "police"}),
        ({}, (review("one", {"held": "yes"}),), {"held"}),
    ],
    ids=["when", "follow-up", "review"],
)
def test_findings_of_today_reviews_and_what_they_follow_are_of_today(rules, reviews, expected):
    sets = (guideline("today", finding("now/a", **rules)), guideline("old", finding("b", when={"papers": "visa"})))
    assert of_today(tiny(sets=sets, reviews=reviews)) == expected


def test_a_role_makes_a_question_one_of_today():
    questions = (replace(question("for", "me"), role="tone-only"), question("age", "old"))
    sets = (guideline("today", finding("now/a", when={})),)
    assert of_today(tiny(sets=sets, questions=questions)) == {"for"}


@pytest.mark.parametrize(
    ("answers", "count"),
    [
        ({}, 5),
        ({"time": ("over-10",)}, 5),
        ({"time": ("2-to-3",)}, 6),
        ({"police": ("arrest",)}, 6),
        ({"police": ("conviction",), "time": ("under-2",)}, 8),
    ],
)
def test_the_old_questions_are_counted_as_they_would_be_asked(library, answers, count):
    assert len(old_asked(library, walk(library.questions, answers).asked)) == count
