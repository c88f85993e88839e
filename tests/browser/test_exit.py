"""Quick exit: the button and the cover. What Back shows is in test_exit_history.py."""

import pytest
from support.axe import here
from support.browser_steps import result_on_device, tick
from support.quick_exit import ANSWERS, AWAY, COVER, arrive_away, click_exit, hold, stays, words
from support.sampling import sample


def picture(session):
    """The screen as it is: Playwright's own way waits until no page is on its way."""
    return session.send("Page.captureScreenshot")["data"]


@pytest.mark.parametrize("lang", sample(["en", "es"], 1, seed="exit"))
def test_without_script_it_is_a_plain_link_in_the_same_tab(open_page, away, library, lang):
    page = away(open_page(f"/{lang}/help", script=False))
    click_exit(page)
    arrive_away(page, library, lang)
    assert "referer" not in away.asked[0].headers
    assert len(page.context.pages) == 1


def test_the_right_mouse_button_is_not_handled(open_page, away):
    page = away(open_page("/en/help"))
    click_exit(page, button="right")
    assert stays(page)


@pytest.mark.parametrize("lang", sample(["en", "es"], 1, seed=0))
def test_the_cover_is_shown_before_the_other_site_is_requested(open_page, library, lang):
    page = hold(open_page(f"/{lang}/help"))
    loading = words(page)["loading"]
    click_exit(page)
    page.wait_for_selector(COVER)
    wanted = page.evaluate("window.wanted")
    assert wanted == {"url": library.languages[lang].leave_to, "type": "replace", "saw": loading}
    assert page.url.endswith(f"/{lang}/help")
    assert page.inner_text("body").strip() == page.title() == loading
    assert page.get_attribute("main", "lang") == lang
    assert page.get_attribute("main", "dir") == "ltr"
    box = page.eval_on_selector("main", "one => one.getBoundingClientRect().toJSON()")
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 390, 844)
    assert here(page) == []


def test_the_cover_stays_while_the_other_site_does_not_respond(open_page):
    page, waiting = open_page("/en/help"), []
    session = page.context.new_cdp_session(page)
    page.context.route(AWAY, lambda route: waiting.append(route))
    before = picture(session)
    with page.expect_request(AWAY):
        click_exit(page)
    during = picture(session)
    waiting[0].abort()
    held = hold(open_page("/en/help"))
    click_exit(held)
    held.wait_for_selector(COVER)
    assert during == picture(held.context.new_cdp_session(held)) != before


def test_ticks_and_reading_aloud_are_cleared_at_once(guide):
    page = hold(guide())
    tick(page, "held", ["yes"])
    ticks = page.query_selector("#guide")
    page.evaluate("() => { speechSynthesis.cancel = () => { window.silent = true; }; }")
    click_exit(page)
    page.wait_for_selector(COVER)
    assert ticks.evaluate("form => [...form.querySelectorAll('input:checked')].length") == 0
    assert ticks.evaluate("form => [...form.querySelectorAll('select')].map((one) => one.value)") == [""]
    assert page.evaluate("window.silent")


def test_a_late_language_response_restores_nothing(guide):
    page, waiting = guide(), []
    page.route("**/es/questions/today.html", lambda route: waiting.append(route))
    result_on_device(page, ANSWERS)
    page.click(".languages summary")
    with page.expect_request("**/es/questions/today.html"):
        page.click("nav [data-language=es]")
    hold(page)
    click_exit(page)
    page.wait_for_selector(COVER)
    with page.expect_event("requestfinished", lambda request: request.url.endswith("/es/questions/today.html")):
        waiting[0].continue_()
    page.wait_for_timeout(300)
    assert page.inner_text("body").strip() == page.title() == "Loading"
    assert page.evaluate("document.body.children.length") == 1


def test_late_explanations_change_nothing(open_page):
    page, waiting = open_page("/en/help"), []
    page.route("**/en/questions/today.html", lambda route: waiting.append(route))
    with page.expect_request("**/en/questions/today.html"):
        page.goto("/en/questions")
    hold(page)
    click_exit(page)
    page.wait_for_selector(COVER)
    with page.expect_event("requestfinished", lambda request: request.url.endswith("/en/questions/today.html")):
        waiting[0].continue_()
    page.wait_for_timeout(300)
    # An entry in the history now could stop the way to the other site.
    assert page.evaluate("history.state") is None
    assert page.title() == "Loading"
