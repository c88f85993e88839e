"""From answers to explanations: what applies, what may apply, and why each is shown."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from guide.model import Library
from guide.rule import NEVER, Answers, Rule
from guide.rules import Reason, deciding, holds
from guide.walk import walk

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


def outcome_of(when: Rule | None, may: Rule | None, answers: Answers, asked: Set[str]) -> Outcome | None:
    """How a finding with these rules stands, or None when it is absent.

    "You did not say" (not-said) wins over "it depends" wherever an answer could still make it sure.
    """
    when, may = when or NEVER, may or NEVER
    sure, possible = holds(when, answers), holds(may, answers)
    if sure:
        return _outcome(APPLIES, CHOSEN, deciding(when, answers, asked))
    if sure is None:
        unsaid = deciding(when, answers, asked)
        if possible:
            unsaid = Reason(deciding(may, answers, asked).because, unsaid.skipped)
        return _outcome(MAY_APPLY, NOT_SAID, unsaid)
    if possible is not False:
        return _outcome(MAY_APPLY, DEPENDS if possible else NOT_SAID, deciding(may, answers, asked))
    return None


def _outcome(holds: str, kind: str, reason: Reason) -> Outcome:
    return Outcome(holds, kind, reason.because, reason.skipped)
