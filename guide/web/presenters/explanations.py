"""The template context of the page with everything (explain) and of the result."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile
from typing import Any

from guide.engine.arrangement import Arrangement, arrange
from guide.engine.counterfactuals import Counterfactuals
from guide.engine.explain import Explanation, Verdict
from guide.engine.rules import mentions
from guide.engine.summary_table import summary_table
from guide.engine.walk import Walk
from guide.model.content import Block, Finding, Guideline, Library, Question
from guide.model.roles import EVERYONE, NEVER_ASKED, NEXT_STEPS, TONE_ONLY, TONES, TRUE_TODAY

NO_TONE = "nobody"  # nobody said who the guide is for
STEPS = "steps"  # the page with the steps for everyone
READ_PAGES = (TRUE_TODAY, NEXT_STEPS, NEVER_ASKED)  # parts of the page with everything; a result has the first only


def context(
    library: Library, explanation: Explanation | None, *, with_steps: bool = False, lines: bool = False
) -> dict[str, Any]:
    """Return the context of parts/explanations.html; without an explanation, everything is shown.

    `with_steps`: the page has the steps for everyone, so it lists their sources too. `lines`: of what fits best it has
    the whole text, of the rest a line with a link to it.
    """

    def in_order(guideline: Guideline) -> list[Finding]:
        """Return the findings to show: those that apply before those that may apply, each with danger first."""
        findings = [finding for finding in guideline.findings if not finding.read_only]
        if explanation is None:
            return findings
        sure, outcomes = set(explanation.ids(guideline.id, Verdict.APPLIES)), explanation.outcomes[guideline.id]
        return sorted((each for each in findings if each.id in outcomes), key=lambda finding: finding.id not in sure)

    arranged = arrange(library, explanation) if explanation else Arrangement()
    fitting = (*arranged.first, *arranged.open)
    whole = fitting if lines else _shown(library, explanation)
    cited = _cited(library, explanation, whole, with_steps=with_steps, lines=lines)
    printed = () if not explanation else fitting if lines else _printed(library, explanation, arranged)
    changes = Counterfactuals(library.questions, Walk(explanation.asked, explanation.answers)) if explanation else None
    return {
        "lead": lead,
        "lines": lines,
        "argument_of": changes.argument if changes else None,
        "explanation": explanation,
        "offers_recordings": explanation is None,  # a recording has all of a text, a result may have a part
        "rows": summary_table(library, explanation),
        "in_order": in_order,
        "arranged": arranged,
        "read_first": arranged.read_first,
        "asks_old_orders": _asks_old_orders(library),
        "absent": _absent(library, explanation),
        "cited": cited,
        "tone": _tone(library, explanation),
        "tones": (*TONES, NO_TONE),
        "off_paper": set(cited) - _on_paper(library, explanation, printed, lines=lines) if explanation else set(),
    }


def _absent(library: Library, explanation: Explanation | None) -> list[tuple[Guideline, Finding]]:
    """Return today's warnings that are not in the result; without a result, all that can be absent."""
    law = library.current_law
    shown = explanation.outcomes[law.id] if explanation else {}
    return [(law, finding) for finding in law.findings if finding.id not in shown]


def _asks_old_orders(library: Library) -> Question | None:
    """Return the question that the warnings about old orders depend on, if there are any."""
    rules = (finding.when for finding in library.current_law.findings if finding.old_order and finding.when)
    return next((library.question(question) for rule in rules for question in mentions(rule)), None)


def _tone(library: Library, explanation: Explanation | None) -> str:
    """Return for whom the guide is, as answered."""
    answers = explanation.answers if explanation else {}
    asked = (each.id for each in library.questions if each.role == TONE_ONLY)
    return next((answers[id][0] for id in asked if id in answers), NO_TONE)


def lead(blocks: tuple[Block, ...]) -> list[Block]:
    """Return the introduction of a long text: the blocks before its first heading."""
    return list(takewhile(lambda block: block.kind != "h2", blocks))


def cited_by(library: Library, guideline: Guideline) -> list[str]:
    """Return the sources that one set cites, in the order of sources.yaml."""
    ids = {*guideline.about.sources, *(source for finding in guideline.findings for source in finding.sources)}
    ids.update(source for event in guideline.events for source in event.sources)
    return [id for id in library.sources if id in ids]


def urgent(library: Library, explanation: Explanation | None) -> list[Finding]:
    """Return today's dangers that apply to this person, which come before everything else."""
    sure = explanation.ids(library.current_law.id, Verdict.APPLIES) if explanation else []
    return [item for item in library.current_law.findings if item.urgent and item.id in sure]


def _sources_of_steps(library: Library) -> set[str]:
    return {id for part in library.urgent[STEPS].parts for id in part.cited}


def _cited(
    library: Library, explanation: Explanation | None, whole: Iterable[Finding], *, with_steps: bool, lines: bool
) -> list[str]:
    """Return the sources of `whole` texts, and of what is around them, in the order of sources.yaml."""
    pages = READ_PAGES[:1] if explanation else READ_PAGES
    ids = {id for role in pages for id in library.page_of(role).sources}
    ids.update(_sources_of_steps(library) if with_steps else ())
    ids.update(id for finding in whole for id in finding.sources)
    if not lines:
        for guideline in library.guidelines.values():
            ids.update(guideline.about.sources if not guideline.current_law else ())
        ids.update(_sources_of_reviews(library, explanation))
    return [id for id in library.sources if id in ids]


def cited_apart(library: Library) -> tuple[list[str], list[str]]:
    """Return the sources of results for the files of the script: of today and the steps, and what only others cite."""
    law = library.current_law
    ids = {*_sources_of_steps(library), *library.page_of(TRUE_TODAY).sources}
    ids.update(id for finding in law.findings for id in finding.sources)
    every = _cited(library, None, _shown(library, None), with_steps=False, lines=False)
    today = [id for id in library.sources if id in ids]
    return today, [id for id in every if id not in ids]


def _sources_of_reviews(library: Library, explanation: Explanation | None) -> set[str]:
    shown = library.reviews if explanation is None else explanation.reviews
    return {id for review in shown for id in library.reviews[review].sources}


def _on_paper(library: Library, explanation: Explanation, printed: Iterable[Finding], *, lines: bool) -> set[str]:
    """Return the sources of texts that are printed with a result (see print.css)."""
    ids = set(library.page_of(TRUE_TODAY).sources)
    ids.update(id for finding in printed for id in finding.sources)
    return ids if lines else ids | _sources_of_reviews(library, explanation)


def _printed(library: Library, explanation: Explanation, arranged: Arrangement) -> list[Finding]:
    """Return the findings of a result without lines whose text is printed: what fits, and what applied in a set."""
    everyone = library.site.theme(EVERYONE).id
    named = [
        item
        for guideline in library.guidelines.values()
        for item in guideline.findings
        if item.theme != everyone
        and explanation.outcomes[guideline.id].get(item.id)
        and explanation.outcomes[guideline.id][item.id].verdict is Verdict.APPLIES
    ]
    return [*arranged.first, *arranged.open, *arranged.fits, *named]


def _shown(library: Library, explanation: Explanation | None) -> list[Finding]:
    """Return the findings of all sets that a page has; without an explanation, all."""
    return [
        finding
        for guideline in library.guidelines.values()
        for finding in guideline.findings
        if explanation is None or finding.id in explanation.outcomes[guideline.id]
    ]
