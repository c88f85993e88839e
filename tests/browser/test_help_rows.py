"""The help page on a phone: how high it is as it opens, and what is on its first screen."""

import pytest

PHONE = {"width": 360, "height": 740}
HIGHEST = {"en": 5000, "es": 6250}
NUMBERS = "#all-help a[href^='tel:']"


@pytest.fixture(params=HIGHEST)
def phone(request, look):
    page = look(f"/{request.param}/help", PHONE)
    page.wait_for_selector("#filter:not([hidden])")
    page.lang = request.param
    return page


def box(found):
    return found.bounding_box()


def test_the_page_is_short_and_its_first_screen_has_a_number(phone):
    assert phone.evaluate("document.documentElement.scrollHeight") <= HIGHEST[phone.lang]
    first = next(each for each in phone.query_selector_all(NUMBERS) if each.is_visible())
    assert first.get_attribute("href") == "tel:988"
    assert box(first)["y"] + box(first)["height"] <= PHONE["height"]


def test_the_choice_of_a_state_stands_before_everything_and_all_help_apart_from_its_button(phone):
    choice, button, every = (
        phone.query_selector(each) for each in ("[data-filter=states]", "[data-show]", ".all-help")
    )
    assert box(choice)["y"] < box(button)["y"] < box(phone.query_selector("#help-crisis"))["y"]
    assert box(every)["y"] >= box(button)["y"] + box(button)["height"]
    assert "button" not in (every.get_attribute("class") or "")


def test_in_each_row_the_number_is_below_whom_it_serves_and_large_enough(phone):
    for row in phone.query_selector_all("#all-help [data-helper]"):
        ways = row.query_selector("a.contact")
        if not ways or not ways.is_visible():
            continue
        serves = row.query_selector("p strong")
        assert box(serves)["y"] < box(ways)["y"]
        assert box(ways)["height"] >= 44


@pytest.mark.whole
def test_what_is_folded_covers_no_way_to_reach_a_row(phone):
    for fold in phone.query_selector_all("#all-help .ways > .more > summary"):
        if not fold.is_visible():
            continue
        place = box(fold)
        ways = fold.evaluate_handle("one => one.closest('[data-helper]')").as_element().query_selector_all("a.contact")
        for way in filter(lambda each: each.is_visible(), ways):
            other = box(way)
            apart = other["x"] + other["width"] <= place["x"] + 1 or other["y"] + other["height"] <= place["y"] + 4
            assert apart, way.inner_text()
