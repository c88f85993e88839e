"""The style guide: every component with its variants on one page, for review and tests. Not linked or indexed."""

from __future__ import annotations

from guide.engine.explain import Explanation, explain
from guide.model.content import Finding, Guideline, Library, Question
from guide.web.answers import form_with
from guide.web.presenters.citations import what_rests_on
from guide.web.presenters.explanations import context
from guide.web.rendering import Page
from guide.web.state import state
from guide.web.urls import Where


def design(where: Where) -> Page:
    library = state().library
    explanation = explain(library, library.sample_answers)
    providers = [next(one for one in library.providers if one.government_run == run) for run in (False, True)]
    given = context(library, explanation) | {
        "form": form_with(where, library.sample_answers),
        "questions": _one_of_each_kind([library.question(id) for id in explanation.answers]),
        "providers": providers,
        "cards": _one_of_each(library, explanation),
        "cited": what_rests_on(library),  # what no text cites has no place on the page of sources
    }
    return Page("design.html", given)


def _one_of_each_kind(questions: list[Question]) -> list[Question]:
    """Of the questions with one answer and of those with several, the one with the most options."""
    kinds = ([each for each in questions if each.many == many] for many in (False, True))
    return [max(kind, key=lambda question: len(question.options)) for kind in kinds if kind]


def _one_of_each(library: Library, explanation: Explanation) -> list[tuple[Guideline, Finding]]:
    """Return a finding for each verdict, of current law and of an ended set."""
    found: dict[tuple[bool, str], tuple[Guideline, Finding]] = {}
    for guideline in library.guidelines.values():
        for finding in guideline.findings:
            outcome = explanation.outcomes[guideline.id].get(finding.id)
            if outcome and not finding.urgent:
                found.setdefault((guideline.current_law, outcome.kind), (guideline, finding))
    return list(found.values())
