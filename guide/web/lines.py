"""Puts together the lines of a result, of which it has about a hundred.

A line is kept with a hole for its reasons, and these by what was chosen or skipped. Answers decide only which of them
stand where, so here is nothing but strings: a call of a macro for each took longer than all the rest of a page.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any

from markupsafe import Markup

from guide.engine.explain import Outcome, OutcomeKind
from guide.model.content import Finding, Guideline, Library, ReviewRoute
from guide.web.apart import Apart
from guide.web.kept import HOLE, bare

Macro = Callable[..., Markup]
Keep = Callable[..., Markup]
# The macros of templates/parts/finding.html by name: finding, and by what they tell: some, all, chosen, skipped.
Macros = Mapping[str, Macro]


def lines_of(library: Library, kept: Keep, apart: Apart | None = None) -> dict[str, Any]:
    """Return the functions for templates that make lines and reasons.

    `kept` calls a macro once for each key. Lines are taken out into `apart` if it is there.
    """

    def reasons(outcome: Outcome, macros: Macros) -> Markup:
        return Markup("".join(f"{part}\n" for _, part in _reasons(library, kept, outcome, macros)))

    def lined(
        macros: Macros,
        guideline: Guideline,
        items: Iterable[Finding],
        outcomes: Mapping[str, Outcome],
        level: int,
        shape: str = "whole",
        first: Finding | None = None,
    ) -> Markup:
        made = []
        for item in items:
            outcome = outcomes[item.id]
            key = "line", guideline.id, item.id, shape, outcome.verdict, outcome.kind, item is first
            line = kept(key, macros["finding"], guideline, item, bare(outcome), level, shape)
            made.append(filled(key, line, outcome, macros))
        return Markup("\n".join(made))

    def filled(key: Hashable, line: Markup, outcome: Outcome, macros: Macros) -> Markup:
        if apart:
            return apart.take(key, line, _reasons(library, kept, outcome, macros))
        return line.replace(HOLE, reasons(outcome, macros))

    def review_line(macro: Macro, item: ReviewRoute, outcome: Outcome, level: int, macros: Macros) -> Markup:
        key = "review", item.id, outcome.kind
        return filled(key, kept(key, macro, item, bare(outcome), level), outcome, macros)

    return {"reasons_of": reasons, "lined": lined, "review_line": review_line}


def _reasons(
    library: Library, kept: Keep, outcome: Outcome, macros: Macros
) -> Iterator[tuple[tuple[str, ...], Markup]]:
    """Yield the reasons of an outcome, each with the key by which it is kept."""

    def made(key: tuple[str, ...], *given: object) -> tuple[tuple[str, ...], Markup]:
        return key, kept(key, macros[key[0] if given else key[1]], *given)

    if outcome.kind == OutcomeKind.DEPENDS:
        yield made(("reason", "some"))
    for question, options in outcome.because.items():
        for option in options:
            yield made(("chosen", question, option), library.question(question), option)
    for question in outcome.skipped:
        yield made(("skipped", question), library.question(question))
    if not outcome.because and not outcome.skipped:
        yield made(("reason", "all"))
