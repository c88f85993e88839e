"""Current law: the order of the warnings, the dates of their evidence, and what the questions say about them."""

import datetime as dt
from pathlib import Path

import pytest

from guide.engine.explain import Verdict, explain
from guide.engine.rules import mentions
from guide.loader.content import load

LIBRARY = load(Path(__file__).parents[1] / "content")
TODAY = LIBRARY.guidelines["today"]
LAST_SEEN = dt.date(2026, 10, 12)  # nothing later could be read
NEW = [
    "now/past-deportation",
    "now/stops",
    "now/interview",
    "now/conviction",
    "now/refugee",
    "now/leaving",
    "now/daca",
]


def newest(finding) -> str:
    """The newest date of its sources, as exact as it is known; sorts behind every day within it."""
    return max(f"{LIBRARY.sources[id].date}~" for id in finding.sources)


def read_by_today():
    """The questions that a rule of today looks at, and those that lead to one of them."""
    rules = [rule for finding in TODAY.findings for rule in (finding.when, finding.may) if rule]
    return {id for rule in rules for id in mentions(rule)}


def test_danger_comes_first_and_what_is_for_everyone_last():
    ids = [finding.id for finding in TODAY.findings]
    assert ids[:3] == ["now/detained", "now/past-deportation", "now/final-order"]
    assert ids[-2:] == ["now/no-priorities", "now/no-safe-places"]
    assert sorted(NEW, key=ids.index) == NEW


@pytest.mark.parametrize("finding", TODAY.findings, ids=lambda finding: finding.id)
def test_no_text_is_newer_than_the_facts(finding):
    assert finding.last_checked <= LAST_SEEN


@pytest.mark.parametrize("id", NEW)
def test_a_new_text_is_no_newer_than_its_newest_source(id):
    (finding,) = [one for one in TODAY.findings if one.id == id]
    assert finding.last_checked.isoformat() <= newest(finding)


@pytest.mark.parametrize("id", NEW)
def test_a_new_text_has_more_than_private_collections(id):
    (finding,) = [one for one in TODAY.findings if one.id == id]
    assert {LIBRARY.sources[id].strength for id in finding.sources} & {"primary", "established"}


@pytest.mark.parametrize("id", sorted(read_by_today() - {"held"}))
def test_a_question_says_that_it_matters_today(id):
    assert "today" in LIBRARY.question(id).why.lower()


def test_being_held_says_that_it_comes_first():
    assert "first" in LIBRARY.question("held").why


@pytest.mark.parametrize("papers", ["refugee", "asylee", "withholding", "daca"])
def test_each_new_answer_about_papers_changes_what_is_shown(papers):
    def shown(answer):
        explanation = explain(LIBRARY, {"status": (answer,), "police": ("conviction",)})
        return [explanation.ids("today", verdict) for verdict in Verdict]

    assert shown(papers) != shown("none")
    assert "now/conviction" in shown(papers)[0]


def test_asylum_granted_here_is_not_refugee_status():
    for status, seen in (("asylee", False), ("refugee", True)):
        assert ("now/refugee" in explain(LIBRARY, {"status": (status,)}).outcomes["today"]) == seen
