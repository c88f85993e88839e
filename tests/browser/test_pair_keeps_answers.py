"""Adding, changing and removing a second language keeps every answer, and reveals none."""

import re

import pytest
from support.browser_steps import (
    asked_by,
    expected,
    fill,
    findings,
    follow,
    in_two,
    on_questions,
    result_on_device,
    walk,
)
from support.sampling import WHOLE, sample
from support.storage import EMPTY, STORES

from guide.engine.explain import explain

ANSWERS = {"for": ("family",), "held": ("no",), "proceedings": ("check-ins", "court-open"), "police": ("arrest",)}
TURNS = [("es", "en", "ar"), ("ar", "en", "es")]  # the language of the page, then each that is put beside it


def languages(page):
    """The languages that stand side by side; none on a page in one language. English stands in for what is missing."""
    found = set(page.eval_on_selector_all("main .text", "all => all.map(one => one.lang)"))
    return found | {"en"} if found else found


def ticks(page):
    return page.eval_on_selector_all("#guide input:checked", "all => all.map(one => [one.name, one.value])")


def press(page, code):
    page.locator("details.pairs").evaluate("one => { one.open = true; }")
    page.click(f"details.pairs [data-pair='{code}']")


def turn(page, code):
    """Puts this language beside the page's own on the device; its own ends the pair."""
    before = page.query_selector("main > [data-view=result]")
    press(page, code)
    page.wait_for_function("one => !one.isConnected", arg=before)


@pytest.mark.parametrize(("first", "second", "third"), sample(TURNS, 1))
def test_in_the_browser_every_pair_keeps_the_answers_and_reveals_none(guide, library, url, first, second, third):
    page = guide(first)
    result_on_device(page, ANSWERS)
    asked = asked_by(page)
    ticked, found = ticks(page), expected(explain(library, ANSWERS))
    for code in (second, third):
        turn(page, code)
        assert languages(page) == {first, code, "en"}
        assert findings(page) == found
    page.click("[data-move=change]")
    assert ticks(page) == ticked
    walk(page, {})
    assert languages(page) == {first, third, "en"}
    turn(page, first)
    assert languages(page) == set()
    assert findings(page) == found
    page.click("[data-move=change]")
    assert ticks(page) == ticked
    # The scripts for a second language, and the public files of each: the same for everybody. Nothing stays behind.
    scripts = [request.url for request in asked if re.search(r"/js/second-language\.\w+\.mjs$", request.url)]
    assert len(scripts) == len(set(scripts)) == 1
    reported = [(request.method, request.url, request.post_data) for request in asked if request.url not in scripts]
    files = [f"{url}/{code}/questions/{name}.html" for code in (second, third) for name in ("today", "old")]
    assert reported == [("GET", file, None) for file in files]
    assert page.evaluate(STORES) == EMPTY
    assert page.context.cookies() == []
    assert page.url == f"{url}/{first}/questions"


@pytest.mark.parametrize(("first", "second", "third"), sample(TURNS, 1, seed=0))
def test_without_script_every_pair_keeps_every_answer(open_page, library, first, second, third):
    page = open_page(f"/{first}/questions", script=False)
    fill(page, ANSWERS)
    found = expected(explain(library, ANSWERS))
    for code in (second, third) if WHOLE else (second,):
        in_two(page, code)
        assert page.url.endswith(f"/{first}+{code}/result")
        assert languages(page) == {first, code, "en"}
        assert findings(page) == found
    in_two(page, first)
    assert page.url.endswith(f"/{first}/result")
    assert languages(page) == set()
    assert findings(page) == found


@pytest.mark.whole  # that a pair keeps the answers, and that they can be changed (test_walk), stays in `make test`
def test_without_script_the_questions_of_a_pair_have_the_same_ticks(open_page):
    page = open_page("/ar/questions", script=False)
    fill(page, ANSWERS)
    in_two(page, "en")
    follow(page, "#answers button[type=submit]")
    assert page.url.endswith("/ar/questions")
    reported = {(name, value) for name, value in ticks(page) if value}
    assert reported == {(question, option) for question, options in ANSWERS.items() for option in options}


def test_a_pair_ends_when_the_page_changes_to_the_second_language(guide):
    page = guide("es")
    result_on_device(page, ANSWERS)
    turn(page, "en")
    found = findings(page)
    page.click(".languages summary")
    page.click("nav [data-language=en]")
    page.wait_for_selector("html[lang=en] [data-view=result]")
    assert languages(page) == set()
    assert page.query_selector("details.pairs[open]") is None
    assert findings(page) == found


def test_offline_the_result_does_not_change_and_says_so(guide):
    page = guide("es")
    result_on_device(page, ANSWERS)
    found = findings(page)
    page.context.set_offline(True)
    press(page, "en")
    page.wait_for_selector("[data-offline]:not([hidden])")
    assert languages(page) == set()
    assert findings(page) == found


@pytest.mark.whole
def test_a_warning_that_was_left_out_opens_in_both_languages_in_its_place(guide):
    page = guide("es")
    result_on_device(page, {"proceedings": ("none",)})
    turn(page, "ar")
    page.click("[data-piece=left-out] summary")
    warning = page.locator('[data-left-out="today/now/check-in"]')
    assert warning.locator(".unseen").count() == 0  # no word about a new tab
    warning.locator("a").first.click()
    assert warning.locator("> .passage").evaluate_all("all => all.map(one => one.dir)") == ["", "", "rtl", "rtl"]
    ids = page.eval_on_selector_all("[id]", "all => all.map(one => one.id)")
    assert len(ids) == len(set(ids))
    warning.locator("a").first.click()
    assert warning.locator(".passage").count() == 0


def pick(page, code):
    page.locator("details.pairs").evaluate("one => { one.open = true; }")
    page.eval_on_selector(f"details.pairs [data-pair='{code}']", "one => one.click()")


@pytest.mark.whole
def test_a_translator_of_pages_does_not_keep_a_pair(guide):
    page = guide("en")
    result_on_device(page, ANSWERS)
    page.evaluate("Object.assign(document.documentElement, { lang: 'ar', dir: 'rtl' })")
    turn(page, "es")
    assert languages(page) == {"en", "es"}
    assert page.eval_on_selector("main .text[lang=en]", "one => one.dir") == "ltr"
    turn(page, "en")
    assert languages(page) == set()
    turn(page, "ar")
    assert languages(page) == {"en", "ar"}


def held_up(page, code):
    """Hold the explanations in this language up; return what lets them through and waits until they could be shown."""
    waiting, path = [], f"**/{code}/questions/old.html"
    page.route(path, lambda route: waiting.append(route))

    def go_on():
        with page.expect_response(path) as late:
            for route in waiting:
                route.continue_()
        late.value.finished()
        page.wait_for_timeout(300)

    return go_on


@pytest.mark.whole
def test_of_two_quick_choices_the_later_counts(guide):
    page = guide("en")
    result_on_device(page, ANSWERS)
    go_on = held_up(page, "es")
    with page.expect_request("**/es/questions/old.html"):
        pick(page, "es")
    turn(page, "ar")
    go_on()
    assert languages(page) == {"en", "ar"}


@pytest.mark.whole
def test_a_pair_that_comes_late_leaves_the_reader_at_the_question(guide):
    page = guide("en")
    result_on_device(page, ANSWERS)
    go_on = held_up(page, "es")
    with page.expect_request("**/es/questions/old.html"):
        pick(page, "es")
    page.click("[data-move=change]")
    go_on()
    assert on_questions(page)
    walk(page, {})
    assert languages(page) == {"en", "es"}
