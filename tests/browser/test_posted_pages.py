"""A link of ours leaves a page that answers a form where it is, with and without script."""

import pytest
from support.answer_sets import FEW_ANSWERS
from support.browser_steps import fill, follow


@pytest.mark.parametrize("script", [False, True])
@pytest.mark.whole
def test_a_link_leaves_the_result_of_the_server_where_it_is(open_page, script):
    page = open_page("/en/questions", script=False)
    fill(page, FEW_ANSWERS)
    if script:
        html = page.content()
        page = open_page("/en/help")
        page.context.route("**/en/result", lambda route: route.fulfill(body=html, content_type="text/html"))
        page.goto("/en/result")
    page.locator("footer details").evaluate("one => { one.open = true; }")
    for link in ("a.brand", "footer a >> nth=0"):
        with page.context.expect_page():
            page.click(link)
        assert page.is_visible("[data-view=result]")


def test_the_form_that_is_shown_again_keeps_its_ticks(open_page):
    page = open_page("/en/questions", script=False)
    fill(page, FEW_ANSWERS)
    follow(page, "#answers button")
    with page.context.expect_page():
        page.click("a.to-help")
    for question, options in FEW_ANSWERS.items():
        assert page.is_checked(f"[name={question}][value={options[0]}]")
