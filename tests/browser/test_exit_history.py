"""Quick exit in the browser that people have: what Back shows, and that no second tab opens."""

import pytest
from support.browser_steps import findings, follow, result_on_device, tick
from support.quick_exit import ANSWERS, COVER, arrive_away, click_exit, hold
from support.sampling import sample

TICKED = "[...document.querySelectorAll('input')].some((one) => one.checked && one.value)"


@pytest.fixture(scope="session")
def browser(real_chromium):
    """What is left in history, in memory and on disk is asked of the browser that people have."""
    return real_chromium


@pytest.mark.parametrize("lang", sample(["en", "es"], 1, seed="back"))
def test_back_does_not_return_to_the_page_left(open_page, away, library, lang):
    page = away(open_page(f"/{lang}/safety"))
    page.goto(f"/{lang}/privacy")
    click_exit(page)
    arrive_away(page, library, lang)
    assert [one.url for one in away.asked] == [library.languages[lang].leave_to]
    assert "referer" not in away.asked[0].headers
    page.go_back()
    assert page.url.endswith(f"/{lang}/safety")


def test_no_way_of_clicking_opens_a_second_tab(open_page, away, library):
    page = away(open_page("/en/privacy"))
    for how in ({"modifiers": ["Control"]}, {"modifiers": ["Shift"]}, {"modifiers": ["Meta"]}, {"button": "middle"}):
        page.goto("/en/privacy")
        click_exit(page, **how)
        arrive_away(page, library)
        assert len(page.context.pages) == 1, how


def test_leaving_a_result_leaves_nothing_on_the_page(guide, away, library):
    page = guide()
    result_on_device(page, ANSWERS)
    assert findings(page)
    away(page)
    click_exit(page)
    arrive_away(page, library)
    page.go_back()
    page.wait_for_selector("form[data-runs=device]")
    assert not findings(page)
    assert not page.evaluate(TICKED)


def test_back_does_not_return_to_a_result_of_the_server(open_page, away, library):
    page = away(open_page("/en/help"))
    page.route("**/questions/today.html", lambda route: route.abort())
    page.goto("/en/questions")
    tick(page, "held", ["yes"])
    follow(page, "button[type=submit].button >> visible=true")
    assert findings(page)
    click_exit(page)
    arrive_away(page, library)
    page.go_back()
    assert page.url.endswith("/en/questions")


def test_a_page_from_the_back_forward_cache_is_reloaded(guide):
    page = hold(guide())
    tick(page, "held", ["yes"])
    click_exit(page)
    page.wait_for_selector(COVER)
    page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    page.wait_for_selector("form[data-runs=device]")
    assert not page.evaluate(TICKED)
    assert page.is_visible("a.exit")


def test_shift_three_times_leaves(open_page, away, library):
    page = away(open_page("/en/safety"))
    page.goto("/en/help")
    for _ in range(3):
        page.keyboard.press("Shift")
    arrive_away(page, library)
    page.go_back()
    assert page.url.endswith("/en/safety")
