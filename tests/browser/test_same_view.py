"""An app may open a link that asks for a new tab in the same view: the way back finds the result."""

import pytest
from support.browser_steps import arrive, findings, result_on_device
from support.matrix import unfold

ANSWERS = {"held": ["no"], "status": ["daca"]}
OUTSIDE = "main > [data-view=result] a[target=_blank][href^='https:'] >> visible=true >> nth=0"
# As such an app does it: the press is the reader's, and the same view goes there.
IN_APP = """document.addEventListener("click", (event) => {
  const link = event.target.closest("a[target=_blank]");
  if (link) { event.preventDefault(); window.location.assign(link.href); }
})"""


@pytest.fixture(scope="module")
def alive(playwright, chromium_path):
    """A browser that keeps the page behind Back alive, as browsers of people do."""
    browser = playwright.chromium.launch(
        executable_path=chromium_path, ignore_default_args=["--disable-back-forward-cache"]
    )
    yield browser
    browser.close()


def elsewhere(route):
    route.fulfill(body="<p>Elsewhere</p>", content_type="text/html")


@pytest.fixture
def in_app(alive, url):
    contexts = []

    def start(script=IN_APP):
        context = alive.new_context(base_url=url)
        contexts.append(context)
        context.route(lambda address: not address.startswith(url), elsewhere)
        page = context.new_page()
        page.goto("/en/questions")
        page.wait_for_selector("form[data-runs=device]")
        result_on_device(page, ANSWERS)
        page.evaluate(script)
        unfold(page)
        page.evaluate("() => { window.alive = true; }")
        return page

    yield start
    for context in contexts:
        context.close()


def back(page):
    page.go_back(wait_until="commit")
    page.wait_for_selector("form[data-runs=device]", state="attached")
    assert page.evaluate("window.alive"), "this browser did not keep the page"


def test_back_from_a_link_in_the_same_view_finds_the_result(in_app):
    page = in_app()
    before = findings(page)
    page.click(OUTSIDE)
    page.wait_for_url(lambda address: "questions" not in address)
    back(page)
    assert findings(page) == before
    page.goto("/en/help")
    back(page)
    arrive(page, "held")
    assert page.locator("#guide input:checked:not([value=''])").count() == 0


def test_whoever_leaves_in_another_way_finds_it_empty(in_app):
    page = in_app("() => 0")
    with page.context.expect_page() as opened:
        page.click(OUTSIDE)
    # Playwright shows all tabs at once: what a browser says when one tab covers another.
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    opened.value.close()
    page.goto("/en/help")
    back(page)
    arrive(page, "held")
    assert page.locator("#guide input:checked:not([value=''])").count() == 0


def test_the_address_of_an_outside_link_is_shown_once_it_was_pressed(in_app):
    page = in_app("() => 0")
    link = page.locator(OUTSIDE)
    for _ in range(2):
        with page.context.expect_page() as opened:
            link.click()
        opened.value.close()
    shown = page.locator("main .address")
    assert shown.all_inner_texts() == [link.evaluate("one => one.href")]
    page.emulate_media(media="print")
    assert not shown.is_visible()
