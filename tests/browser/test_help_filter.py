"""The filter of the help page: in the page, without a request, and never hiding what may fit."""

import pytest
from person import asked_by


def shown(page):
    return page.eval_on_selector_all("[data-helper]:not([hidden])", "all => all.map(one => one.dataset.helper)")


@pytest.fixture
def page(open_page):
    page = open_page("/en/help")
    page.wait_for_selector("#filter:not([hidden])")
    page.wait_for_load_state("networkidle")
    return page


def test_a_state_hides_the_help_of_other_states_and_keeps_the_whole_country(page, library):
    requests = asked_by(page)
    page.select_option("[data-filter=states]", "AZ")
    found = shown(page)
    assert "florence-project" in found
    assert "raices" not in found
    assert "eoir-pro-bono-list" in found
    assert page.is_visible("#state-AZ")
    assert page.is_hidden("#state-TX")
    assert requests == []
    assert "AZ" not in page.url


def test_what_is_not_known_stays_in_sight(page, library):
    page.select_option("[data-filter=speaks]", "es")
    unknown = {helper.id for helper in library.helpers if not helper.languages}
    assert unknown <= set(shown(page))


def test_free_only_keeps_what_may_be_free(page, library):
    page.select_option("[data-filter=cost]", "free")
    assert "immigration-law-help" in shown(page)


def test_the_count_is_announced(page):
    page.select_option("[data-filter=serves]", "detained")
    assert str(len(shown(page))) in page.inner_text("[data-count][role=status]")


def test_a_section_in_which_nothing_fits_points_to_the_official_lists(page):
    page.select_option("[data-filter=serves]", "detained")
    page.eval_on_selector_all("[data-section]", "all => all.length")
    empty = page.evaluate(
        """() => [...document.querySelectorAll('[data-section]')]
          .filter((one) => ![...one.querySelectorAll('[data-helper]')].some((entry) => !entry.hidden))
          .map((one) => one.querySelector('[data-fallback]').hidden)"""
    )
    assert True not in empty


def test_a_filter_does_not_come_back(page):
    page.select_option("[data-filter=states]", "TX")
    page.goto("/en/privacy")
    page.go_back()
    assert page.input_value("[data-filter=states]") == ""


def test_the_filter_works_by_keyboard(page):
    page.focus("[data-filter=states]")
    page.keyboard.type("Ariz")
    page.keyboard.press("Tab")
    assert "raices" not in shown(page)


def test_without_script_the_list_is_grouped_by_state_with_links(open_page):
    page = open_page("/es/help", script=False)
    assert page.is_hidden("#filter")
    page.click('.states a[href="#state-TX"]')
    assert page.is_visible('#state-TX a[href="#helper-raices"]')


def test_on_paper_the_numbers_stand_and_the_filter_does_not(page, library):
    page.emulate_media(media="print")
    assert page.is_hidden("#filter")
    for helper in library.helpers:
        for channel in helper.channels:
            if channel.type == "phone":
                number = channel.shown or channel.from_detention
                assert page.is_visible(f'[data-helper="{helper.id}"] >> text={number}')
