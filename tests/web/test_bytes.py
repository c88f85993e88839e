"""No kind of page, style sheet or script becomes larger than in tests/web/bytes.tsv, which only goes down."""

from dataclasses import replace
from functools import cache

import pytest
from support.byte_table import Row, measured, problems, read, updated, write
from support.requests_of_site import Answer
from support.sample_site import sample_site
from support.sampling import WHOLE, sample
from support.weight import PAGES, SCRIPTS, SHEETS, weight

pytestmark = pytest.mark.slow  # `make check` leaves it out: it takes seconds

TABLE = [
    Row("/LANG/help", "en", 20_000, PAGES),
    Row("/LANG/help", "ar", 30_000, PAGES),
    Row("/static/css/site.css", "", 10_000, SHEETS),
]


DEAR = 8_000  # bytes: to make and to pack the pages above this takes nearly all of the time


@pytest.fixture(scope="module")
def left_out():
    """Most pages, by seed: what all of them share is weighed with the others."""
    rows = [((row.what, row.language), row.bytes > DEAR) for row in read() if not row.what.startswith("/static/")]
    heavy, light = (sorted(row for row, dear in rows if dear == wanted) for wanted in (True, False))
    return {*heavy, *light} - {*sample(heavy, 2), *sample(light, 25), ("/LANG/privacy", "en")}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Makes each page once."""
    return cache(sample_site(tmp_path_factory.mktemp("weighed")))


@pytest.fixture(scope="module")
def now(site, left_out):
    """Of each kind of page the first language and the heaviest other; of `make test-all` whichever is that today."""
    return measured(site, every=WHOLE, table=read(), left_out=left_out)


def test_no_page_is_heavier_than_in_the_table(now, left_out):
    table = [row for row in read() if (row.what, row.language) not in left_out]
    assert len(table) > 50
    assert list(problems(table, now)) == []


def test_a_heavier_page_is_reported(site, now, left_out):
    def heavier(ask):
        given = site(ask)
        added = "".join(f"<p>{number * 7919}" for number in range(200))
        return replace(given, body=given.body + added.encode()) if ask.path == "/en/privacy" else given

    reported = list(problems(now, measured(heavier, every=False, table=now, left_out=left_out)))
    assert len(reported) == 1
    assert reported[0].startswith("/LANG/privacy en: ")
    assert "--because" in reported[0]


@pytest.mark.parametrize(
    ("at", "bytes", "word"),
    [
        (0, 20_201, "a page may grow by 1%"), (1, 30_301, "a page may grow by 1%"),
        (2, 11_001, "a style sheet may grow by 10%"), (0, 19_399, "lighter"), (2, 9_699, "lighter"),
    ],
)  # fmt: skip
def test_heavier_and_lighter_rows_are_reported_with_the_fix(at, bytes, word):
    now = [replace(row, bytes=bytes) if number == at else row for number, row in enumerate(TABLE)]
    (reported,) = problems(TABLE, now)
    assert word in reported
    assert "python -m support.byte_table" in reported


@pytest.mark.parametrize(("at", "bytes"), [(0, 20_200), (0, 19_400), (2, 11_000)])
def test_a_small_difference_is_no_problem(at, bytes):
    now = [replace(row, bytes=bytes) if number == at else row for number, row in enumerate(TABLE)]
    assert list(problems(TABLE, now)) == []


def test_new_and_removed_rows_are_reported():
    new = Row("/LANG/new", "en", 5, PAGES)
    reported = list(problems(TABLE, [*TABLE[1:], new]))
    assert [line.split(":")[0] for line in reported] == ["/LANG/help en", "/LANG/new en"]


def test_a_new_heaviest_language_is_reported():
    assert len(list(problems(TABLE, [TABLE[0], replace(TABLE[1], language="es"), TABLE[2]]))) == 2


@pytest.mark.parametrize(
    "now", [[*TABLE, Row("/new.js", "", 9, SCRIPTS)], [replace(TABLE[0], bytes=20_201), *TABLE[1:]]]
)
def test_the_table_does_not_go_up_without_a_reason(now):
    with pytest.raises(ValueError, match="--because"):
        updated(TABLE, now, because="")
    assert [row.because for row in updated(TABLE, now, because="a new door")].count("a new door") == 1


def test_the_table_goes_down_at_once_and_small_steps_up_do_not_move_it():
    now = [replace(TABLE[0], bytes=19_999), replace(TABLE[1], bytes=30_001), TABLE[2]]
    assert [row.bytes for row in updated(TABLE, now, because="")] == [19_999, 30_000, 10_000]


def test_the_table_is_read_as_it_was_written(tmp_path):
    rows = [replace(TABLE[0], because="a reason"), TABLE[2]]
    write(rows, tmp_path / "bytes.tsv")
    assert read(tmp_path / "bytes.tsv") == [replace(row, kind="") for row in rows]


def test_the_hash_in_the_name_of_an_asset_weighs_the_same_after_a_change():
    pages = [f'<link href="/static/css/site.{hash}.css">' for hash in ("0" * 12, "3f9a7c1e5b20")]
    assert len({weight(Answer(200, {}, page.encode())) for page in pages}) == 1
