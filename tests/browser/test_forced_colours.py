"""Forced colors: selection, progress, focus and buttons are distinguishable without the site's colors."""

import pytest
from support.answer_sets import EVERYTHING
from support.browser_steps import current, on_questions, onward, tick
from support.sampling import sample
from support.scripts import WITHOUT_AN_EDGE, script

COLORS = script("colors")


@pytest.fixture(params=sample(["light", "dark"], 1))
def page(guide, request):
    return guide(forced_colors="active", color_scheme=request.param, reduced_motion="reduce")


def looks(page, *selectors):
    return page.evaluate(COLORS, selectors)


@pytest.mark.whole
def test_a_whole_walk_and_its_buttons_have_edges(page):
    while on_questions(page):
        question = current(page)
        tick(page, question, EVERYTHING[question])
        assert page.evaluate(WITHOUT_AN_EDGE, ".exit, .option, .button:not(.plain)") == [], question
        page.click(onward(page))
    assert (
        page.evaluate(
            WITHOUT_AN_EDGE,
            ".exit, .button:not(.plain), .finding, .urgent, .highlight, .fold:not(.finding > .fold), .help, .chip",
        )
        == []
    )


def test_a_chosen_answer_is_distinguishable(page):
    for kind, question in (("radio", "held"), ("checkbox", "proceedings")):
        while not page.is_visible(f"[name={question}]"):
            page.click("[data-move=next]")
        assert page.get_attribute(f"[name={question}]", "type") == kind
        tick(page, question, [page.get_attribute(f"[name={question}] >> nth=0", "value")])
        page.evaluate("document.activeElement.blur()")
        options = f"[data-question={question}] .option"
        chosen, other = looks(page, f"{options}:has(:checked)", f"{options}:not(:has(:checked))")
        assert chosen != other


def test_progress_steps_are_distinguishable(page):
    while not page.locator(".progress .done").count():
        page.click("[data-move=next]")
    assert len(set(looks(page, ".progress .done", ".progress .here", ".progress li:last-child"))) == 3


def test_the_focus_is_visible(page, subtests):
    page.keyboard.press("Tab")  # from here on the keyboard is in use
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for selector in ("[name=held]", ".fold summary", "[data-move=next]", ".exit", ".brand"):
        with subtests.test(selector):
            shown = ".option:has([name=held])" if selector == "[name=held]" else selector
            page.evaluate("document.activeElement.blur()")
            before = looks(page, shown)
            page.focus(selector)
            after = looks(page, shown)
            assert before != after
            assert not after[0].endswith(background)


def test_the_bars_of_the_timeline_are_distinguishable(open_page):
    page = open_page("/en/timeline", forced_colors="active", viewport={"width": 390, "height": 800})
    signs = page.eval_on_selector_all(
        ".timeline :is(.in-use, .paused, .not-known)",
        """all => [...new Set(all.map((one) => {
          const { fill, stroke, strokeDasharray } = getComputedStyle(one);
          return [one.getAttribute("class"), fill, stroke, strokeDasharray].join();
        }))]""",
    )
    assert len(signs) == len({sign.partition(",")[2] for sign in signs}) == 3
