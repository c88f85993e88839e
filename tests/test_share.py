"""What may be sent one by one, and under which code."""

from guide.engine.rules import mentions
from guide.engine.sharing import SENSITIVE, can_be_picked, code


def test_the_questions_that_are_dangerous_to_be_asked_about_exist(library):
    assert {question.id for question in library.questions} >= SENSITIVE


def test_nothing_that_reads_a_dangerous_question_can_be_picked(library):
    for guideline in library.guidelines.values():
        for finding in guideline.findings:
            if can_be_picked(finding):
                rules = [rule for rule in (finding.when, finding.may) if rule is not None]
                assert rules
                assert not SENSITIVE & {question for rule in rules for question in mentions(rule)}


def test_there_is_something_to_pick_for_today_and_something_that_is_not(library):
    today = library.guidelines["today"].findings
    assert 3 <= sum(map(can_be_picked, today)) < len(today)


def test_codes_are_unique_and_never_change(library):
    codes = [code(guideline, item) for guideline in library.guidelines.values() for item in guideline.findings]
    assert len(codes) == len(set(codes))
    today = library.guidelines["today"]
    (finding,) = [item for item in today.findings if item.id == "now/no-safe-places"]
    # Links in old messages must go on working.
    assert code(today, finding) == "z3zo7"
