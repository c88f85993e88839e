"""The age of the whole guide, and which texts are dated facts."""

import datetime as dt

import pytest
from support.aging import BEFORE, FOLDED, UNCHECKED, with_warnings
from support.day import TODAY
from support.site_pages import LIBRARY

from guide.legal_help.freshness import Age, age, oldest_past_its_day, runs, seen
from guide.model.content import Block

CHECKED = dt.date(2026, 1, 1)
LATE = CHECKED + dt.timedelta(LIBRARY.guidelines["today"].check_every_days + 1)
COUNT = len(LIBRARY.guidelines["today"].findings)


def checked_on(days):
    return with_warnings(LIBRARY, days)


def test_the_guide_is_overdue_once_half_of_todays_warnings_are():
    half = [LATE] * (COUNT - COUNT // 2)
    assert age(checked_on([*half, CHECKED]), LATE) == Age()
    most = [LATE] * (COUNT - COUNT // 2 - 1)
    assert age(checked_on([*most, CHECKED]), LATE).since == LATE


def test_the_age_counts_from_the_newest_check():
    newest = dt.date(2026, 3, 1)
    assert age(checked_on([newest, CHECKED]), LATE).since == newest


def test_it_is_not_unchecked_on_the_last_day_of_its_period():
    assert age(checked_on([CHECKED]), LATE - dt.timedelta(1)) == Age()
    assert age(checked_on([CHECKED]), LATE) == Age(CHECKED)


def test_dated_facts_collapse_after_a_year():
    library = checked_on([CHECKED])
    assert age(library, CHECKED + dt.timedelta(365)) == Age(CHECKED, folds=False)
    assert age(library, CHECKED + dt.timedelta(366)) == Age(CHECKED, folds=True)


@pytest.mark.parametrize("today", [BEFORE, dt.date.min])
def test_a_clock_before_all_of_the_content_gives_no_age(today):
    assert age(LIBRARY, today) == Age()
    assert oldest_past_its_day(LIBRARY, LIBRARY.guidelines["today"].findings, LIBRARY.providers, today) is None


def test_the_dates_of_the_tests_cover_each_case():
    assert age(LIBRARY, TODAY) == Age()
    assert age(LIBRARY, UNCHECKED).since
    assert not age(LIBRARY, UNCHECKED).folds
    assert age(LIBRARY, FOLDED).folds


def text(*blocks):
    return [Block(kind, words) for kind, words in blocks]


def dated(*blocks):
    return [block.text for run in runs(text(*blocks)) if run.dated for block in run.blocks]


def test_the_first_paragraph_stays_open():
    assert dated(("p", "In May 2025 ICE told officers to enter. Do not open the door."), ("p", "Call a lawyer.")) == []


def test_a_later_paragraph_that_names_a_year_is_a_dated_fact():
    assert dated(("p", "Go to court."), ("p", "In June 2026 a judge ruled."), ("p", "Ask.")) == [
        "In June 2026 a judge ruled."
    ]


def test_steps_stay_open_even_with_dates():
    assert dated(("p", "Do this."), ("ol", "Sign nothing."), ("ul", "Fees went up in 2026. Keep the date.")) == []


def test_a_list_collapses_with_its_dated_paragraph():
    blocks = [("p", "See a lawyer."), ("p", "This law of 2025 names:"), ("ul", "Theft."), ("p", "Ask.")]
    assert dated(*blocks) == ["This law of 2025 names:", "Theft."]


def test_the_first_paragraph_under_a_heading_stays():
    blocks = [("p", "Read."), ("h2", "Then"), ("p", "Since 2025 it is so."), ("p", "It was so in 2024.")]
    assert dated(*blocks) == ["It was so in 2024."]


def test_no_block_is_lost_or_moved():
    for finding in LIBRARY.guidelines["today"].findings:
        assert tuple(block for run in runs(finding.body) for block in run.blocks) == finding.body


def test_every_warning_of_today_keeps_its_first_paragraph_and_its_steps():
    for finding in LIBRARY.guidelines["today"].findings:
        kept = [block for run in runs(finding.body) if not run.dated for block in run.blocks]
        assert next(block for block in finding.body if block.kind == "p") in kept
        assert {block for block in finding.body if block.kind == "ol"} <= set(kept)


def test_the_steps_of_what_to_do_next_stay_open():
    assert not any(run.dated for page in ("next", "handout") for run in runs(LIBRARY.pages[page].body))


def test_a_handout_shows_the_age_of_its_oldest_overdue_text():
    warnings = LIBRARY.guidelines["today"].findings
    first = min(each.last_checked + dt.timedelta(each.check_every_days or 90) for each in warnings)
    assert oldest_past_its_day(LIBRARY, warnings, (), first) is None
    late = oldest_past_its_day(LIBRARY, warnings, (), first + dt.timedelta(1))
    assert late in {each.last_checked for each in warnings}
    assert oldest_past_its_day(LIBRARY, warnings, (), FOLDED) == min(each.last_checked for each in warnings)


def test_the_oldest_provider_counts_and_one_without_date_does_not():
    days = [seen(provider) for provider in LIBRARY.providers]
    assert None in days
    assert oldest_past_its_day(LIBRARY, (), LIBRARY.providers, FOLDED) == min(day for day in days if day)
