"""The at-a-glance table: a row for each relevant theme, a column for each guideline set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
        Row(
            theme,
            {id: _signs(findings, explanation.outcomes[id] if explanation else None) for id, findings in of.items()},
        )
        for theme, of in _by_theme(library).items()
        if _matters(of, explanation)
    ]


def _by_theme(library: Library) -> dict[str, dict[str, list[Finding]]]:
    """Return the findings of each set that count for each theme with a row."""
    themes = (theme.id for theme in library.site.themes.values() if not theme.role)
    found: dict[str, dict[str, list[Finding]]] = {theme: {id: [] for id in library.guidelines} for theme in themes}
    for guideline in library.guidelines.values():
        for finding in (finding for finding in guideline.findings if not finding.read_only):
            for theme in themes_of(library, guideline, finding):
                if theme in found:
                    found[theme][guideline.id].append(finding)
    return found


def _matters(of: Mapping[str, list[Finding]], explanation: Explanation | None) -> bool:
    """Whether a theme is relevant: something applies or depends on an officer, not only skipped questions."""
    if explanation is None:
        return any(of.values())
    outcomes = (explanation.outcomes[id].get(finding.id) for id, findings in of.items() for finding in findings)
    return any(outcome is not None and outcome.kind != OutcomeKind.NOT_SAID for outcome in outcomes)


def _signs(findings: Sequence[Finding], shown: Mapping[str, Outcome] | None) -> tuple[str, ...]:
    if shown is None:
        signs = {SIGN_OF.get(finding.weighs, finding.weighs) for finding in findings}
    else:
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
