"""The quick exit button is always visible and covers nothing with focus."""

import pytest
from support.sampling import each_once, sample
from support.scripts import script
from support.server import EXAMPLE
from support.site_pages import LANGUAGES

SMALL = {"width": 320, "height": 640}
ZOOMED = {"width": 320, "height": 256}  # 1280 by 1024 at 400 %
PATHS = ["/en/help", "/es/questions", "/en/explain", "/es/safety"]
TARGET = 44
LOW = (ZOOMED, {"width": 740, "height": 360})  # and a phone held sideways
KINDS = [
    *["", "questions", f"example/{EXAMPLE}", "explain", "explain/all", "help", "timeline", "held", "officers"],
    *["papers", "plan", "steps", "handout", "present", "advocates", "sources", "nothing-here"],
]
STICKS = script("sticks")
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
    ("path", "key"), [(path, key) for path in sample(PATHS, 2) for key in sample(("Tab", "Shift+Tab"), 1, seed=path)]
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


@pytest.mark.parametrize(("name", "viewport"), each_once(KINDS, LOW))
@pytest.mark.whole
def test_on_a_low_screen_nothing_else_stays_in_sight(look, name, viewport):
    page = look(f"/en/{name}", viewport=viewport)
    assert page.evaluate(STICKS) == ["exit"]


@pytest.mark.parametrize(("lang", "viewport"), sample(each_once(LANGUAGES, LOW), 2))
def test_on_a_low_screen_the_bar_goes_and_the_button_stays_in_its_corner(look, lang, viewport):
    page = look(f"/{lang}/explain/all", viewport=viewport)
    before, note = page.eval_on_selector(".exit", RECT), page.eval_on_selector(".leave .note", RECT)
    assert note["right"] <= before["left"] or note["left"] >= before["right"]
    page.evaluate("window.scrollTo({top: 2000, behavior: 'instant'})")
    button = page.eval_on_selector(".exit", RECT)
    assert (button["left"], button["right"]) == (before["left"], before["right"])
    side = button["left"] if lang == "ar" else viewport["width"] - button["right"]
    assert side <= 32
    assert 0 <= button["top"] <= 8
    assert TARGET <= button["height"] <= TARGET + 8
    assert button["width"] <= 180
    assert page.eval_on_selector(".leave .note", RECT)["bottom"] < 0
    middle = viewport["width"] - (button["left"] + button["right"]) / 2
    assert page.evaluate("(x) => document.elementFromPoint(x, 20).closest('main') !== null", middle)


def test_what_stays_in_sight_would_be_found(look):
    page = look("/en/help", viewport=ZOOMED)
    page.evaluate("document.querySelector('h1').attributeStyleMap.set('position', 'sticky')")
    assert page.evaluate(STICKS) != ["exit"]


def test_in_a_frame_the_whole_bar_is_as_ever(look):
    page = look("/embed/en/help", viewport=ZOOMED)
    assert page.evaluate(STICKS) == ["leave"]


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
