"""The filter of the help page: it works without requests, and never hides a provider that may match."""

import re

import pytest
from support.browser_steps import asked_by

from guide.model.provider import in_state


def shown(page):
    return page.eval_on_selector_all(
        "[data-helper]", "all => all.filter(one => !one.closest('[hidden]')).map(one => one.dataset.helper)"
    )


def choose(page, **values):
    """Choose, and press the button."""
    page.eval_on_selector(".choose .more", "fold => { fold.open = true; }")
    for name, value in values.items():
        page.select_option(f"[data-filter={name}]", value)
    page.click("[data-show]")


def titles(page, place):
    """The names of the rows of a list in their order, and the heading between them."""
    return page.eval_on_selector_all(
        f"{place} [data-list] > :not([hidden])", "all => all.map(one => one.dataset.helper || one.innerText)"
    )


@pytest.fixture
def page(look):
    return ready(look("/en/help"))


def ready(page):
    page.wait_for_selector("#filter:not([hidden])")
    page.wait_for_load_state("networkidle")
    return page


def test_a_state_hides_other_states_but_not_national_providers(page, library):
    requests = asked_by(page)
    choose(page, states="AZ")
    found = shown(page)
    assert "florence-project" in found
    assert "raices" not in found
    assert "eoir-pro-bono-list" in found
    assert page.is_visible("#state-AZ")
    assert page.is_hidden("#state-TX")
    assert requests == []
    assert "AZ" not in page.url


def test_an_unknown_value_stays_visible(page, library):
    choose(page, speaks="es")
    unknown = {provider.id for provider in library.providers if not provider.languages}
    assert unknown <= set(shown(page))


@pytest.mark.whole
def test_free_only_keeps_what_may_be_free(page, library):
    choose(page, cost="free")
    assert "immigration-law-help" in shown(page)


@pytest.mark.whole
def test_the_count_is_announced(page):
    choose(page, serves="detained")
    fits, may = re.findall(r"\d+", page.inner_text("[data-count][role=status]"))
    in_danger = 3  # they are always shown, and not counted
    assert int(fits) + int(may) + in_danger == len(set(shown(page)))


@pytest.mark.whole
def test_a_section_without_match_links_to_the_official_lists(page):
    choose(page, serves="detained")
    page.eval_on_selector_all("[data-section]", "all => all.length")
    empty = page.evaluate(
        """() => [...document.querySelectorAll('[data-section]')]
          .filter((one) => ![...one.querySelectorAll('[data-helper]')].some((entry) => !entry.hidden))
          .map((one) => one.querySelector('[data-fallback]').hidden)"""
    )
    assert True not in empty


def test_a_filter_is_not_restored(open_page):
    page = ready(open_page("/en/help"))
    choose(page, states="TX")
    page.goto("/en/privacy")
    page.go_back()
    assert page.input_value("[data-filter=states]") == ""


@pytest.mark.whole
def test_the_filter_works_by_keyboard(page):
    page.focus("[data-filter=states]")
    page.keyboard.type("Ariz")
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
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


@pytest.mark.whole
def test_numbers_are_printed_and_the_filter_is_not(page, library):
    page.emulate_media(media="print")
    assert page.is_hidden("#filter")
    for provider in library.providers:
        for number in numbers(provider) if not provider.by_state else ():
            assert page.is_visible(f"#helper-{provider.id} >> text={number}")


@pytest.mark.whole
def test_only_opened_states_are_printed(page, library):
    choose(page, states="NV")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for provider in in_state(library.providers, "NV"):
        for number in numbers(provider):
            assert page.is_visible(f'#state-NV [data-helper="{provider.id}"] >> text={number}')
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    page.click(".all-help")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.is_hidden("#state-NV")


def test_a_state_opens_its_list_and_the_others_go(page):
    choose(page, states="ND")
    assert page.locator(".state:visible").evaluate_all("all => all.map(one => one.id)") == ["state-ND"]
    # One that helps in several states is whole in each of them.
    assert page.is_visible('#state-ND [data-helper="mn-advocates"] a[href="tel:+16123419845"]')


def test_people_who_are_held_see_no_group_that_takes_none(page, library):
    choose(page, states="CT")
    assert "ct-cirict" in shown(page)
    choose(page, serves="detained")
    assert "ct-cirict" not in shown(page)
    assert "ct-new-london" in shown(page)


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.whole
def test_the_list_of_a_state_fits_a_narrow_phone(open_page, script):
    page = open_page("/en/help", script=script, viewport={"width": 360, "height": 740})
    for fold in (".states", "#state-CA", "#state-WA"):
        page.click(f"{fold} > summary")
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.whole
def test_nothing_changes_before_the_button_is_pressed(page):
    before = shown(page)
    page.select_option("[data-filter=states]", "TX")
    assert shown(page) == before
    page.click("[data-show]")
    assert shown(page) != before
    assert page.evaluate("document.activeElement.closest('[data-state]').dataset.state") == "TX"


@pytest.mark.whole
def test_what_an_entry_does_not_say_stands_below_what_fits(page, library):
    choose(page, states="TX", serves="detained")
    here = {provider.id: provider for provider in library.providers}
    found = titles(page, "#state-TX")
    place = found.index("May also help")
    assert found[:place]
    assert found[place + 1 :]
    assert all(here[id].serves.detained == "yes" for id in found[:place])
    assert all(here[id].serves.detained == "unknown" for id in found[place + 1 :])
    assert page.inner_text("[role=status][data-count]").startswith("Entries that fit:")


def test_who_is_held_reads_about_that_before_the_states(page):
    order = "all => all.map(one => one.getAttribute('aria-labelledby'))"
    plain = page.eval_on_selector_all("#all-help > section", order)
    choose(page, serves="detained")
    held = page.eval_on_selector_all("#all-help > section", order)
    assert held[:3] == ["help-crisis", "help-held", "by-state"]
    page.click(".all-help")
    assert page.eval_on_selector_all("#all-help > section", order) == plain


@pytest.mark.whole
def test_all_legal_help_is_all_of_it_again(page):
    before = page.inner_text("#all-help")
    choose(page, states="TX", serves="detained", speaks="es", cost="free")
    assert page.inner_text("#all-help") != before
    page.click(".all-help")
    assert page.inner_text("#all-help") == before
    assert page.input_value("[data-filter=states]") == ""
    assert page.locator(".may-help:visible").count() == 0


@pytest.mark.parametrize("values", [{"speaks": "ar"}, {"serves": "detained"}, {"cost": "free"}])
def test_no_choice_hides_a_line_for_people_in_danger(page, values):
    choose(page, **values)
    assert {"988", "domestic-violence-hotline", "human-trafficking-hotline"} <= set(shown(page))
    assert page.locator("#all-help > section:first-child .may-help").count() == 0


@pytest.mark.parametrize("path", ["/embed/en/help", "/en+es/help"])
@pytest.mark.whole
def test_the_choice_works_in_a_frame_and_in_two_languages(open_page, path):
    page = open_page(path)
    page.wait_for_selector("#filter:not([hidden])")
    choose(page, states="TX", serves="detained")
    assert page.is_visible("#state-TX .may-help")
    assert page.is_hidden("#state-CA")
    assert "TX" not in page.url
