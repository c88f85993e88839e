"""Regression tests for bugs that an adversarial review found."""

import pytest
from support.browser_steps import current, findings, follow, result_on_device, tick, walk
from support.sampling import sample

ANSWERS = {"held": ["yes"], "proceedings": ["none"]}


def displays(page):
    return set(page.eval_on_selector_all(".why", "all => all.map(one => getComputedStyle(one).display)"))


@pytest.mark.parametrize("lang", sample(["en", "es"], 1, seed=0))
def test_reasons_print_only_where_the_reader_turned_them_on(guide, lang):
    page = guide(lang)
    result_on_device(page, ANSWERS)
    page.emulate_media(media="print")
    assert displays(page) == {"none"}
    page.emulate_media(media="screen")
    page.check("#reasons")
    page.emulate_media(media="print")
    assert "none" not in displays(page)


def test_clear_all_answers_clears_answers_that_came_from_the_server(open_page):
    page = open_page("/en/questions", script=False)
    tick(page, "held", ["yes"])
    follow(page, "button[type=submit].button >> visible=true")
    follow(page, "#answers button[type=submit]")
    assert page.is_checked("[name=held][value=yes]")
    follow(page, ".on-server a.button.plain")
    assert not page.is_checked("[name=held][value=yes]")


def test_a_double_tap_is_one_tap(guide):
    page = guide()
    page.dblclick("[data-move=next]")
    assert current(page) == "for"
    assert not page.is_checked("[name=for][value=me]")


@pytest.mark.whole
def test_late_explanations_do_not_move_the_reader(open_page):
    page = open_page("/en/help")
    waiting = []
    page.route("**/en/questions/today.html", lambda route: waiting.append(route))
    page.goto("/en/questions")
    page.wait_for_function("document.readyState === 'complete'")
    tick(page, "held", ["yes"])
    tick(page, "harm", ["victim"])
    page.wait_for_timeout(200)
    waiting[0].continue_()
    page.wait_for_selector("form[data-runs=device]")
    assert current(page) == "harm"
    for before in ("relief", "police"):
        page.wait_for_timeout(700)
        page.click("[data-move=back]")
        assert current(page) == before
    assert page.is_checked("[name=held][value=yes]")


@pytest.mark.whole
def test_answers_given_while_a_language_is_fetched_are_kept(guide):
    page = guide()
    waiting = []
    page.route("**/es/questions", lambda route: waiting.append(route))
    page.click(".languages summary")
    page.click("nav [data-language=es]")
    page.wait_for_timeout(200)
    tick(page, "held", ["yes"])
    waiting[0].continue_()
    page.wait_for_selector("html[lang=es]")
    assert page.is_checked("[name=held][value=yes]")


@pytest.mark.whole
def test_offline_the_result_says_that_the_language_does_not_change(guide):
    page = guide()
    result_on_device(page, ANSWERS)
    page.context.set_offline(True)
    page.click(".languages summary")
    page.click("nav [data-language=es]")
    page.wait_for_selector("[data-offline]:not([hidden])")
    assert page.is_visible("[data-offline]")
    assert findings(page)


def test_no_link_in_the_text_of_a_result_leaves_it(guide):
    page = guide()
    result_on_device(page, ANSWERS)
    leaving = page.eval_on_selector_all(
        "[data-view=result] a[href]:not([data-move])",
        """all => all.filter(one => !one.getAttribute('href').startsWith('#') && one.target !== '_blank'
            && one.getAttribute('role') !== 'button' && !/^(tel|mailto):/.test(one.getAttribute('href'))
            && !one.dataset.language).map(one => one.outerHTML)""",
    )
    assert leaving == []


@pytest.mark.parametrize("answers", sample([{"police": ["none"]}, {"police": ["conviction"], "time": ["5-to-10"]}], 1))
def test_every_result_has_the_same_number_in_the_history(guide, answers):
    page = guide()
    walk(page, answers)
    assert page.evaluate("history.state") == {"step": 99}


def test_a_warning_that_was_left_out_is_a_button_with_its_source_and_date(guide):
    page = guide()
    result_on_device(page, ANSWERS)
    page.click("[data-piece=left-out] summary")
    link = page.locator('[data-left-out="today/now/check-in"] > a')
    assert link.get_attribute("role") == "button"
    assert link.get_attribute("aria-expanded") == "false"
    link.click()
    assert link.get_attribute("aria-expanded") == "true"
    assert page.is_visible('[data-left-out="today/now/check-in"] .meta .cited')


@pytest.mark.whole
def test_a_filter_leaves_no_link_to_what_it_hid(open_page):
    page = open_page("/en/help")
    page.select_option("[data-filter=states]", "TX")
    page.click("[data-show]")
    dead = page.eval_on_selector_all(
        'main a[href^="#"]:not([hidden])',
        "all => all.filter(one => document.getElementById(one.hash.slice(1))?.hidden).length",
    )
    assert dead == 0


@pytest.mark.whole
def test_the_filter_english_hides_no_entry(open_page, library):
    page = open_page("/en/help")
    page.click(".choose .more summary")
    page.select_option("[data-filter=speaks]", "en")
    page.click("[data-show]")
    assert page.get_attribute("#helper-nijc", "hidden") is None
