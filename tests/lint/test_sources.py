"""Sources that are too weak or too old for their texts, links to copies, and dates after `seen-through`."""

import datetime as dt
from dataclasses import replace

import pytest
from support.fake_library import DAY, codes, finding, guideline, real, tiny

from guide.lint import sources
from guide.lint.review_dates import unseen
from guide.model.content import About, Source
from guide.model.evidence import newest, only_private
from guide.model.lists import Change

LAW = Source("law", "A law", "Congress", "law", "primary")
NEWS = Source("news", "A report", "A newspaper", "news", "established", date="2026-03")
OURS = Source("ours", "A collection", "Somebody", "dataset", "private", date="2026-09-22")
KNOWN = {each.id: each for each in (LAW, NEWS, OURS)}


def shown(*ids, last_checked="2026-03-31", status="in-use", known=KNOWN):
    text = replace(finding("kind/one", {}), sources=ids, last_checked=dt.date.fromisoformat(last_checked))
    in_set = replace(guideline("set", text), status=status, about=About((), (), DAY), events=())
    nothing = {
        "pages": {},
        "misunderstandings": (),
        "history": (),
        "changes": (),
        "glossary": (),
        "urgent": {},
        "phrases": {},
    }
    return replace(tiny(sets=(in_set,)), sources=known, **nothing)


@pytest.mark.parametrize(
    ("ids", "weak"), [((), False), (("ours",), True), (("ours", "news"), False), (("law",), False)]
)
def test_a_text_with_private_collections_only(ids, weak):
    assert only_private(KNOWN, ids) is weak
    assert codes(sources.weak(shown(*ids))) == ["weak-sources"] * weak


@pytest.mark.parametrize(
    ("date", "last"),
    [("2026", "2026-12-31"), ("2024-02", "2024-02-29"), ("2026-03-04", "2026-03-04"), ("", None)],
)
def test_a_partial_date_of_a_source_means_its_last_day(date, last):
    known = {"news": replace(NEWS, date=date)}
    assert newest(known, ["news"]) == (dt.date.fromisoformat(last) if last else None)


def test_the_newest_of_the_sources_counts():
    assert newest(KNOWN, ["ours", "news", "law"]) == dt.date(2026, 9, 22)
    assert newest(KNOWN, ["law"]) is None


@pytest.mark.parametrize(
    ("ids", "last_checked", "status", "reported"),
    [
        (("news",), "2026-03-31", "in-use", False),
        (("news",), "2026-04-01", "in-use", True),
        (("news", "ours"), "2026-09-22", "in-use", False),
        (("news",), "2026-04-01", "ended", False),
        (("law",), "2026-04-01", "in-use", False),
    ],
)
def test_a_text_checked_after_its_newest_source(ids, last_checked, status, reported):
    found = list(sources.older_than_their_text(shown(*ids, last_checked=last_checked, status=status)))
    assert codes(found) == ["older-sources"] * reported
    assert all("2026-03-31" in problem.message and problem.severity == "warning" for problem in found)


@pytest.mark.parametrize(
    ("kind", "url", "copy_at", "reported"),
    [
        ("document-copy", "", "Scribd", False),
        ("document-copy", "https://example.org/a", "", True),
        ("government", "https://www.federalregister.gov/d/2025-01720", "Justia", False),
        ("court", "https://law.justia.com/cases/1", "Justia", True),
        ("news", "https://www.inkl.com/1", "inkl.com", True),
        ("news", "https://example.org/1", "", False),
    ],
)
def test_a_link_to_a_copy_on_another_site_is_an_error(kind, url, copy_at, reported):
    copy = Source("copy", "A paper", "Somebody", kind, "primary", url=url, copy_at=copy_at)
    found = list(sources.copies(replace(real(), sources={"copy": copy})))
    assert codes(found) == ["copy-link"] * reported
    assert all(problem.severity == "error" for problem in found)


def test_no_real_source_links_to_a_copy(library):
    assert list(sources.copies(library)) == []


def test_no_date_is_after_the_last_date_of_the_facts(library):
    assert list(unseen(library)) == []
    late = Change(
        "late", library.site.last_seen + dt.timedelta(1), "Late", "It came.", (), ("musa",), path="content/changes.yaml"
    )
    (problem,) = unseen(replace(library, changes=(late,)))
    assert (problem.path, problem.code, problem.severity) == ("content/changes.yaml", "unseen", "error")


def test_the_last_date_of_the_facts_is_october_12_2026(library):
    assert library.site.last_seen == dt.date(2026, 10, 12)
    assert library.site.checked_through <= library.site.court_checked_through <= library.site.last_seen
