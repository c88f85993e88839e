"""The button for leaving is always in reach, and never in the way."""

import pytest

SMALL = {"width": 320, "height": 640}
ZOOMED = {"width": 320, "height": 256}  # 1280 by 1024 at 400 %
PATHS = ["/en/help", "/es/questions", "/en/explain", "/es/safety"]
TARGET = 44
RECT = "one => one.getBoundingClientRect().toJSON()"
# What the Tab key has reached: whether any of its four corners or its middle can be seen, and what it is.
FOCUSED = """() => {
  const one = document.activeElement;
  const rect = one.getBoundingClientRect();
  const bar = document.querySelector(".leave-bar");
  if (one === document.body || bar.contains(one) || one.matches(".skip")) return null;
  const top = Math.max(rect.top, 0), end = Math.min(rect.bottom, innerHeight);
  return {what: one.outerHTML.slice(0, 90), under: bar.getBoundingClientRect().bottom - top, seen: end - top,
    high: rect.height};
}"""


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("viewport", [SMALL, ZOOMED], ids=["small", "zoomed"])
def test_it_stays_on_the_screen_however_far_somebody_scrolls(open_page, path, viewport):
    page = open_page(path, viewport=viewport)
    page.evaluate("window.scrollTo({top: document.documentElement.scrollHeight, behavior: 'instant'})")
    assert page.evaluate("scrollY") > viewport["height"]
    box = page.eval_on_selector("a.exit", RECT)
    assert box["top"] >= 0
    assert box["left"] >= 0
    assert box["right"] <= viewport["width"]
    assert box["bottom"] <= viewport["height"] / 3
    assert min(box["width"], box["height"]) >= TARGET
    assert (
        page.evaluate("([x, y]) => document.elementFromPoint(x, y).className", [box["x"] + 9, box["y"] + 9]) == "exit"
    )


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize("path", PATHS)
def test_it_never_covers_what_has_the_focus(open_page, path, key):
    page = open_page(path, viewport=ZOOMED, script=False)
    page.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
    reached = 0
    for _ in range(60):
        page.keyboard.press(key)
        focused = page.evaluate(FOCUSED)
        if focused:
            reached += 1
            assert focused["under"] <= 0 or focused["high"] > ZOOMED["height"] / 2, focused
            assert focused["seen"] > 0, focused
    assert reached > 20


@pytest.mark.parametrize("path", PATHS)
def test_it_is_the_second_stop_of_the_tab_key(open_page, path):
    page = open_page(path)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "exit"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_and_its_dots_can_be_seen_with_forced_colours(open_page, scheme):
    page = open_page("/en/help", forced_colors="active", color_scheme=scheme)
    page.keyboard.press("Shift")
    styles = page.evaluate(
        """() => ['.exit', '.exit .dots i'].map((one) => {
          const style = getComputedStyle(document.querySelector(one));
          return [style.borderTopStyle, parseFloat(style.borderTopWidth), style.borderTopColor];
        })"""
    )
    behind = page.evaluate("getComputedStyle(document.querySelector('.leave-bar')).backgroundColor")
    for style, width, colour in styles:
        assert style == "solid"
        assert width >= 2
        assert colour != behind
