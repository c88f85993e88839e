"""The network goes after a page has loaded: what a page offers on use works from what is there."""

import pytest
from support.browser_steps import asked_by

SHOWN = "all => all.findIndex((one) => one.checkVisibility({ visibilityProperty: true }))"
HIDDEN = "all => all.filter((one) => one.closest('[hidden]')).length"


def choose_a_state(page):
    page.select_option("[data-filter=states]", "AZ")
    page.click("[data-show]")
    assert page.eval_on_selector_all("[data-helper]", HIDDEN) > 0


def pick_something_to_send(page):
    page.locator("#picker details[open] input").first.check()
    assert "#f-" in page.get_attribute("[data-send=link]", "href")
    assert page.locator(".qr svg").is_visible()


def show_one_step_after_the_other(page):
    page.click("[data-show=one]")
    first = page.locator("[data-slide]").evaluate_all(SHOWN)
    page.keyboard.press("ArrowRight")
    assert page.locator("[data-slide]").evaluate_all(SHOWN) == first + 1


USES = {
    "help": ("#filter:not([hidden])", choose_a_state),
    "advocates": ("#picker input", pick_something_to_send),
    "steps": ("[data-show=one]", show_one_step_after_the_other),
}


@pytest.mark.parametrize("name", USES)
def test_a_loaded_page_does_all_that_it_offers_without_a_network(open_page, name):
    ready, use = USES[name]
    page = open_page(f"/en/{name}")  # an error of a script fails the test
    page.wait_for_selector(ready)
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    asked = asked_by(page)
    use(page)
    assert [request.url for request in asked] == []
