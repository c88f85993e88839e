"""How old the evidence of a help entry is, and what may still be shown of it."""

import datetime as dt
from dataclasses import replace

import pytest

from guide.freshness import freshness, shows_numbers
from guide.web import create_app
from guide.web.settings import Settings

SEEN = dt.date(2026, 9, 10)  # the evidence of RAICES, an entry of the section find-a-lawyer


@pytest.fixture(scope="module")
def raices(library):
    (helper,) = [helper for helper in library.helpers if helper.id == "raices"]
    return replace(helper, evidence_date=SEEN)


@pytest.mark.parametrize(
    ("days", "age"), [(0, "fresh"), (30, "fresh"), (90, "fresh"), (91, "stale"), (180, "stale"), (181, "old")]
)
def test_an_entry_ages(raices, days, age):
    assert freshness(raices, SEEN + dt.timedelta(days=days)) == age


def test_evidence_without_a_date_counts_as_old(raices):
    assert freshness(replace(raices, evidence_date=None), SEEN) == "old"


@pytest.mark.parametrize(
    ("section", "stays"), [("find-a-lawyer", False), ("held", True), ("crisis", True), ("court", True)]
)
def test_an_old_number_stays_only_where_none_would_be_worse(raices, section, stays):
    assert shows_numbers(replace(raices, section=section), SEEN + dt.timedelta(days=181)) == stays


def test_evidence_that_names_only_a_month_counts_from_its_last_day(library):
    listed = [helper for helper in library.helpers if "in July 2026" in helper.evidence]
    assert listed
    assert {helper.evidence_date for helper in listed} == {dt.date(2026, 7, 31)}


def entry(id, today):
    html = create_app(Settings(today=lambda: today)).test_client().get("/en/help").text
    return html[html.index(f'data-helper="{id}"') :].split("</article>")[0]


@pytest.mark.parametrize(
    ("days", "label", "number"), [(30, None, True), (91, "more than 90 days old", True), (181, "since", False)]
)
def test_readers_see_how_old_an_entry_is(library, days, label, number):
    (helper,) = [helper for helper in library.helpers if helper.id == "raices"]
    article = entry("raices", helper.evidence_date + dt.timedelta(days=days))
    assert ('class="warn stale"' in article) == (label is not None)
    assert label is None or label in article
    assert ('href="tel:' in article) == number
    assert 'href="https://www.raicestexas.org"' in article


def test_a_detention_line_keeps_its_number_under_its_date(library):
    (helper,) = [helper for helper in library.helpers if helper.id == "nijc"]
    article = entry("nijc", helper.evidence_date + dt.timedelta(days=181))
    assert "We have not checked this since July 31, 2026." in article
    assert 'href="tel:' in article
