"""axe-core finds nothing, on every page, every question and the result."""

from importlib.resources import files

import pytest
from pages import PAGES
from person import current, on_questions, tick, walk
from sampling import sample

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ANSWERS = {
    "held": ["yes"], "proceedings": ["court-open"], "time": ["5-to-10"], "police": ["conviction"],
    "offense": ["theft"], "family": ["caregiver"],
}  # fmt: skip


def violations(page):
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", RULES)
    return [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found["violations"]]


GRID = ["/", *PAGES, "/en/nothing-here", "/es/nothing-here"]


@pytest.mark.parametrize("path", GRID)
def test_axe_finds_nothing_on_a_page(open_page, path):
    assert violations(open_page(path)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", sample(["/en/", "/es/help", "/en/explain", "/es/questions"], 2))
def test_axe_finds_nothing_at_any_width_and_colour(open_page, path, width, scheme):
    page = open_page(path, viewport={"width": width, "height": 800}, color_scheme=scheme)
    assert violations(page) == []


@pytest.mark.parametrize("lang", ["en", "es"])
def test_axe_finds_nothing_on_each_question_and_the_result(guide, lang):
    page = guide(lang)
    page.evaluate(AXE)
    while on_questions(page):
        question = current(page)
        assert violations(page) == [], question
        tick(page, question, ANSWERS.get(question, ()))
        page.click("[data-move=next]")
    page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
    assert violations(page) == []


@pytest.mark.parametrize("lang", ["en", "es"])
def test_axe_finds_nothing_on_the_result_without_script(open_page, app, lang):
    # axe is a script itself, so the page is read with script on but not run by it: it came from a POST.
    page = open_page(f"/{lang}/help")
    html = app.test_client().post(f"/{lang}/result", data=ANSWERS).text
    page.route(f"**/{lang}/result", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"/{lang}/result")
    assert violations(page) == []


@pytest.mark.parametrize("path", GRID)
def test_nothing_scrolls_sideways_on_a_small_phone(open_page, path):
    page = open_page(path, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_result_does_not_scroll_sideways_on_a_small_phone(guide):
    page = guide("es", viewport={"width": 320, "height": 640})
    walk(page, ANSWERS)
    page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
