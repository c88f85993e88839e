"""Evidence with a future date is an error: it would look up to date for too long."""

import datetime as dt
from dataclasses import replace

import pytest
from support.day import TODAY

from guide.lint.review_dates import not_yet
from guide.model.provider import Evidence


@pytest.mark.parametrize(
    ("date", "issue", "reported"),
    [
        (dt.date(2026, 11, 22), "", []),
        (dt.date(2026, 11, 23), "", ["2026-11-23 is in the future: today is 2026-11-22"]),
        (dt.date(2026, 11, 30), "2026-11", []),
        (dt.date(2026, 12, 31), "2026-12", ["2026-12-01 is in the future: today is 2026-11-22"]),
        (dt.date(2026, 12, 31), "2026", []),
        (None, "", []),
    ],
)
def test_evidence_with_a_future_date_is_an_error(library, date, issue, reported):
    provider = replace(library.providers[0], evidence=(Evidence("secondary", "Seen.", date, issue),))
    found = list(not_yet(replace(library, providers=(provider,)), dt.date(2026, 11, 22)))
    assert [problem.message for problem in found] == reported
    assert all((one.code, one.severity) == ("not-yet", "error") for one in found)
    assert all(one.path == f"content/help/{provider.id}.yaml" for one in found)


def test_a_call_with_a_future_date_is_an_error(library):
    provider = replace(library.providers[0], called=dt.date(2027, 1, 1))
    (problem,) = not_yet(replace(library, providers=(provider,)), dt.date(2026, 11, 22))
    assert problem.message == "2027-01-01 is in the future: today is 2026-11-22"


def test_the_real_evidence_has_no_future_date(library):
    assert list(not_yet(library, TODAY)) == []
