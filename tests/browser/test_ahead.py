"""The result is made while nobody does anything, and a press only shows it; always that of the ticks there are."""

import pytest
from support.browser_steps import tick

NOW = "form [data-move=now]"
# Counts the copies of all explanations: one is made for each result.
COUNTING = """() => {
  const own = document.importNode.bind(document);
  document.importNode = (node, deep) => {
    const { dataset } = document.documentElement;
    if (node.matches?.("[data-view=result]")) dataset.copies = Number(dataset.copies ?? 0) + 1;
    return own(node, deep);
  };
}"""
COPIES = "Number(document.documentElement.dataset.copies ?? 0)"
FORGET_COPIES = "delete document.documentElement.dataset.copies"
LEAVE = "window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))"
SHOWN = "main > [data-view=result]"
ENGLISH = "**/es/questions/english.html"


@pytest.fixture
def counted(guide):
    page = guide()
    page.evaluate(COUNTING)
    return page


def made_ahead(page):
    page.evaluate(FORGET_COPIES)
    page.wait_for_selector("html[data-copies]")
    page.evaluate(FORGET_COPIES)


def test_a_press_shows_what_was_made_while_nobody_did_anything(counted):
    page = counted
    tick(page, "held", ["yes"])
    made_ahead(page)
    page.click(NOW)
    page.wait_for_selector(SHOWN)
    assert page.evaluate(COPIES) == 0
    assert page.is_visible("#first")


def test_a_tick_after_that_counts(counted):
    page = counted
    tick(page, "held", ["yes"])
    made_ahead(page)
    tick(page, "held", ["no"])
    page.click(NOW)
    page.wait_for_selector(SHOWN)
    assert page.locator("#first").count() == 0
    assert page.locator("#your-answers [data-answer=held] [data-option=no]").count() == 1


def test_what_was_made_is_forgotten_when_the_page_is_left(counted):
    page = counted
    tick(page, "held", ["yes"])
    made_ahead(page)
    page.evaluate(LEAVE)
    page.click(NOW)
    page.wait_for_selector(SHOWN)
    assert page.evaluate(COPIES) == 1
    assert page.locator("#first").count() == 0


def test_what_was_made_before_the_english_of_a_draft_came_is_not_shown(open_page):
    page, waiting = open_page("/es/accessibility"), []
    page.route(ENGLISH, lambda route: waiting.append(route))
    with page.expect_request(ENGLISH):
        page.goto("/es/questions")
    page.wait_for_selector("form[data-runs=device]")
    page.evaluate(COUNTING)
    tick(page, "held", ["yes"])
    made_ahead(page)
    with page.expect_request_finished(lambda request: request.url.endswith("/english.html")):
        waiting[0].continue_()
    page.wait_for_load_state("networkidle")
    page.click(NOW)
    page.wait_for_selector(SHOWN)
    assert page.locator(f"{SHOWN} .english").count() > 0
    assert page.locator("[data-english-later]").count() == 0
