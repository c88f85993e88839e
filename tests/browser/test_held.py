"""The page of somebody who was taken, on a phone: what is in sight, and the choice of a state that leaves no trace."""

import pytest
from support.browser_steps import asked_by, follow

PHONE = {"width": 360, "height": 740}
LONGER = {"en": 1, "es": 1.25}  # what is a screen does not grow in Spanish; lengths do
OPEN_ROWS = ".calls > .rows > .state-row"
CHOICE = "[data-choose-state]"


def ready(page):
    page.wait_for_selector("#choose-state:not([hidden])")
    return page


@pytest.fixture
def phone(look):
    """Opens the page on a phone, when its script has run."""
    return lambda path="/en/held": ready(look(path, PHONE))


@pytest.fixture
def new_phone(open_page):
    """The same in a browser of its own, for what may stay behind."""
    return lambda: ready(open_page("/en/held", viewport=PHONE))


def box(page, selector):
    return page.locator(selector).first.bounding_box()


def end(page, selector):
    return box(page, selector)["y"] + box(page, selector)["height"]


def first_row(page):
    return page.locator(OPEN_ROWS).first.get_attribute("data-row")


def order(page):
    return page.eval_on_selector_all(".state-row", "all => all.map(one => one.dataset.row)")


@pytest.mark.parametrize("lang", LONGER)
def test_the_choice_and_a_first_number_are_in_sight_at_once(phone, lang):
    page = phone(f"/{lang}/held")
    assert end(page, CHOICE) <= 300
    assert end(page, OPEN_ROWS + " a[href^='tel:']") <= 740


@pytest.mark.parametrize("lang", LONGER)
def test_the_sentences_to_say_begin_within_two_screens(phone, lang):
    assert box(phone(f"/{lang}/held"), ".spoken")["y"] <= 1300 * LONGER[lang]


@pytest.mark.parametrize("lang", LONGER)
def test_the_page_is_short_with_its_folds_closed(phone, lang):
    """From the top to the end of the footer."""
    assert phone(f"/{lang}/held").evaluate("document.documentElement.scrollHeight") <= 2600 * LONGER[lang]


def test_a_chosen_state_comes_first_and_is_announced(phone, library):
    page = phone()
    others = [code for code in order(page) if code != "NY"]
    assert page.is_hidden('.state-row[data-row="NY"]')
    page.select_option(CHOICE, "NY")
    assert first_row(page) == "NY"
    assert page.is_visible('.state-row[data-row="NY"] a[href="tel:+15186948699"]')
    assert order(page) == ["NY", *others]
    assert "New York" in page.inner_text("[data-chosen-state][role=status]")
    page.select_option(CHOICE, "TX")
    assert first_row(page) == "TX"
    assert page.is_hidden('.state-row[data-row="NY"]')
    assert page.locator("[data-chosen]").count() == 1


def test_each_open_row_says_whom_its_group_takes(phone):
    page = phone()
    said = [each.inner_text() for each in page.query_selector_all(f"{OPEN_ROWS} .whom") if each.is_visible()]
    assert len(said) == page.locator(OPEN_ROWS).count()
    assert "People in Los Angeles and nearby counties." in said


def test_a_state_without_a_number_says_so_on_top(phone):
    page = phone()
    page.select_option(CHOICE, "MT")
    assert "We have no number for Montana." in page.inner_text(OPEN_ROWS + " >> nth=0")


def test_the_choice_leaves_no_trace(new_phone):
    page = new_phone()
    page.wait_for_load_state("networkidle")
    address, before = page.url, page.evaluate("[history.length, document.title, history.state]")
    requests = asked_by(page)
    page.select_option(CHOICE, "GA")
    assert requests == []
    assert page.url == address
    assert page.evaluate("[history.length, document.title, history.state]") == before
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_the_choice_is_not_restored(new_phone):
    page = new_phone()
    own = order(page)
    page.select_option(CHOICE, "MT")
    follow(page, "header a[href='/en/help']")
    page.go_back()
    page.wait_for_selector("#choose-state:not([hidden])")
    assert page.input_value(CHOICE) == ""
    assert order(page) == own
    assert page.inner_text("[data-chosen-state]") == ""


def test_no_choice_puts_all_rows_back(phone):
    page = phone()
    own = order(page)
    page.select_option(CHOICE, "MT")
    page.select_option(CHOICE, "")
    assert order(page) == own


def test_the_state_is_chosen_by_keyboard(phone):
    page = phone()
    page.focus(CHOICE)
    page.keyboard.type("Loui")
    page.keyboard.press("Tab")
    assert first_row(page) == "LA"


def test_without_script_all_rows_are_there_and_no_choice(open_page, library):
    page = open_page("/es/held", script=False, viewport=PHONE)
    assert page.is_hidden(CHOICE)
    assert set(order(page)) == set(library.states)
    assert page.is_visible('.state-row[data-row="TX"] a[href="tel:+18333724237"]')
    page.click(".states > summary")
    assert page.is_visible('.state-row[data-row="NY"] a[href="tel:+15186948699"]')


def on_paper(page):
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")


def test_the_english_of_a_chosen_row_goes_with_it(phone):
    page = phone("/es/held")
    page.select_option(CHOICE, "OH")
    on_paper(page)
    assert "Open Monday to Friday, 9 a.m. to 5 p.m." in page.inner_text(".calls > .english [data-row] >> nth=0")


def test_paper_has_the_sentences_first_then_the_open_rows_and_the_chosen_one(phone):
    page = phone()
    page.select_option(CHOICE, "MT")
    on_paper(page)
    assert page.is_hidden(CHOICE)
    assert page.is_visible('.state-row[data-row="MT"]')
    assert page.is_visible('.state-row[data-row="TX"]')
    assert page.is_hidden('.state-row[data-row="NY"]')
    assert box(page, "h1")["y"] < box(page, ".spoken")["y"] < box(page, OPEN_ROWS)["y"]


@pytest.mark.parametrize("path", ["/en/held", "/es/held", "/ar/held", "/en+es/held", "/embed/es/held"])
def test_each_number_is_big_enough_and_nothing_is_wider_than_the_screen(phone, path):
    page = phone(path)
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.select_option(CHOICE, "OH")
        first = OPEN_ROWS + " .contact"
        heights = page.eval_on_selector_all(first, "all => all.map(one => one.getBoundingClientRect().height)")
        assert min(heights) >= 44
        page.select_option(CHOICE, "")
