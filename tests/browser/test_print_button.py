"""Papers to hand on have a button that prints them."""

import pytest
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
