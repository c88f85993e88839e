"""The quick exit button is always visible and covers nothing with focus."""

import pytest
from support.sampling import sample
from support.scripts import script

SMALL = {"width": 320, "height": 640}
ZOOMED = {"width": 320, "height": 256}  # 1280 by 1024 at 400 %
PATHS = ["/en/help", "/es/questions", "/en/explain", "/es/safety"]
TARGET = 44
UNDER_THE_BAR = script("under_the_bar")
RECT = "one => one.getBoundingClientRect().toJSON()"


@pytest.mark.parametrize(
    ("path", "viewport"), [(path, size) for path in PATHS for size in sample((SMALL, ZOOMED), 1, seed=path)]
)
def test_it_stays_visible_when_scrolling(open_page, path, viewport):
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


@pytest.mark.parametrize(
    ("path", "key"), [(path, key) for path in PATHS for key in sample(("Tab", "Shift+Tab"), 1, seed=path)]
)
def test_it_never_covers_what_has_the_focus(open_page, path, key):
    page = open_page(path, viewport=ZOOMED, script=False)
    page.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
    reached = 0
    for _ in range(60):
        page.keyboard.press(key)
        focused = page.evaluate(UNDER_THE_BAR)
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
    behind = page.evaluate("getComputedStyle(document.querySelector('.leave')).backgroundColor")
    for style, width, colour in styles:
        assert style == "solid"
        assert width >= 2
        assert colour != behind
