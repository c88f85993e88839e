"""Which rules were in use on a date: in the browser, with the same test vectors as Python."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from support.browser_steps import asked_by

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "status.json").read_text("utf-8"))
RUN = """async ([url, cases]) => {
  const { statusOn } = await import(url);
  return cases.map((one) => statusOn(one.events, one.on, one.checkedThrough));
}"""


def test_every_vector_holds_in_the_browser(open_page, app):
    page = open_page("/en/questions")
    found = page.evaluate(RUN, [app.extensions["state"].assets.url("js/status.mjs"), VECTORS])
    assert found == [case["status"] for case in VECTORS]


@pytest.mark.parametrize(
    ("day", "guideline", "says"),
    [
        ("2022-07-15", "2021-guidelines", "Stopped by a court"),
        ("2023-07-01", "2021-guidelines", "Not known"),
        ("2024-01-01", "2021-guidelines", "In use"),
        ("2026-12-01", "2021-guidelines", "Not in use"),
        ("2026-12-01", "today", "Not known"),
    ],
)
def test_a_date_is_answered_in_the_browser_without_a_request(open_page, day, guideline, says):
    page = open_page("/en/timeline")
    page.wait_for_load_state("networkidle")
    requests = asked_by(page)
    page.fill("#chosen-day", day)
    assert page.inner_text(f"[data-set='{guideline}'] strong") == says
    assert page.is_visible("[data-unchecked]") == (day > "2026-09-01")
    assert requests == []
    assert "?" not in page.url
    assert "#" not in page.url


def test_without_script_there_is_the_table_and_no_picker(open_page):
    page = open_page("/en/timeline", script=False)
    assert page.is_hidden("#chosen-day")
    assert page.is_visible("table.cards")


def test_a_chosen_date_is_not_restored(open_page):
    page = open_page("/en/timeline")
    page.fill("#chosen-day", "2022-07-15")
    page.goto("/en/help")
    page.go_back()
    assert page.input_value("#chosen-day") == ""


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_years_do_not_overlap_or_overflow_at_any_width(open_page, width, direction):
    page = open_page("/es/timeline", viewport={"width": width, "height": 800})
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
def test_the_meaning_of_a_bar_does_not_depend_on_color(open_page, width):
    page = open_page("/en/timeline", viewport={"width": width, "height": 800}, forced_colors="active")
    shapes = page.eval_on_selector_all(
        ".key li",
        "all => all.map(one => [one.innerText, [...one.querySelectorAll('svg *')].map(each => each.tagName)])",
    )
    assert shapes == [["In use", ["rect"]], ["Stopped by a court", ["rect", "rect"]], ["Not known", ["line"]]]
