"""Finds answers with about the longest result that there is: every result is filled to its length."""

from __future__ import annotations

from collections.abc import Iterator

from guide.engine.arrangement import OPEN
from guide.engine.explain import OutcomeKind, verdict_of
from guide.engine.walk import walk
from guide.model.content import Finding, Library, Question
from guide.model.roles import BEING_HELD
from guide.model.rule import Answers

# About how many letters of a result are due to a source of a text that stands there whole, a line of a warning, a line
# of an ended rule, and a tick, which is a reason and a row of the list of answers.
SOURCE, LINE, ENDED, TICK = 200, 300, 150, 60


def longest_answers(library: Library) -> Answers:
    """Return about the answers with the longest result: from every tick on, each question gets its best answer once."""
    texts = {finding.id: _letters(finding) for finding in library.current_law.findings}
    answers: dict[str, tuple[str, ...]] = {each.id: _every(each) for each in library.questions}
    for question in library.questions:
        tried = ({**answers, question.id: ticked} for ticked in _other_ticks(question))
        answers = max((answers, *tried), key=lambda given: _length(library, texts, given))
    return walk(library.questions, answers).answers


def _every(question: Question) -> tuple[str, ...]:
    return question.option_ids if question.many else question.option_ids[:1]


def _other_ticks(question: Question) -> Iterator[tuple[str, ...]]:
    yield ()
    yield from ((option,) for option in question.option_ids)
    if question.many:
        yield from (tuple(each for each in question.option_ids if each != option) for option in question.option_ids)


def _letters(finding: Finding) -> int:
    words = (finding.title, finding.step, finding.step_more, *(block.text for block in finding.body))
    return sum(map(len, words)) + SOURCE * len(finding.sources)


def _length(library: Library, texts: dict[str, int], ticked: Answers) -> int:
    """Return about how many letters the result for these ticks has, but for what every result has."""
    answers = walk(library.questions, ticked).answers
    fits, shown = [], 0
    for finding in library.current_law.findings:
        verdict = verdict_of(finding.when, finding.may, answers)
        shown += verdict is not None
        if verdict and verdict[1] is OutcomeKind.CHOSEN and finding.when:
            fits.append(finding)
    whole = sorted(fits, key=lambda finding: finding.role != BEING_HELD)[:OPEN]
    ended = sum(
        verdict_of(finding.when, finding.may, answers) is not None
        for guideline in library.guidelines.values()
        if not guideline.current_law
        for finding in guideline.findings
    )
    lines = LINE * (shown - len(whole)) + ENDED * ended + TICK * sum(map(len, answers.values()))
    return lines + sum(texts[finding.id] for finding in whole)
