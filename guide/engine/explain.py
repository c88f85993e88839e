"""From answers to explanations: what applies, what may apply, and why each is shown."""

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
    """Why one finding is in a result."""

    verdict: Verdict
    kind: OutcomeKind
    because: Mapping[str, tuple[str, ...]]
    skipped: tuple[str, ...]


@dataclass(frozen=True)
class Explanation:
    """The result for one person: per guideline set the outcomes of what is shown, in page order."""

    answers: Answers
    asked: tuple[str, ...]
    outcomes: Mapping[str, Mapping[str, Outcome]]  # guideline id -> finding id -> outcome
    reviews: Mapping[str, Outcome]  # review id -> outcome: worth asking a lawyer about, never more

    def ids(self, guideline: str, verdict: Verdict) -> list[str]:
        return [id for id, outcome in self.outcomes[guideline].items() if outcome.verdict == verdict]


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


def verdict_of(when: Rule | None, may: Rule | None, answers: Answers) -> tuple[Verdict, OutcomeKind] | None:
    """The verdict on a finding with these rules, and what it rests on; None when the finding is absent.

    "You did not say" (not-said) wins over "it depends" wherever an answer could still make it sure.
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
