"""What apps and extensions do to the page, and quick fingers, neither lose an answer nor leave the reader stuck."""

import pytest
from support.browser_steps import current, findings, result_on_device, tick
from support.matrix import unfold

ANSWERS = {"held": ["no"], "status": ["daca"]}
NEXT = "form [data-move=next]"
# Extensions that translate or mark words put copies in the place of what they find.
COPIES = {
    "the form": "(() => { const form = document.getElementById('guide'); form.replaceWith(form.cloneNode(true)); })()",
    "the page": "document.body.replaceWith(document.body.cloneNode(true))",
}


@pytest.mark.parametrize("copied", COPIES)
def test_a_copy_in_the_place_of_the_form_goes_on(guide, copied):
    page = guide()
    tick(page, "held", ["no"])
    page.evaluate(COPIES[copied])
    page.click(NEXT)
    assert current(page) == "for"
    page.click("[data-move=back]")
    page.wait_for_function("document.querySelector('[name=held][value=no]').checked")


@pytest.mark.whole
def test_a_language_that_is_chosen_while_a_pair_loads_counts(guide):
    page = guide()
    result_on_device(page, ANSWERS)
    found, waiting = findings(page), []
    page.route("**/es/questions/old.html", lambda route: waiting.append(route))
    unfold(page)
    with page.expect_request("**/es/questions/old.html"):
        page.click("details.pairs [data-pair=es]")
    page.click("nav [data-language=ar]")
    page.wait_for_selector("html[lang=ar] main > [data-view=result]")
    with page.expect_response("**/es/questions/old.html"):
        waiting[0].continue_()
    page.wait_for_timeout(300)
    assert page.locator("main .text").count() == 0
    assert findings(page) == found


@pytest.mark.whole
def test_a_print_in_the_middle_of_a_change_leads_back_to_the_answer(guide):
    page = guide()
    result_on_device(page, ANSWERS)
    unfold(page)
    page.click("#your-answers [data-change=status]")
    for event in ("beforeprint", "afterprint"):
        page.evaluate("name => { window.dispatchEvent(new Event(name)); }", event)
    page.click(NEXT)
    assert page.evaluate("document.activeElement.dataset.change") == "status"
