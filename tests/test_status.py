"""The status on a date: in use, not in use, paused, or not known."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from guide.engine.status import status_on
from guide.model.content import Event
from guide.model.overdue import is_overdue

VECTORS = json.loads((Path(__file__).parent / "vectors" / "status.json").read_text("utf-8"))
day = dt.date.fromisoformat


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in VECTORS])
def test_a_status_on_a_date_matches_its_vector(library, case):
    events = tuple(Event(one["kind"], day(one["first"]), day(one["last"]), ()) for one in case["events"])
    guideline = replace(library.guidelines["today"], events=events)
    assert status_on(guideline, day(case["on"]), day(case["checkedThrough"])) == case["status"]


@pytest.mark.parametrize(
    ("guideline", "on", "status"),
    [
        ("2021-guidelines", "2021-11-28", "not-in-use"),
        ("2021-guidelines", "2021-11-29", "in-use"),
        ("2021-guidelines", "2022-07-15", "paused"),
        ("2021-guidelines", "2023-07-01", "not-known"),
        ("2021-guidelines", "2024-06-01", "in-use"),
        ("2021-guidelines", "2025-01-20", "not-in-use"),
        ("2021-interim", "2021-02-17", "not-in-use"),
        ("2021-interim", "2021-02-18", "in-use"),
        ("2021-interim", "2021-09-01", "not-known"),
        ("2021-interim", "2021-11-29", "not-in-use"),
        ("2011-review", "2011-11-17", "in-use"),
        ("2011-review", "2011-08-01", "not-known"),
        ("2011-review", "2015-06-01", "not-known"),
        ("2011-review", "2018-01-01", "not-in-use"),
        ("today", "2025-01-19", "not-in-use"),
        ("today", "2026-09-01", "in-use"),
        ("today", "2026-11-22", "not-known"),
    ],
)
def test_the_status_of_the_real_sets(library, guideline, on, status):
    assert status_on(library.guidelines[guideline], day(on), library.site.checked_through) == status


def test_no_old_set_is_in_use_on_the_day_of_the_check(library):
    checked = library.site.checked_through
    old = [one for one in library.guidelines.values() if one.id != "today"]
    assert {status_on(one, checked, checked) for one in old} == {"not-in-use"}


def test_every_span_answers_not_known_inside(library):
    spans = [
        (guideline, event)
        for guideline in library.guidelines.values()
        for event in guideline.events
        if event.first != event.last
    ]
    assert spans
    for guideline, event in spans:
        middle = event.first + (event.last - event.first) / 2
        assert status_on(guideline, middle, library.site.checked_through) == "not-known"


def test_a_text_is_overdue_the_day_after_its_review_period():
    assert not is_overdue(day("2026-01-01"), 90, day("2026-04-01"))
    assert is_overdue(day("2026-01-01"), 90, day("2026-04-02"))
