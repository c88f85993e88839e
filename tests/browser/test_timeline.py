"""Which rules were in use on a date: in the browser, with the same test vectors as Python."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from support.axe import violations
from support.browser_steps import asked_by
from support.pdf import printed
from support.sampling import each_once

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "status.json").read_text("utf-8"))
SMALL = {"width": 360, "height": 740}
SOURCE = "[id='{}'] .cited a"
IN_SIGHT = """id => {
  const { top } = document.getElementById(id).getBoundingClientRect();
  return top >= 0 && top < innerHeight / 2;
}"""
RUN = """async ([url, cases]) => {
  const { statusOn } = await import(url);
  return cases.map((one) => statusOn(one.events, one.on, one.checkedThrough));
}"""


def test_every_vector_holds_in_the_browser(look, app):
    page = look("/en/questions")
    found = page.evaluate(RUN, [app.extensions["state"].assets.url("js/status.mjs"), VECTORS])
    assert found == [case["status"] for case in VECTORS]


def test_a_date_is_answered_in_the_browser_without_a_request(open_page):
    page = open_page("/en/timeline")
    page.wait_for_load_state("networkidle")
    requests = asked_by(page)
    for day, guideline, says in (
        ("2022-07-15", "2021-guidelines", "Stopped by a court"),
        ("2023-07-01", "2021-guidelines", "Not known"),
        ("2026-12-01", "2021-guidelines", "Not in use"),
        ("2026-12-01", "today", "Not known"),
        ("2024-01-01", "2021-guidelines", "In use"),
    ):
        page.fill("#chosen-day", day)
        assert page.inner_text(f"[data-set='{guideline}'] strong") == says, day
        assert page.is_visible("[data-unchecked]") == (day > "2026-09-01"), day
        assert requests == []
        assert "?" not in page.url
        assert "#" not in page.url


def test_without_script_there_is_the_table_and_no_picker(open_page):
    page = open_page("/en/timeline", script=False)
    assert page.is_hidden("#chosen-day")
    page.click("details.table > summary")
    assert page.is_visible("table.cards")


def test_a_chosen_date_is_not_restored(open_page):
    page = open_page("/en/timeline")
    page.fill("#chosen-day", "2022-07-15")
    page.goto("/en/help")
    page.go_back()
    assert page.input_value("#chosen-day") == ""


@pytest.mark.parametrize(("direction", "width"), each_once(["ltr", "rtl"], [320, 1280], seed=1))
@pytest.mark.whole
def test_the_years_do_not_overlap_or_overflow_at_any_width(look, width, direction):
    page = look("/es/timeline", viewport={"width": width, "height": 800})
    page.evaluate("dir => { document.documentElement.dir = dir; }", direction)
    frame = page.locator(".lanes").bounding_box()
    years = sorted(
        (box["x"], box["x"] + box["width"])
        for box in (year.bounding_box() for year in page.locator(".years text").all())
    )
    if direction == "ltr":  # where each year stands on the line is worked out on the server, for its own direction
        assert frame["x"] <= years[0][0]
        assert years[-1][1] <= frame["x"] + frame["width"]
    assert len(years) == 4
    for (_, end), (start, _) in pairwise(years):
        assert start - end >= 8


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.whole
def test_the_meaning_of_a_bar_does_not_depend_on_color(open_page, width):
    page = open_page("/en/timeline", viewport={"width": width, "height": 800}, forced_colors="active")
    shapes = page.eval_on_selector_all(
        ".key li",
        "all => all.map(one => [one.innerText, [...one.querySelectorAll('svg *')].map(each => each.tagName)])",
    )
    assert shapes == [["In use", ["rect"]], ["Stopped by a court", ["rect", "rect"]], ["Not known", ["line"]]]


@pytest.mark.parametrize(("language", "script"), each_once([("en", 1), ("es", 1.25)], [True, False]))
def test_the_page_is_short_and_the_newest_event_is_on_the_first_screen(open_page, library, language, script):
    lang, more = language
    page = open_page(f"/{lang}/timeline", script=script, viewport=SMALL)
    page.wait_for_load_state("networkidle")
    assert page.is_visible("#chosen-day") == script
    assert page.evaluate("[document.documentElement.scrollHeight, document.documentElement.scrollWidth]") <= [
        6000 * more,
        360,
    ]
    newest = page.locator(f"[id='{library.history[-1].id}'] > summary").bounding_box()
    assert newest["y"] + newest["height"] <= SMALL["height"]


def test_without_script_an_old_event_is_two_taps_away(open_page, library):
    page = open_page("/es/timeline", script=False, viewport=SMALL)
    oldest = library.history[0].id
    assert page.is_hidden(f"[id='{oldest}']")
    page.click(".year >> nth=-1 >> summary >> nth=0")
    page.click(f"[id='{oldest}'] > summary")
    assert page.is_visible(SOURCE.format(oldest) + " >> nth=0")


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.whole
def test_a_link_to_an_event_opens_its_year(open_page, library, script):
    oldest, middle = library.history[0].id, library.history[len(library.history) // 2].id
    page = open_page(f"/en/timeline#{oldest}", script=script, viewport=SMALL)
    page.wait_for_function("id => document.getElementById(id).closest('.year').open", arg=oldest)
    if script:
        assert page.is_visible(SOURCE.format(oldest) + " >> nth=0")
        page.evaluate("id => { location.hash = id; }", middle)
        page.wait_for_function("id => document.getElementById(id).open", arg=middle)
        assert page.is_visible(SOURCE.format(middle) + " >> nth=0")
        page.wait_for_function(IN_SIGHT, arg=middle)


@pytest.mark.whole
def test_on_paper_every_event_and_the_table_are_open(open_page, library):
    paper = printed(open_page("/en/timeline"), "Letter")
    assert paper.missing([text for entry in library.history for text in (entry.title, entry.text)]) == []
    assert paper.missing(["The same as a table", "Replaced by other rules"]) == []


@pytest.mark.whole
def test_an_engine_that_prints_only_what_is_open_gets_everything(look):
    page = look("/en/timeline")
    page.wait_for_load_state("networkidle")
    closed = "main details:not([open])"
    before = page.locator(closed).count()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(closed).count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(closed).count() == before > 0


@pytest.mark.parametrize(("lang", "mode"), each_once(["en", "ar"], [(320, "light"), (1280, "dark")]))
@pytest.mark.whole
def test_opened_years_have_no_problem_of_accessibility(open_page, library, lang, mode):
    page = open_page(f"/{lang}/timeline#{library.history[0].id}")
    assert violations(page, [mode]) == []
