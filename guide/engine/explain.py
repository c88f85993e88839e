"""Computes the explanation for a set of answers: what applies, what may apply, and why."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from enum import StrEnum

from guide.engine.rules import Reason, deciding, holds
from guide.engine.walk import walk
from guide.model.content import Library
from guide.model.rule import NEVER, Answers, Rule


class Verdict(StrEnum):
    """How far a finding concerns a person."""

    APPLIES = "applies"
    MAY_APPLY = "may-apply"


class OutcomeKind(StrEnum):
    """What a verdict rests on: answers, an answer that is missing, or a choice that the text leaves to officers."""

    CHOSEN = "chosen"
    NOT_SAID = "not-said"
    DEPENDS = "depends"


@dataclass(frozen=True)
class Outcome:
    """The verdict on one finding in a result, and its reason."""

    verdict: Verdict
    kind: OutcomeKind
    because: Mapping[str, tuple[str, ...]]
    skipped: tuple[str, ...]


@dataclass(frozen=True)
class Explanation:
    """The result for one set of answers: the outcomes of each guideline set, in page order."""

    answers: Answers
    asked: tuple[str, ...]
    outcomes: Mapping[str, Mapping[str, Outcome]]  # guideline id -> finding id -> outcome
    reviews: Mapping[str, Outcome]  # review id -> outcome; never more than worth asking a lawyer about

    def ids(self, guideline: str, verdict: Verdict) -> list[str]:
        return [id for id, outcome in self.outcomes[guideline].items() if outcome.verdict == verdict]


def explain(library: Library, answers: Answers) -> Explanation:
    """Return the result of every guideline set for these answers. Pure: equal answers give an equal result."""
    walked = walk(library.questions, answers)
    asked = frozenset(walked.asked)
    outcomes = {
        guideline.id: {
            finding.id: outcome
            for finding in guideline.findings
            if (outcome := outcome_of(finding.when, finding.may, walked.answers, asked)) is not None
        }
        for guideline in library.guidelines.values()
    }
    reviews = {
        review.id: outcome
        for review in library.reviews.values()
        if (outcome := outcome_of(None, review.may, walked.answers, asked)) is not None
    }
    return Explanation(walked.answers, walked.asked, outcomes, reviews)


def verdict_of(when: Rule | None, may: Rule | None, answers: Answers) -> tuple[Verdict, OutcomeKind] | None:
    """The verdict on a finding with these rules, and what it rests on; None when the finding is absent.

    "You did not say" (not-said) has priority over "it depends" if another answer could make it certain.
    """
    sure, possible = holds(when or NEVER, answers), holds(may or NEVER, answers)
    if sure:
        return Verdict.APPLIES, OutcomeKind.CHOSEN
    if sure is None or possible is None:
        return Verdict.MAY_APPLY, OutcomeKind.NOT_SAID
    return (Verdict.MAY_APPLY, OutcomeKind.DEPENDS) if possible else None


def outcome_of(when: Rule | None, may: Rule | None, answers: Answers, asked: Set[str]) -> Outcome | None:
    """The outcome of a finding with these rules, or None when it is absent."""
    verdict = verdict_of(when, may, answers)
    if verdict is None:
        return None
    when, may = when or NEVER, may or NEVER
    sure = holds(when, answers)
    reason = deciding(may if sure is False else when, answers, asked)
    if sure is None and holds(may, answers):
        reason = Reason(deciding(may, answers, asked).because, reason.skipped)
    return Outcome(*verdict, reason.because, reason.skipped)
