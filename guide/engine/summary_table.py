"""The at-a-glance table: a row for each relevant theme, a column for each guideline set."""

from __future__ import annotations

from dataclasses import dataclass

from guide.engine.explain import Explanation, Outcome, OutcomeKind, Verdict
from guide.engine.rules import mentions
from guide.model.content import Finding, Guideline, Library

# A priority for arrest counts against a person.
SIGN_OF = {"priority": "against"}
ORDER = ("in-favour", "against", "protection", "rule", "warning", OutcomeKind.DEPENDS, OutcomeKind.NOT_SAID)
NOTHING_SHOWN = "nothing-shown"
NOT_NAMED = "not-named"


@dataclass(frozen=True)
class Row:
    theme: str
    signs: dict[str, tuple[str, ...]]  # guideline id -> the signs in that cell


def summary_table(library: Library, explanation: Explanation | None) -> list[Row]:
    """Return the rows for a result; without a result, every row with all signs of each set."""
    return [
        Row(theme, {id: _signs(library, guideline, theme, explanation) for id, guideline in library.guidelines.items()})
        for theme in (each.id for each in library.site.themes.values() if not each.role)
        if _matters(library, theme, explanation)
    ]


def _matters(library: Library, theme: str, explanation: Explanation | None) -> bool:
    """Whether a theme is relevant: something applies or depends on an officer, not only skipped questions."""
    found = [
        (guideline, finding)
        for guideline in library.guidelines.values()
        for finding in _of_theme(library, guideline, theme)
    ]
    if explanation is None:
        return bool(found)
    outcomes = (explanation.outcomes[guideline.id].get(finding.id) for guideline, finding in found)
    return any(outcome is not None and outcome.kind != OutcomeKind.NOT_SAID for outcome in outcomes)


def _signs(library: Library, guideline: Guideline, theme: str, explanation: Explanation | None) -> tuple[str, ...]:
    findings = _of_theme(library, guideline, theme)
    if explanation is None:
        signs = {SIGN_OF.get(finding.weighs, finding.weighs) for finding in findings}
    else:
        shown = explanation.outcomes[guideline.id]
        signs = {sign_of(finding, shown[finding.id]) for finding in findings if finding.id in shown}
    if not signs:
        return (NOTHING_SHOWN,) if findings else (NOT_NAMED,)
    return tuple(sign for sign in ORDER if sign in signs)


def sign_of(finding: Finding, outcome: Outcome) -> str:
    return SIGN_OF.get(finding.weighs, finding.weighs) if outcome.verdict == Verdict.APPLIES else outcome.kind


def themes_of(library: Library, guideline: Guideline, finding: Finding) -> tuple[str, ...]:
    """Return the facts that a finding counts for; a warning of today also for each that its rule asks about."""
    own = (finding.theme,)
    if not guideline.current_law or library.site.themes[finding.theme].role:
        return own
    asked = {id for rule in (finding.when, finding.may) if rule for id in mentions(rule)}
    also = (theme.id for theme in library.site.themes.values() if asked & set(theme.asked_by))
    return (*own, *(id for id in also if id != finding.theme))


def _of_theme(library: Library, guideline: Guideline, theme: str) -> list[Finding]:
    found = (finding for finding in guideline.findings if not finding.read_only)
    return [finding for finding in found if theme in themes_of(library, guideline, finding)]
