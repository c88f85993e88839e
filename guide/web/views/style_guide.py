"""Every component with its variants on one page: for looking and for tests. Not linked, not indexed."""

from __future__ import annotations

from flask import Blueprint, Response, render_template

from guide.engine.explain import Explanation, explain
from guide.model.content import Finding, Guideline, Library
from guide.model.rule import Answers
from guide.web import answers, headers
from guide.web.presenters.explanations import context
from guide.web.state import state

blueprint = Blueprint("design", __name__)
# An invented walk in which findings stand in every way that they can.
SHOWN: Answers = {
    "held": ("yes",),
    "time": ("5-to-10",),
    "entry": ("let-in",),
    "police": ("conviction",),
    "family": ("caregiver",),
}


@blueprint.get("/<any_language:lang>/design")
def design() -> Response:
    library = state().library
    explanation = explain(library, SHOWN)
    helpers = [next(one for one in library.helpers if one.government_run == run) for run in (False, True)]
    given = context(library, explanation) | {
        "form": answers.form_with(SHOWN),
        "helpers": helpers,
        "cards": _one_of_each(library, explanation),
    }
    response = headers.cacheable(render_template("design.html", **given))
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _one_of_each(library: Library, explanation: Explanation) -> list[tuple[Guideline, Finding]]:
    """A finding for each way to stand, of today and of an old set."""
    found: dict[tuple[bool, str], tuple[Guideline, Finding]] = {}
    for guideline in library.guidelines.values():
        for finding in guideline.findings:
            outcome = explanation.outcomes[guideline.id].get(finding.id)
            if outcome and not finding.urgent:
                found.setdefault((guideline.current_law, outcome.kind), (guideline, finding))
    return list(found.values())
