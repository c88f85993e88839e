"""The top of a result: what to do now, on the first screen of a phone, and the way to the warning about old orders."""

import pytest
from support.browser_steps import result_on_device
from support.pdf import printed, result, squeezed, texts
from support.sampling import each_once, sample

PHONE = {"width": 360, "height": 740}
STEPS = "[data-steps] > li"
BOX = ".read-first a"
LEDE = "The 2011 and 2021 lists are history"
FAMILY = {"for": ["family"], "held": ["no"], "status": ["none"], "time": ["over-10"], "entry": ["no-officer"]}
SKIPPED = "data-old-orders"
LAW_ABIDING = {"proceedings": ["none"], "entry": ["visa"]}
LEADS_TO = {
    "order": ({"proceedings": ["order-to-leave"]}, "today/now/final-order"),
    "missed": ({"proceedings": ["missed-hearing"]}, "today/now/missed-hearing"),
    "deported": ({"proceedings": ["removed-before"]}, "today/now/past-deportation"),
    "skipped": ({}, SKIPPED),
    "none": (LAW_ABIDING, None),
}


def on_device(open_page, lang, answers):
    page = open_page(f"/{lang}/questions", viewport=PHONE)
    page.wait_for_selector("form[data-runs=device]")
    result_on_device(page, answers)
    return page


def on_server(open_page, lang, answers):
    page = result(open_page, lang, answers, viewport=PHONE)
    page.emulate_media(media="screen")
    return page


MAKERS = {"device": on_device, "server": on_server}
"""What makes the result; both show the same document, but only the device scrolls to its heading."""


def edge(step, name):
    return step.evaluate(f"each => each.getBoundingClientRect().{name}")


@pytest.mark.parametrize(("maker", "lang", "answers"), each_once(MAKERS, ["en", "es"], [FAMILY, {}]))
def test_three_steps_are_on_the_first_screen(open_page, lang, maker, answers):
    page = MAKERS[maker](open_page, lang, answers)
    first, _, third, *_ = page.query_selector_all(STEPS)
    assert 0 < edge(first, "top") <= 400
    assert edge(third, "bottom") <= PHONE["height"]


@pytest.mark.parametrize("maker", MAKERS)
def test_a_result_begins_with_today_and_the_steps_for_everyone(open_page, library, maker):
    page = MAKERS[maker](open_page, "en", FAMILY)
    truth = page.inner_text("main .truth")
    assert truth.startswith(LEDE)
    assert "Checked through" in truth
    assert texts(page, "[data-view=result] h1") == ["What to do now"]
    everyone = [line.text for line in library.urgent["steps"].steps]
    assert texts(page, f"{STEPS} > .order") == [
        *everyone[:-1],
        "If ICE refuses bond, do not sign to leave: ask a lawyer.",
    ]
    assert page.title().startswith("Your guide")


@pytest.mark.whole
def test_where_no_warning_fits_the_steps_are_those_for_everyone(open_page, library):
    page = on_server(open_page, "en", {})
    assert texts(page, f"{STEPS} > .order") == [line.text for line in library.urgent["steps"].steps]


@pytest.mark.parametrize(("maker", "case"), sample(each_once(MAKERS, LEADS_TO), 2))
@pytest.mark.whole
def test_the_box_leads_to_the_warning_about_old_orders(open_page, maker, case):
    answers, leads_to = LEADS_TO[case]
    page = MAKERS[maker](open_page, "en", answers)
    assert page.locator(BOX).count() == (leads_to is not None)
    if leads_to:
        place = page.locator(page.get_attribute(BOX, "href")).evaluate(
            "one => (one.closest('article') || one.closest('details')).outerHTML.split('>')[0]"
        )
        assert leads_to in place
        assert page.locator(page.get_attribute(BOX, "href")).is_visible()


@pytest.mark.whole
def test_the_box_leaves_no_trace_in_the_address(open_page):
    page = on_device(open_page, "en", {"proceedings": ["order-to-leave"]})
    before = page.url, page.title(), page.evaluate("history.length")
    page.click(BOX)
    assert page.evaluate("document.activeElement.id") == "read-first"
    assert (page.url, page.title(), page.evaluate("history.length")) == before


def test_a_printed_result_begins_with_the_steps_and_tells_nothing_of_the_box(open_page):
    page = result(open_page, "en", {"proceedings": ["order-to-leave"]})
    paper = printed(page, "Letter")
    first = squeezed(" ".join(line.text for line in paper.pages[0]))
    steps = [squeezed(text) for text in texts(page, f"{STEPS} > .order")]
    places = [first.index(step) for step in steps]
    assert places == sorted(places)
    assert places[-1] < first.index(squeezed("Today's warnings"))
    assert squeezed("Read this first") not in paper.words
