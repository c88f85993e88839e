"""Arranges today's warnings of a result: what fits first, then what is for everyone, then what nobody said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from guide.engine.explain import Explanation, Outcome, OutcomeKind
from guide.model.content import Finding, Library
from guide.model.roles import BEING_HELD

OPEN = 4  # warnings whose first words are in sight, those for people who are held included; more than these are rows


@dataclass(frozen=True)
class Arrangement:
    """Today's warnings of a result, in its groups; each group in page order, danger first.

    Its twin is static/js/arrange.mjs.
    """

    first: tuple[Finding, ...] = ()  # for people who are held, if somebody is
    open: tuple[Finding, ...] = ()  # fit an answer, with their first words in sight
    fits: tuple[Finding, ...] = ()  # fit an answer, too
    for_all: tuple[Finding, ...] = ()
    may_fit: tuple[Finding, ...] = ()  # depend on an officer, or on details that nobody asks about
    old_orders: tuple[Finding, ...] = ()  # skipped; about an order, a missed date or a deportation
    skipped: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)  # by the first question that was skipped

    @property
    def best(self) -> Finding | None:
        """The warning whose step is the last of the five: the first that fits an answer."""
        return next(iter(self.open), None)

    @property
    def read_first(self) -> Finding | None:
        """The warning about an old order that the box above the steps leads to; None for the row of skipped ones."""
        shown = (*self.open, *self.fits, *self.may_fit)
        return next((finding for finding in shown if finding.old_order), None)


def arrange(library: Library, explanation: Explanation) -> Arrangement:
    """Return today's warnings of this result in groups."""
    law = library.current_law
    groups: dict[str, list[Finding]] = {}
    for finding in law.findings:
        outcome = explanation.outcomes[law.id].get(finding.id)
        if outcome is not None:
            groups.setdefault(_group(finding, outcome), []).append(finding)
    first, fits = groups.get("first", []), groups.get("fits", [])
    in_sight = max(OPEN - len(first), 0)
    return Arrangement(
        first=tuple(first),
        open=tuple(fits[:in_sight]),
        fits=tuple(fits[in_sight:]),
        for_all=tuple(groups.get("for-all", ())),
        may_fit=tuple(groups.get("may-fit", ())),
        old_orders=tuple(groups.get("old-orders", ())),
        skipped={each.id: tuple(groups[f"?{each.id}"]) for each in library.questions if f"?{each.id}" in groups},
    )


def _group(finding: Finding, outcome: Outcome) -> str:
    match outcome.kind:
        case OutcomeKind.CHOSEN if finding.role == BEING_HELD:
            return "first"
        case OutcomeKind.CHOSEN:
            return "fits" if outcome.because else "for-all"
        case OutcomeKind.DEPENDS:
            return "may-fit"
        case _:
            return "old-orders" if finding.old_order else f"?{outcome.skipped[0]}"
