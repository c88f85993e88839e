"""The start page on a phone, and what the form shows at once when somebody is held."""

import pytest
from support.browser_steps import asked_by, current, follow, tick
from support.sampling import each_once

PHONE = {"width": 360, "height": 740}
BOTTOM = "each => each.getBoundingClientRect().bottom"
HEIGHT = "document.documentElement.scrollHeight"
BLOCK = "#now-held"


@pytest.mark.parametrize(("lang", "highest"), [("en", 1600), ("es", 2000)])
def test_home_is_short_and_all_doors_are_on_the_first_screen(look, lang, highest):
    page = look(f"/{lang}/", viewport=PHONE)
    doors = page.query_selector_all("main a.door")
    assert len(doors) == 5
    assert max(door.evaluate(BOTTOM) for door in doors) <= PHONE["height"]
    for one in page.query_selector_all("main a.door, .tongues a, .more a"):
        assert one.bounding_box()["height"] >= 44
    assert page.evaluate(HEIGHT) <= highest


@pytest.mark.parametrize(
    ("lang", "first"), each_once(["en", "es"], ["main a.door >> nth=0", ".at-once-menu li:first-child a"])
)
def test_from_any_page_to_a_number_on_the_first_screen(look, lang, first):
    page = look(f"/{lang}/", viewport=PHONE)
    if "menu" in first:
        page.click(".at-once-menu summary")
    follow(page, first)
    assert page.url.endswith(f"/{lang}/held")
    numbers = [each for each in page.query_selector_all("main a[href^='tel:']") if each.is_visible()]
    assert numbers
    assert min(number.evaluate(BOTTOM) for number in numbers) <= PHONE["height"]


@pytest.mark.parametrize("path", ["/en/", "/es/help", "/ar/", "/zh-Hans/explain", "/embed/en/help"])
def test_urgent_stands_beside_the_name_of_the_site_and_is_large(look, path):
    page = look(path, viewport=PHONE)
    urgent, name = (page.query_selector(each).bounding_box() for each in (".at-once-menu summary", ".brand"))
    assert urgent["height"] >= 44
    assert urgent["y"] < name["y"] + name["height"]
    page.click(".at-once-menu summary")
    for link in page.query_selector_all(".at-once-menu a"):
        assert link.bounding_box()["height"] >= 44


@pytest.mark.parametrize("path", ["/en/questions", "/embed/en/questions"])
def test_yes_shows_what_to_do_at_once_and_another_answer_hides_it(look, path):
    page = look(path, viewport=PHONE)
    page.wait_for_selector("form[data-runs=device]")
    assert current(page) == "held"
    assert page.is_hidden(BLOCK)
    tick(page, "held", ["yes"])
    assert page.is_visible(f"{BLOCK} a[href$='/held']")
    assert len(page.query_selector_all(f"{BLOCK} .said")) == 4
    assert page.is_visible(f"{BLOCK} .said >> nth=0")
    tick(page, "held", ["no"])
    assert page.is_hidden(BLOCK)
    tick(page, "held", ["yes"])
    page.click(f"{BLOCK} [data-move=on]")
    assert current(page) == "for"


def test_a_state_shows_whom_to_call_there_and_tells_nobody(guide):
    page = guide(viewport=PHONE)
    address, asked = page.url, asked_by(page)
    tick(page, "held", ["yes"])
    page.select_option("[data-first-state]", "TX")
    assert page.is_visible(f"{BLOCK} [data-first-row=TX] a[href^='tel:']")
    page.select_option("[data-first-state]", "MT")
    assert page.is_hidden(f"{BLOCK} [data-first-row=TX]")
    assert "We have no number for Montana." in page.inner_text(BLOCK)
    tick(page, "held", ["no"])
    tick(page, "held", ["yes"])
    assert page.input_value("[data-first-state]") == ""
    assert not page.query_selector("[data-first-row]")
    assert page.url == address
    assert asked == []


def test_without_script_yes_shows_it_too(open_page):
    page = open_page("/es/questions", script=False, viewport=PHONE)
    assert page.is_hidden(BLOCK)
    tick(page, "held", ["yes"])
    assert page.is_visible(f"{BLOCK} .said >> nth=0")
    assert page.is_visible(f"{BLOCK} a[href$='/es/held']")
    assert page.is_hidden("[data-first-state]")
    tick(page, "held", ["no"])
    assert page.is_hidden(BLOCK)
