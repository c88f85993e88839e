"""The filter of the help page: it works without requests, and never hides a provider that may match."""

import pytest
from support.browser_steps import asked_by

from guide.model.provider import in_state


def shown(page):
    return page.eval_on_selector_all(
        "[data-helper]", "all => all.filter(one => !one.closest('[hidden]')).map(one => one.dataset.helper)"
    )


@pytest.fixture
def page(open_page):
    page = open_page("/en/help")
    page.wait_for_selector("#filter:not([hidden])")
    page.wait_for_load_state("networkidle")
    return page


def test_a_state_hides_other_states_but_not_national_providers(page, library):
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


def test_an_unknown_value_stays_visible(page, library):
    page.select_option("[data-filter=speaks]", "es")
    unknown = {provider.id for provider in library.providers if not provider.languages}
    assert unknown <= set(shown(page))


def test_free_only_keeps_what_may_be_free(page, library):
    page.select_option("[data-filter=cost]", "free")
    assert "immigration-law-help" in shown(page)


def test_the_count_is_announced(page):
    page.select_option("[data-filter=serves]", "detained")
    assert str(len(set(shown(page)))) in page.inner_text("[data-count][role=status]")


def test_a_section_without_match_links_to_the_official_lists(page):
    page.select_option("[data-filter=serves]", "detained")
    page.eval_on_selector_all("[data-section]", "all => all.length")
    empty = page.evaluate(
        """() => [...document.querySelectorAll('[data-section]')]
          .filter((one) => ![...one.querySelectorAll('[data-helper]')].some((entry) => !entry.hidden))
          .map((one) => one.querySelector('[data-fallback]').hidden)"""
    )
    assert True not in empty


def test_a_filter_is_not_restored(page):
    page.select_option("[data-filter=states]", "TX")
    page.goto("/en/privacy")
    page.go_back()
    assert page.input_value("[data-filter=states]") == ""


def test_the_filter_works_by_keyboard(page):
    page.focus("[data-filter=states]")
    page.keyboard.type("Ariz")
    page.keyboard.press("Tab")
    assert "raices" not in shown(page)


def test_without_script_the_list_is_folded_by_state(open_page):
    page = open_page("/es/help", script=False)
    assert page.is_hidden("#filter")
    page.click(".states > summary")
    assert page.is_hidden("#helper-raices")
    page.click("#state-TX > summary")
    assert page.is_visible("#helper-raices")


def numbers(provider):
    return [channel.shown or channel.from_detention for channel in provider.channels if channel.type == "phone"]


def test_numbers_are_printed_and_the_filter_is_not(page, library):
    page.emulate_media(media="print")
    assert page.is_hidden("#filter")
    for provider in library.providers:
        for number in numbers(provider) if not provider.by_state else ():
            assert page.is_visible(f"#helper-{provider.id} >> text={number}")


def test_only_opened_states_are_printed(page, library):
    page.select_option("[data-filter=states]", "NV")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for provider in in_state(library.providers, "NV"):
        for number in numbers(provider):
            assert page.is_visible(f'#state-NV [data-helper="{provider.id}"] >> text={number}')
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    page.select_option("[data-filter=states]", "")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.is_hidden("#state-NV")


def test_a_state_opens_its_list_and_the_others_go(page):
    page.select_option("[data-filter=states]", "ND")
    assert page.locator(".state:visible").evaluate_all("all => all.map(one => one.id)") == ["state-ND"]
    # One that helps in several states is whole in each of them.
    assert page.is_visible('#state-ND [data-helper="mn-advocates"] a[href="tel:+16123419845"]')


def test_people_who_are_held_see_no_group_that_takes_none(page, library):
    page.select_option("[data-filter=states]", "CT")
    assert "ct-cirict" in shown(page)
    page.select_option("[data-filter=serves]", "detained")
    assert "ct-cirict" not in shown(page)
    assert "ct-new-london" in shown(page)


@pytest.mark.parametrize("script", [True, False])
def test_the_list_of_a_state_fits_a_narrow_phone(open_page, script):
    page = open_page("/en/help", script=script, viewport={"width": 360, "height": 740})
    for fold in (".states", "#state-CA", "#state-WA"):
        page.click(f"{fold} > summary")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
