"""The system clock is read by one module of the product, and by no test."""

import datetime as dt
import re
from pathlib import Path

import pytest
from support.day import TODAY

from guide import clock
from guide.config import Settings
from guide.legal_help.freshness import seen
from guide.lint.review_dates import not_yet

ROOT = Path(__file__).parents[1]
# What tells the day or the hour; time.monotonic() and performance.now() tell how long something takes.
PYTHON = re.compile(
    r"\b(?:date\.today|datetime\.(?:now|utcnow|today)|dt\.datetime\.now|time\.(?:time|localtime|gmtime))\("
)
SCRIPT = re.compile(r"new Date\(|Date\.now\(|Temporal\.Now")


def files(*folders, ending):
    return [path for folder in folders for path in sorted((ROOT / folder).rglob(f"*{ending}"))]


def test_one_module_of_the_product_reads_the_clock():
    found = [path for path in files("guide", ending=".py") if PYTHON.search(path.read_text("utf-8"))]
    assert [str(path.relative_to(ROOT)) for path in found] == ["guide/clock.py"]


def test_one_script_of_the_site_reads_the_clock():
    scripts = files("static/js", ending="js")
    assert len(scripts) > 10
    # An exported copy compares its day with that of the reader; tests set the clock of the browser.
    assert [path.name for path in scripts if SCRIPT.search(path.read_text("utf-8"))] == ["copy_age.mjs"]


def test_no_test_reads_the_clock():
    ours = [path for path in files("tests", ending=".py") if path != Path(__file__)]
    found = [path for path in ours if PYTHON.search(path.read_text("utf-8"))]
    assert [path.name for path in found] == []


@pytest.mark.parametrize("ask", [clock.today, Settings().today])
def test_in_tests_the_clock_of_the_machine_refuses(ask):
    with pytest.raises(AssertionError, match=r"pass `day\.today` in Settings"):
        ask()


def test_the_day_is_that_of_utc(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: dt.datetime(2026, 12, 31, 23, 59, tzinfo=dt.UTC))
    assert clock.today() == Settings().today() == dt.date(2026, 12, 31)


def test_no_content_is_newer_than_the_fixed_day(library):
    """Whoever checks a text on a newer day sets the day of tests/support/day.py too."""
    texts = [*library.pages.values(), *library.reviews.values(), *library.misunderstandings]
    texts += [finding for guideline in library.guidelines.values() for finding in guideline.findings]
    assert max(text.last_checked for text in texts) <= TODAY
    assert list(not_yet(library, TODAY)) == []
    assert max(day for provider in library.providers if (day := seen(provider))) <= TODAY
