"""With the reader's own few colours: what is chosen, done, in focus and to be pressed can be told without ours."""

import pytest
from answer_sets import EVERYTHING
from person import current, on_questions, tick

LOOK = """(selectors) => selectors.map((selector) => {
  const style = getComputedStyle(document.querySelector(selector));
  return [style.backgroundColor, style.backgroundImage, style.borderColor, style.borderWidth,
    style.outlineStyle === "none" ? "" : `${style.outlineWidth} ${style.outlineColor}`].join(" | ");
})"""
# A line that can be seen: wide enough, and not of the colour that it stands on.
LINES = """(selector) => [...document.querySelectorAll(selector)].filter((one) => {
  if (!one.checkVisibility()) return false;
  const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(one);
  return parseFloat(borderTopWidth) < 1 || borderTopStyle === "none" || borderTopColor === backgroundColor;
}).map((one) => one.outerHTML.slice(0, 120))"""


@pytest.fixture(params=["light", "dark"])
def page(guide, request):
    return guide(forced_colors="active", color_scheme=request.param, reduced_motion="reduce")


def looks(page, *selectors):
    return page.evaluate(LOOK, selectors)


def test_a_whole_walk_and_its_buttons_have_edges(page):
    while on_questions(page):
        question = current(page)
        tick(page, question, EVERYTHING[question])
        assert page.evaluate(LINES, ".exit, .option, .button:not(.plain)") == [], question
        page.click("[data-move=next]")
    assert (
        page.evaluate(
            LINES,
            ".exit, .button:not(.plain), .finding, .urgent, .highlight, .fold:not(.argue), .help, .operator, .chip",
        )
        == []
    )


def test_a_chosen_answer_is_told_from_the_others(page):
    for kind, question in (("radio", "held"), ("checkbox", "proceedings")):
        page.click("[data-move=next]")
        assert page.get_attribute(f"[name={question}]", "type") == kind
        tick(page, question, [page.get_attribute(f"[name={question}] >> nth=0", "value")])
        page.evaluate("document.activeElement.blur()")
        options = f"[data-question={question}] .option"
        chosen, other = looks(page, f"{options}:has(:checked)", f"{options}:not(:has(:checked))")
        assert chosen != other


def test_done_here_and_to_come_are_told_apart(page):
    while not page.locator(".progress .done").count():
        page.click("[data-move=next]")
    assert len(set(looks(page, ".progress .done", ".progress .here", ".progress li:last-child"))) == 3


@pytest.mark.parametrize("selector", ["[name=for]", ".fold summary", "[data-move=next]", ".exit", ".brand"])
def test_the_focus_is_told(page, selector):
    page.keyboard.press("Tab")  # from here on the keyboard is in use
    shown = ".option:has([name=for])" if selector == "[name=for]" else selector
    before = looks(page, shown)
    page.focus(selector)
    after = looks(page, shown)
    assert before != after
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert not after[0].endswith(background)


def test_the_bars_of_the_timeline_are_told_apart(open_page):
    page = open_page("/en/timeline", forced_colors="active", viewport={"width": 390, "height": 800})
    signs = page.eval_on_selector_all(
        ".timeline :is(.in-use, .paused, .not-known)",
        """all => [...new Set(all.map((one) => {
          const { fill, stroke, strokeDasharray } = getComputedStyle(one);
          return [one.getAttribute("class"), fill, stroke, strokeDasharray].join();
        }))]""",
    )
    assert len(signs) == len({sign.partition(",")[2] for sign in signs}) == 3
