"""Quick exit by pressing Shift three times: announcements, dots, and presses that do not count."""

import pytest
from support.browser_steps import result_on_device
from support.quick_exit import ANSWERS, arrive_away, click_exit, stays, words
from support.sampling import each_once, sample

DOTS = "all => all.map((one) => parseFloat(getComputedStyle(one).borderTopWidth) * 2 >= one.offsetWidth - 1)"


def shift(page, times=1):
    for _ in range(times):
        page.keyboard.press("Shift")


def said(page):
    return page.inner_text("[data-leaving][role=status]")


def dots(page):
    """What the three dots show; nothing where they are not to be seen."""
    return page.eval_on_selector_all(".exit .dots i", DOTS) if page.is_visible(".exit .dots") else []


@pytest.mark.parametrize(
    ("path", "focused"),
    [("/en/help", "[data-filter=states]"), ("/en/timeline", "[type=date]"), ("/en/questions", "[value=family]")],
)
def test_shift_leaves_wherever_the_focus_is(open_page, away, library, path, focused):
    page = away(open_page(path))
    page.focus(focused)
    shift(page, 3)
    arrive_away(page, library)


def test_a_shift_that_belongs_to_another_key_does_not_count(open_page, away):
    page = away(open_page("/en/help"))
    for keys in ("Shift+Tab", "Shift+a", "Alt+Shift", "Shift+Alt", "Control+Shift", "Escape"):
        for _ in range(4):
            page.keyboard.press(keys)
        assert stays(page), keys
        assert said(page) == "", keys
        assert not dots(page), keys


def test_a_shift_released_before_its_key_does_not_count(open_page, away):
    page = away(open_page("/en/help"))
    for _ in range(4):
        page.keyboard.down("Shift")
        page.keyboard.down("Tab")
        page.keyboard.up("Shift")
        page.keyboard.up("Tab")
    assert stays(page)
    assert said(page) == ""


def test_a_shift_that_belongs_to_a_click_does_not_count(open_page, away):
    page = away(open_page("/en/help"))
    for _ in range(4):
        page.click("h1", modifiers=["Shift"])
    assert stays(page)
    assert said(page) == ""


def test_a_shift_that_is_held_down_counts_once(open_page, away):
    page = away(open_page("/en/help"))
    for _ in range(5):
        page.keyboard.down("Shift")
    page.keyboard.up("Shift")
    assert dots(page) == [True, False, False]


@pytest.mark.parametrize("lang", sample(["en", "es"], 1, seed=0))
def test_each_press_is_spoken_and_shown(open_page, away, lang):
    page = away(open_page(f"/{lang}/help"))
    assert said(page) == ""
    assert not dots(page)
    shift(page)
    assert said(page) == words(page)["twoMore"]
    assert "2" in said(page)
    assert dots(page) == [True, False, False]
    shift(page)
    assert said(page) == words(page)["oneMore"]
    assert "1" in said(page)
    assert dots(page) == [True, True, False]


def test_another_key_starts_over_and_says_so(open_page, away):
    page = away(open_page("/en/help"))
    shift(page, 2)
    page.keyboard.press("a")
    assert said(page) == words(page)["stopped"]
    assert not dots(page)
    shift(page, 2)
    assert dots(page) == [True, True, False]
    assert stays(page)


def test_each_press_restarts_the_five_seconds(open_page, away, library):
    page = away(open_page("about:blank"))
    page.clock.install(time="2026-11-22T10:00:00")
    page.goto("/en/help")
    page.clock.pause_at("2026-11-22T11:00:00")
    shift(page)
    page.keyboard.press("a")
    page.clock.run_for(3000)
    shift(page)
    page.clock.run_for(3000)
    assert said(page) == words(page)["twoMore"]
    shift(page)
    page.clock.run_for(3000)
    assert said(page) == words(page)["oneMore"]
    shift(page)
    arrive_away(page, library)


def test_after_five_seconds_it_starts_over_and_says_so(open_page, away, library):
    page = away(open_page("about:blank"))
    page.clock.install(time="2026-11-22T10:00:00")
    page.goto("/en/help")
    page.clock.pause_at("2026-11-22T11:00:00")
    shift(page, 2)
    page.clock.run_for(4900)
    assert dots(page) == [True, True, False]
    page.clock.run_for(200)
    assert said(page) == words(page)["stopped"]
    assert not dots(page)
    shift(page)
    assert said(page) == words(page)["twoMore"]
    page.clock.run_for(5100)
    page.clock.run_for(5100)
    assert said(page) == ""
    assert stays(page)
    shift(page, 3)
    arrive_away(page, library)


@pytest.mark.parametrize(("how", "answers"), each_once([lambda page: shift(page, 3), click_exit], [None, ANSWERS]))
def test_it_works_after_a_change_of_language(open_page, guide, away, library, answers, how):
    spanish = words(open_page("/es/help"))
    page = guide("en")
    if answers:
        result_on_device(page, answers)
    shift(page)
    page.click(".languages summary")
    page.click("nav [data-language=es]")
    page.wait_for_selector("html[lang=es]")
    page.keyboard.press("a")
    assert said(page) == spanish["stopped"]
    shift(page)
    assert said(page) == spanish["twoMore"]
    page.keyboard.press("a")
    away(page)
    how(page)
    arrive_away(page, library, "es")
