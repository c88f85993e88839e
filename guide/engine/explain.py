"""From answers to explanations: what applies, what may apply, and why each is shown."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from guide.engine.rules import Reason, deciding, holds
from guide.engine.walk import walk
from guide.model.content import Library
from guide.model.rule import NEVER, Answers, Rule

APPLIES = "applies"
MAY_APPLY = "may-apply"
CHOSEN = "chosen"
NOT_SAID = "not-said"
DEPENDS = "depends"


@dataclass(frozen=True)
class Outcome:
    """Why one finding is in a result."""

    holds: str  # applies | may-apply
    kind: str  # chosen | not-said | depends
    because: Mapping[str, tuple[str, ...]]
    skipped: tuple[str, ...]


@dataclass(frozen=True)
class Explanation:
    """The result for one person: per guideline set the outcomes of what is shown, in page order."""

    answers: Answers
    asked: tuple[str, ...]
    outcomes: Mapping[str, Mapping[str, Outcome]]  # guideline id -> finding id -> outcome
    reviews: Mapping[str, Outcome]  # review id -> outcome: worth asking a lawyer about, never more

    def ids(self, guideline: str, holds: str) -> list[str]:
        return [id for id, outcome in self.outcomes[guideline].items() if outcome.holds == holds]


def explain(library: Library, answers: Answers) -> Explanation:
    """What every guideline set says about these answers. Pure: the same answers, the same result."""
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


def standing(when: Rule | None, may: Rule | None, answers: Answers) -> tuple[str, str] | None:
    """How a finding with these rules stands (`holds` and `kind` of its outcome), or None when it is absent.

    "You did not say" (not-said) wins over "it depends" wherever an answer could still make it sure.
    """
    sure, possible = holds(when or NEVER, answers), holds(may or NEVER, answers)
    if sure:
        return APPLIES, CHOSEN
    if sure is None or possible is None:
        return MAY_APPLY, NOT_SAID
    return (MAY_APPLY, DEPENDS) if possible else None


def outcome_of(when: Rule | None, may: Rule | None, answers: Answers, asked: Set[str]) -> Outcome | None:
    """How a finding with these rules stands and why, or None when it is absent."""
    stands = standing(when, may, answers)
    if stands is None:
        return None
    when, may = when or NEVER, may or NEVER
    sure = holds(when, answers)
    reason = deciding(may if sure is False else when, answers, asked)
    if sure is None and holds(may, answers):
        reason = Reason(deciding(may, answers, asked).because, reason.skipped)
    return Outcome(*stands, reason.because, reason.skipped)
