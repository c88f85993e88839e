"""The crawl that checks a refactoring: it finds every page, and reports every kind of difference."""

import pytest
from support import addresses, crawl, crawl_comparison, day, saved
from support.partnered import SLUG, with_partner
from support.requests_of_site import Answer, Ask, patient, through_client

from guide.config import CHECKOUT, Settings
from guide.web import create_app
from guide.web.every_page import pages, shared_pages

pytestmark = pytest.mark.slow  # `make check` leaves it out: it takes seconds

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Help</title>
<link rel="stylesheet" href="/static/css/site.0123456789ab.css">
<script type="module" src="/static/js/old.0123456789ab.mjs"></script></head>
<body class="a" data-paper="no"><main id="main"><h1>Help</h1> <p class="s">Call <b>now</b>.</p>
<template id="pieces"><tr data-row="one"><td>1</td></tr><tr data-row="two"><td>2</td></tr></template>
<a href="/en/">Start</a><img src="/a.png" alt=""></main></body></html>"""
PATH = "html[1] > body[1] > main#main"
HEADERS = {"content-type": "text/html; charset=utf-8", "etag": 'W/"1"', "cache-control": "no-cache"}


def reported(page=PAGE, status=200, headers=HEADERS, renamed=None):
    old, new = Answer(200, HEADERS, PAGE.encode()), Answer(status, headers, page.encode())
    return [
        (each.place, each.what) for each in crawl_comparison.compare_answers("GET /en/help", old, new, renamed or {})
    ]


@pytest.mark.parametrize(
    ("before", "after", "place", "what"),
    [
        ("now", "later", f"{PATH} > p[1] > b[1]", "'now' -> 'later'"),
        ('id="pieces"', 'id="parts"', f"{PATH} > template#pieces", "attribute id: 'pieces' -> 'parts'"),
        ('data-row="one"', 'data-row="1"', f"{PATH} > template#pieces > tr[1]", "attribute data-row: 'one' -> '1'"),
        ('href="/en/"', 'href="/es/"', f"{PATH} > a[1]", "attribute href: '/en/' -> '/es/'"),
        ('lang="en"', "", "html[1]", "attribute lang: 'en' -> None"),
        ("<h1>Help</h1>", "<h2>Help</h2>", f"{PATH} > h1[1]", "<h1> -> <h2>"),
        ('<img src="/a.png" alt="">', "", f"{PATH} > img[1]", "only before: <img alt='' src='/a.png'>"),
        ("Call <b>", "Call<b>", f"{PATH} > p[1]", "'Call ' -> 'Call'"),
        ("css/site.", "css/other.", "html[1] > head[1] > link[1]",
         "attribute href: '/static/css/site.css' -> '/static/css/other.css'"),
    ],
)  # fmt: skip
def test_a_change_is_reported_with_its_place(before, after, place, what):
    assert PAGE.count(before) == 1
    assert (place, what) in reported(PAGE.replace(before, after))


def test_a_changed_order_is_reported():
    one, two = '<tr data-row="one"><td>1</td></tr>', '<tr data-row="two"><td>2</td></tr>'
    assert reported(PAGE.replace(one + two, two + one))
    start = '<a href="/en/">Start</a>'
    moved = reported(PAGE.replace(start, "").replace("<h1>", f"{start}<h1>"))
    assert {what.partition(":")[0] for _, what in moved} == {"only before", "only after"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('class="a"', 'class="b c"'), (' class="s"', ""), ('data-paper="no"', 'data-paper="screen-only"'),
        ("0123456789ab.css", "ba9876543210.css"), ("</h1> <p", "</h1>\n\n  <p"), ("<b>now</b>", "<b class='x'>now</b>"),
        ("Call <b>", "Call\n<b>"), (' alt=""', " alt"),
    ],
)  # fmt: skip
def test_ignored_differences_are_not_reported(before, after):
    assert before in PAGE
    assert reported(PAGE.replace(before, after)) == []


def test_a_renamed_asset_is_equal_if_its_new_name_is_given():
    page = PAGE.replace("js/old.", "js/walk/new.")
    assert reported(page)
    assert reported(page, renamed={"js/old.mjs": "js/walk/new.mjs"}) == []


def test_status_and_headers_are_compared_without_fingerprints():
    assert reported(status=404) == [("status", "200 -> 404")]
    assert reported(headers=HEADERS | {"cache-control": "no-store"}) == [
        ("header cache-control", "no-cache -> no-store")
    ]
    assert reported(headers=HEADERS | {"etag": 'W/"2"'}) == []
    allowed = [Answer(405, {"allow": methods}, b"") for methods in ("GET, HEAD", "HEAD, GET", "GET")]
    assert not list(crawl_comparison.compare_answers("POST /", *allowed[:2], {}))
    assert list(crawl_comparison.compare_answers("POST /", *allowed[1:], {}))
    assert reported(headers={name: value for name, value in HEADERS.items() if name != "etag"})


def site_of(folder, change=lambda text: text, extra=()):
    """Two saved states of a small site, of which the second is changed."""
    css = Answer(200, {"content-type": "text/css"}, b"a{color:red}" * 3)
    given = [
        (Ask("/en/help"), Answer(200, HEADERS, change(PAGE).encode())),
        (Ask("/rules.json"), Answer(200, {"content-type": "application/json"}, change('{"a": "now"}').encode())),
        (Ask("/static/css/site.0123456789ab.css"), css),
        *extra,
    ]
    for name in crawl.SITES:
        saved.save(folder / name, given)
    return folder


def compared(tmp_path, capsys, *words, **changed):
    states = [site_of(tmp_path / "before"), site_of(tmp_path / "after", **changed)]
    status = crawl.main(["compare", *map(str, states), *words])
    return status, capsys.readouterr().out


def test_the_command_exits_with_0_without_differences(tmp_path, capsys):
    assert compared(tmp_path, capsys)[0] == 0


def test_the_command_fails_and_names_the_differences(tmp_path, capsys):
    status, out = compared(tmp_path, capsys, change=lambda text: text.replace("now", "later"))
    assert status == 1
    assert "GET /en/help" in out
    assert "GET /rules.json" in out
    assert "'now' -> 'later'" in out


def test_expected_differences_are_counted_and_do_not_fail(tmp_path, capsys):
    status, out = compared(tmp_path, capsys, "--allow", "own", change=lambda text: text.replace("now", "own"))
    assert status == 0
    assert "2 allowed" in out


def test_a_page_that_is_new_fails(tmp_path, capsys):
    status, out = compared(tmp_path, capsys, extra=[(Ask("/en/new"), Answer(200, HEADERS, b"<p>"))])
    assert status == 1
    assert "only after" in out


def test_what_became_heavier_fails(tmp_path, capsys):
    words = "".join(f"{number * 7919} " for number in range(50))
    allowed = ("--allow", "GET /en/help")
    status, out = compared(tmp_path, capsys, *allowed, change=lambda text: text.replace("Start", f"Start {words}"))
    assert status == 1
    assert "GET /en/help is heavier" in out


def test_the_crawl_finds_every_page_of_the_routes(tmp_path):
    app = create_app(Settings(with_partner(tmp_path), day.today))
    fetch = through_client(app.test_client())
    codes = addresses.languages(fetch)
    assert codes == list(app.extensions["state"].library.languages)
    begin = addresses.seeds(fetch, codes[:1], [], partner=True)
    # The only pages that are not begun with are linked from one page.
    found = {ask.path for ask in begin} | set(addresses.links(fetch(Ask(f"/{codes[0]}/examples"))))
    assert set(pages(app, codes[0])) <= found
    shared = {path for path in shared_pages(app) if path.split("/")[1] not in codes[1:]}
    assert {*shared, f"/p/{SLUG}/"} <= found


@pytest.mark.whole
def test_the_crawl_finds_the_pages_of_pairs_and_every_answer_set(app):
    fetch = through_client(app.test_client())
    codes = addresses.languages(fetch)
    begin = {ask.path for ask in addresses.seeds(fetch, codes, addresses.pairs(codes), partner=False)}
    linked = set(addresses.links(fetch(Ask("/es+en/explain"))))
    listed = {path for path in pages(app, "es", with_pairs=True) if path.startswith("/es+en")}
    assert listed
    assert listed <= begin | linked
    sets = addresses.answer_sets(fetch, CHECKOUT / "content")
    assert len(sets) == 2 + addresses.RANDOM_SETS + len(app.extensions["state"].library.personas)


def test_a_busy_server_is_retried_and_then_an_error():
    busy, ready = Answer(503, {"retry-after": "0"}, b""), Answer(200, HEADERS, b"<p>")
    answers = iter([busy, busy, ready])
    assert patient(lambda ask: next(answers))(Ask("/en/")) == ready
    with pytest.raises(RuntimeError, match="GET /en/ is answered with 503"):
        patient(lambda ask: busy)(Ask("/en/"))
