"""What the script makes results from: what is true today, then what ended; last the rest of the English beside a draft.

The same for every visitor.
"""

from __future__ import annotations

from collections.abc import Iterable

from guide.engine.rules import to_plain
from guide.model.content import Finding, Guideline
from guide.web.presenters.answer_list import answer_list
from guide.web.presenters.explanations import cited_apart, context
from guide.web.presenters.first_contacts import first_contacts
from guide.web.rendering import Page
from guide.web.state import state
from guide.web.urls import Where


def today(_where: Where) -> Page:
    """Today's warnings, the steps, who can help, and the pieces of every result."""
    library = state().library
    given = {"rules": _rules_of([library.current_law]), "cited": cited_apart(library)[0]}
    return _page("for_script_today.html", given | {"answers": answer_list(library, None)})


def old(where: Where) -> Page:
    """What ended: the old sets, fact by fact; the ways to ask for a review, and whom to call first in each state."""
    library = state().library
    rules = _rules_of(each for each in library.guidelines.values() if not each.current_law)
    rules |= {f"review/{review.id}": {"may": to_plain(review.may)} for review in library.reviews.values()}
    contacts = first_contacts(library, (), state().today(), where.partner)
    given = {"rules": rules, "cited": cited_apart(library)[1], "first_contacts": contacts}
    return _page("for_script_old.html", given)


def english(_where: Where) -> Page:
    """The English of a draft beyond what to do. A result needs none of it; without a draft it is empty."""
    return _page("for_script_english.html", {"rules": {}})


def _page(template: str, given: dict[str, object]) -> Page:
    # A recording is loaded from the server, and which one would reveal the answers.
    own: dict[str, object] = {"for_script": True, "offers_recordings": False}
    return Page(template, context(state().library, None, with_steps=True) | own | given)


def _rules_of(guidelines: Iterable[Guideline]) -> dict[str, object]:
    """Return the rules of each finding of these sets, by the id that its article has."""
    return {
        f"{guideline.id}/{finding.id}": _plain_rules(finding)
        for guideline in guidelines
        for finding in guideline.findings
        if not finding.read_only
    }


def _plain_rules(finding: Finding) -> dict[str, object]:
    rules = {"when": finding.when, "may": finding.may}
    return {key: to_plain(rule) for key, rule in rules.items() if rule is not None}
