"""The style guide: every component with its variants on one page, for review and tests. Not linked or indexed."""

from __future__ import annotations

from guide.engine.explain import Explanation, explain
from guide.model.content import Finding, Guideline, Library
from guide.model.rule import Answers
from guide.web import answers
from guide.web.presenters.explanations import context
from guide.web.rendering import Page
from guide.web.state import state
from guide.web.urls import Where

# Answers for which the findings have every possible verdict.
SHOWN: Answers = {
    "held": ("yes",),
    "time": ("5-to-10",),
    "entry": ("let-in",),
    "police": ("conviction",),
    "family": ("caregiver",),
}


def design(where: Where) -> Page:
    library = state().library
    explanation = explain(library, SHOWN)
    helpers = [next(one for one in library.helpers if one.government_run == run) for run in (False, True)]
    given = context(library, explanation) | {
        "form": answers.form_with(where, SHOWN),
        "helpers": helpers,
        "cards": _one_of_each(library, explanation),
    }
    return Page("design.html", given, indexed=False)


def _one_of_each(library: Library, explanation: Explanation) -> list[tuple[Guideline, Finding]]:
    """Return a finding for each verdict, of current law and of an ended set."""
    found: dict[tuple[bool, str], tuple[Guideline, Finding]] = {}
    for guideline in library.guidelines.values():
        for finding in guideline.findings:
            outcome = explanation.outcomes[guideline.id].get(finding.id)
            if outcome and not finding.urgent:
                found.setdefault((guideline.current_law, outcome.kind), (guideline, finding))
    return list(found.values())
