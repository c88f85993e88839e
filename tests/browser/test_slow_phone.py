"""A phone of 2016 on a slow connection: until the script runs, the first question is there, true and kept."""

import pytest
from support.scripts import script

PHONE = {"width": 360, "height": 640}
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}  # 400 kbit/s
FIRST = "[data-question]:not([hidden]) .option"
MOST = 60  # pictures, one each second
SEEN = script("first_question_seen")


def assert_true(seen):
    """Assert that the first question can be read, and that what the page says about the answers holds now."""
    assert seen["read"]
    assert seen["sent"] == (seen["runs"] == "server")
    assert seen["stays"] == (seen["runs"] == "device")


def test_before_the_script_the_first_question_is_there_true_and_kept(open_page):
    page = open_page("about:blank", viewport=PHONE)
    waiting = []
    page.route("**/questions/today.html", lambda route: waiting.append(route))
    page.goto("/en/questions")
    page.wait_for_function(SEEN, arg=FIRST)
    assert_true(page.evaluate(SEEN, FIRST))
    page.locator(FIRST).first.click()
    before = page.evaluate(SEEN, FIRST)
    assert_true(before)
    assert before["ticked"]
    page.wait_for_function("document.readyState === 'complete'")
    page.wait_for_timeout(100)  # the handler of the request
    waiting[0].continue_()
    page.wait_for_selector("form[data-runs=device]")
    after = page.evaluate(SEEN, FIRST)
    assert_true(after)
    assert after["ticked"]


@pytest.mark.whole  # takes as long as such a phone takes; the test above has one moment of it
@pytest.mark.parametrize(("lang", "framed"), [("en", ""), ("ar", ""), ("es", "/embed")])
def test_on_a_phone_of_2016_every_second_is_true(open_page, lang, framed):
    page = open_page("about:blank", viewport=PHONE)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 6})
    page.goto(f"{framed}/{lang}/questions", wait_until="commit")
    pictures = []
    while len(pictures) < MOST and not (pictures and pictures[-1]["runs"] == "device"):
        page.wait_for_timeout(1000)
        if seen := page.evaluate(SEEN, FIRST):
            assert_true(seen)
            assert seen["ticked"] == bool(pictures)
            pictures.append(seen)
            if len(pictures) == 1:
                page.locator(FIRST).first.click()
                assert page.evaluate(SEEN, FIRST)["ticked"]
    assert pictures[-1]["runs"] == "device"
    assert {each["runs"] for each in pictures} == {"server", "device"}
    page.click("[data-move=next]")
    page.click("[data-move=back]")
    assert page.evaluate(SEEN, FIRST)["ticked"]
