"""Which explanations may be shared, and their codes."""

from dataclasses import replace

from guide.engine.rules import mentions
from guide.engine.sharing import can_be_picked, code

# What an explanation must not give away about the person it is sent to.
DANGEROUS = {"proceedings", "status", "entry", "police", "offense", "level", "since-then", "harm", "health"}


def test_no_dangerous_question_is_shareable(library):
    assert {question.id for question in library.questions if not question.shareable} == DANGEROUS


def test_a_question_is_not_shareable_by_default(library):
    unsaid = replace(library, questions=tuple(replace(each, shareable=False) for each in library.questions))
    for guideline in library.guidelines.values():
        for finding in guideline.findings:
            reads = {question for rule in (finding.when, finding.may) if rule for question in mentions(rule)}
            assert can_be_picked(unsaid, finding) == (not finding.read_only and not reads)


def test_a_finding_with_a_dangerous_question_cannot_be_shared(library):
    for guideline in library.guidelines.values():
        for finding in guideline.findings:
            if can_be_picked(library, finding):
                rules = [rule for rule in (finding.when, finding.may) if rule is not None]
                assert rules
                assert not DANGEROUS & {question for rule in rules for question in mentions(rule)}


def test_some_findings_of_current_law_can_be_shared_and_some_cannot(library):
    today = library.guidelines["today"].findings
    assert 3 <= sum(can_be_picked(library, each) for each in today) < len(today)


def test_codes_are_unique_and_never_change(library):
    codes = [code(guideline, item) for guideline in library.guidelines.values() for item in guideline.findings]
    assert len(codes) == len(set(codes))
    today = library.guidelines["today"]
    (finding,) = [item for item in today.findings if item.id == "now/no-safe-places"]
    # Links in old messages must go on working.
    assert code(today, finding) == "z3zo7"
