"""A small screen, 400 % zoom, more space between letters, a thumb: nothing is cut off, hidden or too small."""

from itertools import product

import pytest
from answer_sets import EVERYTHING
from grid import once, unfold
from pages import LANGUAGES, NAMES
from person import current, on_questions, tick
from sampling import sample

SMALL = {"width": 320, "height": 640}
ZOOMED = {"width": 320, "height": 256}  # 1280 x 1024 at 400 %
CASES = once([*NAMES, "nothing-here"])
WIDE = "document.documentElement.scrollWidth"
# What WCAG 1.4.12 says a page must bear.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
# Text that leaves the screen sideways, or a box that holds it. What only screen readers see is clipped on purpose.
CUT_OFF = """() => {
  const found = [];
  const range = document.createRange();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const boxes = [];
    for (let box = text.parentElement; box; box = box.parentElement) boxes.push([box, getComputedStyle(box)]);
    if (!text.data.trim() || !text.parentElement.checkVisibility({ visibilityProperty: true })) continue;
    if (boxes.some(([, style]) => style.clipPath !== "none")) continue;
    if (text.parentElement.closest(".skip, svg, select")) continue;
    range.selectNodeContents(text);
    for (const line of range.getClientRects()) {
      // Some fonts claim more height than their letters fill, so the middle of the line counts.
      const middle = (line.top + line.bottom) / 2;
      const outside = ({ left, right, top, bottom }) => line.left < left - 1 || line.right > right + 1
        || middle < top || middle > bottom;
      const over = boxes.find(([box, style]) => style.display !== "inline" && outside(box.getBoundingClientRect()));
      if (over || line.left < 0 || line.right > innerWidth) found.push([text.data.trim(), over?.[0].className]);
    }
  }
  return found.slice(0, 5);
}"""
# A link in text is as high as its line. Everything else that is touched is big.
TOO_SMALL = """() => [...document.querySelectorAll("a[href], button, summary, select, input")].filter((one) => {
  const inText = one.matches(".skip, .link, .leave-bar .note, p a, h3 a, li:not(nav li) a, dd a, td a");
  if (inText || !one.checkVisibility()) return false;
  const { width, height } = (one.closest("label") ?? one).getBoundingClientRect();
  return width < 44 || height < 44;
}).map((one) => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize(("name", "lang"), CASES)
def test_nothing_scrolls_sideways_on_a_small_phone(visit, name, lang):
    page = visit(f"/{lang}/{name}")
    page.set_viewport_size(SMALL)
    assert page.evaluate(WIDE) <= SMALL["width"]
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize(("name", "lang"), CASES)
def test_with_more_space_between_letters_everything_can_be_read(visit, name, lang):
    page = visit(f"/{lang}/{name}")
    page.set_viewport_size(SMALL)
    page.evaluate(SPACED)
    assert page.evaluate(WIDE) <= SMALL["width"]
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize(("name", "lang"), CASES)
def test_what_is_touched_is_big_enough_for_a_thumb(visit, name, lang):
    page = visit(f"/{lang}/{name}")
    page.set_viewport_size(SMALL)
    assert page.evaluate(TOO_SMALL) == []


@pytest.mark.parametrize(("lang", "spaced"), sample(product(LANGUAGES, (False, True)), 3, seed=0))
def test_a_whole_walk_at_four_hundred_percent(guide, lang, spaced):
    page = guide(lang, viewport=ZOOMED, reduced_motion="reduce")
    if spaced:
        page.evaluate(SPACED)
    while on_questions(page):
        question = current(page)
        unfold(page)
        tick(page, question, EVERYTHING[question])
        assert page.evaluate(WIDE) <= ZOOMED["width"], question
        assert page.evaluate(CUT_OFF) == [], question
        assert page.evaluate(TOO_SMALL) == [], question
        page.click("[data-move=next]")
    unfold(page)
    assert page.evaluate(WIDE) <= ZOOMED["width"]
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate(TOO_SMALL) == []


def test_the_leave_bar_leaves_room_to_read_at_four_hundred_percent(guide):
    page = guide(viewport=ZOOMED)
    page.mouse.wheel(0, 300)
    assert page.locator(".leave-bar").bounding_box()["height"] <= ZOOMED["height"] / 3


@pytest.mark.parametrize(
    ("wrong", "script"),
    [
        ("main.append(Object.assign(document.createElement('p'), { className: 'row', textContent: 'x'.repeat(99) }));"
         "main.lastChild.attributeStyleMap.set('overflow-wrap', 'normal')", CUT_OFF),
        ("document.querySelector('h1').attributeStyleMap.set('height', '5px')", CUT_OFF),
        ("document.querySelector('.button').attributeStyleMap.set('min-block-size', '20px')", TOO_SMALL),
    ],
)  # fmt: skip
def test_a_fault_would_be_found(open_page, wrong, script):
    page = open_page("/en/nothing-here", viewport=SMALL)
    assert page.evaluate(script) == []
    page.evaluate(wrong)
    assert page.evaluate(script) != []
