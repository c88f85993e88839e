"""The command line, long after the content was written and before it."""

import datetime as dt
import json

import pytest
from click.testing import CliRunner
from support.aging import BEFORE, LATER
from support.day import TODAY
from support.sampling import sample

from guide import clock
from guide.cli.main import main
from guide.legal_help.freshness import age

pytestmark = pytest.mark.slow  # checks the whole content for each day


def test_explain_marks_overdue_findings(run, answers, library):
    file = answers("{}")
    guideline = library.guidelines["today"]
    first = min(guideline.findings, key=lambda each: each.last_checked)
    last_day = first.last_checked + dt.timedelta(first.check_every_days or guideline.check_every_days)
    for today, late in ((last_day, False), (last_day + dt.timedelta(1), True)):
        data = json.loads(run("explain", file, "--format", "json", "--today", today).output)
        assert (f"today/{first.id}" in data["overdue"]) == late
        text = run("explain", file, "--today", today).output
        reported = text.split(f"[{first.id}]")[1].splitlines()[1]
        assert ("We have not checked this since" in reported) == late


@pytest.mark.parametrize("today", [BEFORE, TODAY, *sample(LATER.values(), 2)])
def test_explain_prints_the_overdue_notice_once_at_the_top(run, answers, library, today):
    since = age(library, today).since
    data = json.loads(run("explain", answers("{}"), "--format", "json", "--today", today).output)
    assert data["unchecked_since"] == (since.isoformat() if since else None)
    text = run("explain", answers("{}"), "--today", today).output
    assert text.count("Nobody has checked this guide since") == text.startswith("Nobody has") == bool(since)
    if since:
        assert "We have not checked this" not in text


# A check of everything takes seconds: lint/test_lines has the problems of a late day, test_cli the command on one day.
@pytest.mark.whole
@pytest.mark.parametrize("today", [TODAY, *LATER.values()])
def test_check_has_no_error_on_any_later_date(run, today):
    result = run("check", "--today", today)
    assert result.exit_code == 0
    assert ": warning: not checked since" in result.output


@pytest.mark.whole
def test_check_reports_future_dates_if_the_clock_is_wrong(run, small):
    result = run("check", "--format", "json", "--today", BEFORE, GUIDE_ROOT=str(small))
    assert result.exit_code == 1
    problems = json.loads(result.output)
    assert {one["code"] for one in problems if one["severity"] == "error"} == {"not-yet"}
    assert not [one for one in problems if one["code"] == "overdue"]
    assert run("check", "--launch", "--today", BEFORE).exit_code == 0


@pytest.mark.parametrize("command", [("check", "--overdue"), ("explain",)])
def test_without_today_a_command_reads_the_clock(monkeypatch, answers, command):
    monkeypatch.setattr(clock, "now", lambda: dt.datetime(2037, 1, 1, 23, 59, tzinfo=dt.UTC))
    given = [str(answers("{}"))] if command == ("explain",) else []
    reported = CliRunner().invoke(main, [*command, *given]).output
    assert "Nobody has checked this guide since" in reported or "not checked since" in reported
