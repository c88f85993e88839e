"""Papers to hand on have a button that prints them."""

import pytest
from support.browser_steps import result_on_device
from support.sampling import sample

PAPERS = ["handout", "handout-long", "question-sheet"]
BUTTON = "[data-prints] button"


@pytest.mark.parametrize("path", [f"en/{PAPERS[0]}", f"es/{PAPERS[1]}", f"ar+en/{PAPERS[2]}"])
def test_a_paper_has_one_button_that_prints_it_and_is_not_on_it(look, path):
    page = look(f"/{path}")
    page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
    assert page.locator(BUTTON).count() == 1
    page.click(BUTTON)
    assert page.evaluate("window.printed") == 1
    page.emulate_media(media="print")
    assert page.is_hidden(BUTTON)


@pytest.mark.parametrize("name", sample(PAPERS, 1))
def test_without_script_or_without_a_printer_there_is_no_button(open_page, name):
    assert open_page(f"/en/{name}", script=False).is_hidden(BUTTON)
    page = open_page("about:blank")
    page.add_init_script("window.print = undefined")
    page.goto(f"/en/{name}")
    assert page.is_hidden(BUTTON)


ABSENT = "window.print = undefined; delete Window.prototype.print;"
THROWS = "window.print = () => { throw new Error(); };"


@pytest.mark.parametrize(("printing", "there"), [(ABSENT, False), (THROWS, True)])
def test_printing_that_fails_never_removes_a_result(open_page, printing, there):
    page = open_page("about:blank")
    page.add_init_script(printing)
    page.goto("/en/questions")
    page.wait_for_selector("form[data-runs=device]")
    result_on_device(page, {"held": ["no"]})
    button = "#again [data-move=print]"
    assert page.is_visible(button) == there
    page.eval_on_selector(button, "one => one.click()")
    assert page.is_visible("main > [data-view=result]")
    assert not page.is_visible("[data-failure]")
