"""To start again ends the answers, so the page asks first: in the page, and nothing else is held up."""

import pytest
from support.answer_sets import FEW_ANSWERS
from support.axe import here
from support.browser_steps import on_questions, result_on_device
from support.quick_exit import arrive_away, click_exit

RESTART = "main [data-move=restart]"
AGAIN = "[data-start-again]:not([hidden])"
KEEP, CLEAR = f"{AGAIN} button:not([data-again])", f"{AGAIN} [data-again]"
HAS_FOCUS = "selector => document.activeElement.matches(selector)"


def ticks(page):
    return page.locator("#guide input:checked:not([value=''])").count()


def test_to_start_again_asks_first(resulting):
    page = resulting()
    page.click(RESTART)
    assert here(page) == []
    page.click(KEEP)
    for stay in (
        lambda: page.click(KEEP),
        lambda: page.keyboard.press("Escape"),
        lambda: page.click("#again h2"),
    ):
        page.click(RESTART)
        assert page.evaluate(HAS_FOCUS, KEEP)
        stay()
        assert not page.is_visible(AGAIN)
        assert page.is_visible("main > [data-view=result]")
    assert ticks(page) == 2
    page.click(RESTART)
    page.click(CLEAR)
    assert on_questions(page)
    assert ticks(page) == 0
    assert not page.is_visible(AGAIN)


@pytest.mark.whole
def test_a_second_tap_on_start_again_is_no_answer(resulting):
    page = resulting()
    page.click(RESTART)
    page.dispatch_event(CLEAR, "click", {"detail": 2})
    assert page.is_visible(AGAIN)
    assert ticks(page) == 2


@pytest.mark.whole
def test_without_its_question_start_again_works(resulting):
    page = resulting()
    page.evaluate(
        "() => document.querySelectorAll('[data-start-again], [data-leave-page]').forEach((one) => one.remove())"
    )
    page.click(RESTART)
    assert on_questions(page)
    assert ticks(page) == 0


def test_the_leave_button_works_while_start_again_asks(resulting, away, library):
    page = away(resulting())
    page.click(RESTART)
    click_exit(page)
    arrive_away(page, library)


@pytest.mark.whole
def test_in_a_frame_the_question_stands_beside_the_link(framed):
    _, frame, _ = framed("/embed/en/questions", ' sandbox="allow-scripts"')
    frame.wait_for_selector("form[data-runs=device]")
    result_on_device(frame, FEW_ANSWERS)
    frame.click(RESTART)
    box, at = frame.locator(AGAIN).bounding_box(), frame.locator(RESTART).bounding_box()
    assert abs(box["y"] + box["height"] - at["y"]) < box["height"] + 100
    frame.click(CLEAR)
    assert on_questions(frame)
    assert ticks(frame) == 0


def test_clear_all_answers_asks_where_the_server_runs_the_form(open_page):
    page = open_page("about:blank")
    page.route("**/questions/today.html", lambda route: route.abort())
    page.goto("/en/questions")
    page.check("[name=held][value=no]")
    page.click("a[data-clears]")
    assert page.is_visible("[data-leave-page]")
    assert page.is_checked("[name=held][value=no]")
    page.click("[data-leave-page] button")
    assert not page.is_visible("[data-leave-page]")
    assert page.is_checked("[name=held][value=no]")
