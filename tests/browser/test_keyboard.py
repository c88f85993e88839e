"""Keyboard only: a complete walk, with the focus always visible and not covered."""

from itertools import product

import pytest
from support.answer_sets import EVERYTHING
from support.browser_steps import current, findings, on_questions, onward, result_on_device
from support.matrix import unfold
from support.sampling import REPEATS, sample
from support.scripts import LOST, SWEEP
from support.site_pages import LANGUAGES

from guide.engine.explain import explain

PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 800}
ZOOMED = {"width": 320, "height": 256}  # 1280 x 1024 at 400 %
MANY = 400  # more steps than any page has: a bound so that a walk that leads nowhere ends
HAS_FOCUS = "selector => document.activeElement.matches(selector)"


def press(page, key):
    page.keyboard.press(key)
    problem = page.evaluate(LOST)
    assert problem is None, f"{key}: {problem}: {page.evaluate('document.activeElement.outerHTML.slice(0, 200)')}"


def press_until(page, key, selector):
    for _ in range(MANY):
        press(page, key)
        if page.evaluate(HAS_FOCUS, selector):
            return
    raise AssertionError(f"{key} does not lead to {selector}")


def choose(page, question, options):
    """Ticks the answers of the question on the screen."""
    for option in options:
        tick = f'[name="{question}"][value="{option}"]'
        if page.get_attribute(tick, "type") == "radio":
            press_until(page, "Tab", f'[name="{question}"]')
            press_until(page, "ArrowDown", tick)
        else:
            press_until(page, "Tab", tick)
            press(page, "Space")


@pytest.mark.parametrize(("lang", "viewport"), sample([("en", PHONE), ("es", DESK), ("en", ZOOMED)], 1))
def test_a_whole_walk_from_the_start_page(open_page, library, lang, viewport):
    page = open_page(f"/{lang}/", viewport=viewport, reduced_motion="reduce")
    press_until(page, "Tab", f'a.door[href="/{lang}/questions"]')
    page.keyboard.press("Enter")
    page.wait_for_selector("form[data-runs=device]")
    asked = []
    while on_questions(page):
        question = current(page)
        choose(page, question, EVERYTHING[question])
        if len(asked) % 2 or "more" in onward(page):
            press_until(page, "Tab", onward(page))
        press(page, "Enter")
        asked.append(question)
    assert asked == [question.id for question in library.questions]
    assert page.evaluate(HAS_FOCUS, "h1")
    assert findings(page).keys() == {
        f"{guideline}/{finding}"
        for guideline, outcomes in explain(library, EVERYTHING).outcomes.items()
        for finding in outcomes
    }


@pytest.mark.parametrize(("lang", "viewport"), sample(product(LANGUAGES, (PHONE, DESK, ZOOMED)), 1))
def test_no_focus_on_a_result_is_covered(guide, lang, viewport):
    page = guide(lang, viewport=viewport, reduced_motion="reduce")
    result_on_device(page, {"held": ["yes"]})
    unfold(page)
    assert page.evaluate(SWEEP, [False, REPEATS]) == []
    assert page.evaluate(SWEEP, [True, REPEATS]) == []


def test_a_covered_focus_would_be_found(open_page):
    page = open_page("/en/timeline", viewport=PHONE, reduced_motion="reduce")
    page.evaluate("document.documentElement.attributeStyleMap.set('scroll-padding-block-start', '0px')")
    assert page.evaluate(SWEEP, [True, REPEATS]) != []


@pytest.mark.whole
def test_through_a_whole_page_and_back_by_keyboard(open_page):
    page = open_page("/es/steps", viewport=PHONE, reduced_motion="reduce")
    press_until(page, "Tab", ".footer summary")
    press(page, "Enter")
    press_until(page, "Tab", ".footer details li:last-child a")
    press_until(page, "Shift+Tab", ".skip")


def test_the_first_step_of_the_keyboard_skips_to_the_text(open_page):
    page = open_page("/en/explain", viewport=PHONE, reduced_motion="reduce")
    press(page, "Tab")
    assert page.evaluate(HAS_FOCUS, ".skip")
    press(page, "Enter")
    press(page, "Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('main'))")


@pytest.mark.whole
def test_every_move_of_the_form_keeps_the_focus(guide):
    page = guide(viewport=PHONE, reduced_motion="reduce")
    for move in ("next", "skip", "back"):
        press_until(page, "Tab", f"[data-move={move}]")
        press(page, "Space")
        assert page.evaluate(HAS_FOCUS, "legend")
    page.wait_for_selector('[data-question="for"]:not([hidden])')
    press_until(page, "Tab", ".fold summary")
    press(page, "Enter")
    assert page.evaluate("document.activeElement.parentElement.open")


@pytest.mark.parametrize("move", ["change", "restart"])
def test_every_move_of_the_result_keeps_the_focus(guide, move):
    page = guide(viewport=PHONE, reduced_motion="reduce")
    result_on_device(page, {})
    page.focus("#reasons")
    press_until(page, "Tab", f"[data-move={move}]")
    press(page, "Enter")
    if move == "restart":
        press_until(page, "Tab", "[data-again]")
        press(page, "Enter")
    assert page.evaluate(HAS_FOCUS, "[data-question=held] legend")


@pytest.mark.parametrize("place", ["question", "result"])
@pytest.mark.whole
def test_a_new_language_keeps_the_focus(guide, place):
    page = guide(viewport=PHONE, reduced_motion="reduce")
    if place == "result":
        result_on_device(page, {})
    press_until(page, "Shift+Tab", ".languages summary")
    press(page, "Enter")
    press_until(page, "Tab", "[data-language=es]")
    page.keyboard.press("Enter")
    page.wait_for_selector("html[lang=es]")
    page.wait_for_function("document.activeElement !== document.body")
    assert page.evaluate(LOST) is None
    assert page.evaluate(HAS_FOCUS, "h1" if place == "result" else "legend")


def test_a_failure_takes_the_focus_to_its_notice(guide):
    page = guide(viewport=PHONE, reduced_motion="reduce")
    page.evaluate("document.querySelector('[data-progress]').remove()")
    press_until(page, "Tab", "[data-move=next]")
    press(page, "Enter")
    assert page.evaluate(HAS_FOCUS, "[data-failure]")


@pytest.mark.whole
def test_links_inside_a_result_take_the_focus_along(guide):
    page = guide(viewport=PHONE, reduced_motion="reduce")
    result_on_device(page, {"held": ["yes"]})
    press_until(page, "Tab", "#first summary")
    press(page, "Enter")
    press_until(page, "Tab", "#first .cited a")
    press(page, "Enter")
    assert page.evaluate(HAS_FOCUS, "#first .cited a[aria-expanded=true]")
    press_until(page, "Tab", "#first .source-here a")
