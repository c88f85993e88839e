"""Answers are not lost by accident: a link that would end them asks first, and nothing else is held up."""

import re

import pytest
from support.answer_sets import FEW_ANSWERS
from support.axe import here
from support.browser_steps import current, fill, on_questions, result_on_device, tick
from support.quick_exit import arrive_away, click_exit
from support.sampling import sample
from support.scripts import script

from guide.config import CHECKOUT

ASKED = "[data-leave-page]:not([hidden])"
STAY, ELSEWHERE, LEAVE = (f"{ASKED} {way}" for way in ("button", "a[target]", "a:not([target])"))
FREE = "[data-move], [data-clears], [data-language], [role=button], [href^='#']"


@pytest.fixture
def answered(guide):
    """The second question, with the first one answered."""

    def start(lang="en", **options):
        page = guide(lang, **options)
        tick(page, current(page), [page.get_attribute("fieldset:not([hidden]) input[value]:not([value=''])", "value")])
        page.click("[data-move=next]")
        return page

    return start


def ticks(page):
    return page.eval_on_selector_all("#guide input:checked:not([value=''])", "all => all.map(one => one.name)")


def focused(page, selector):
    return page.eval_on_selector(selector, "one => one === document.activeElement")


def contained(page):
    styles = "all => all.map(one => getComputedStyle(one).overscrollBehaviorY)"
    return page.eval_on_selector_all("html, body", styles) == ["contain", "contain"]


def has_left(page, path):
    page.wait_for_url(path)
    return not page.is_visible(ASKED)


@pytest.mark.parametrize("lang", sample(["en", "ar"], 1, seed=0))
def test_a_link_from_answers_asks_in_the_page(answered, lang):
    page = answered(lang)
    page.click("a.brand")
    assert focused(page, STAY)
    assert page.url.endswith("/questions")
    assert here(page) == []


def test_to_stay_keeps_the_answers_and_the_place(answered):
    page = answered()
    before = current(page), ticks(page)
    for stay in (lambda: page.click(STAY), lambda: page.keyboard.press("Escape")):
        page.click("a.brand")
        stay()
        assert not page.is_visible(ASKED)
        assert focused(page, "a.brand")
    assert (current(page), ticks(page)) == before


@pytest.mark.whole
def test_to_leave_leads_to_the_link(answered):
    page = answered()
    page.click("a.brand")
    page.click(LEAVE)
    assert has_left(page, re.compile("/$|/en$"))


@pytest.mark.whole
def test_another_tab_leaves_the_answers_here(answered):
    page = answered()
    before = current(page), ticks(page)
    page.click(".leave a.note")
    with page.context.expect_page() as opened:
        page.click(ELSEWHERE)
    opened.value.wait_for_url("**/en/safety")
    assert (current(page), ticks(page)) == before
    assert not page.is_visible(ASKED)


@pytest.mark.whole
def test_who_moves_on_is_not_held(answered):
    page = answered()
    page.click("a.brand")
    page.keyboard.press("Shift+Tab")
    page.wait_for_selector(ASKED, state="hidden")
    page.click("a.brand")
    page.click("[data-move=back]")
    assert not page.is_visible(ASKED)


@pytest.mark.parametrize("start", ["answered", "resulting"])
def test_every_link_of_the_page_asks(request, start):
    found = request.getfixturevalue(start)().evaluate(script("asks_nothing"), FREE)
    assert found["links"] > 20
    assert found["silent"] == []


@pytest.mark.whole
def test_without_answers_no_link_asks(guide):
    page = guide()
    page.click("a.brand")
    assert has_left(page, re.compile("/$|/en$"))


def test_outside_links_open_elsewhere(resulting, away):
    page = away(resulting())
    page.eval_on_selector(
        "#main [data-view=result]", "one => one.insertAdjacentHTML('afterbegin', `<a id='out'>Out</a>`)"
    )
    page.eval_on_selector("#out", "link => { link.href = 'https://example.org/'; }")
    with page.context.expect_page() as opened:
        page.click("#out")
    opened.value.wait_for_load_state()
    assert opened.value.evaluate("window.opener") is None
    assert page.is_visible("main > [data-view=result]")


@pytest.mark.whole
def test_another_button_or_key_is_not_asked(answered):
    page = answered()
    with page.context.expect_page():
        page.click("a.brand", modifiers=["Control"])
    assert not page.is_visible(ASKED)


@pytest.mark.whole
def test_the_language_menu_does_not_ask(answered):
    page = answered()
    before = ticks(page)
    page.evaluate("document.querySelector('.languages').open = true")
    page.click("nav [data-language=es]")
    page.wait_for_selector("html[lang=es]")
    assert not page.is_visible(ASKED)
    page.click("a.brand")
    assert focused(page, STAY)
    page.click(STAY)
    assert ticks(page) == before


@pytest.mark.parametrize("asked", [False, True])
def test_the_leave_button_never_asks(answered, away, library, asked):
    page = away(answered())
    if asked:
        page.click("a.brand")
    click_exit(page)
    arrive_away(page, library)


@pytest.mark.whole
def test_three_times_shift_leaves_from_the_question(answered, away, library):
    page = away(answered())
    page.click("a.brand")
    for _ in range(3):
        page.keyboard.press("Shift", delay=10)
    arrive_away(page, library)


def test_back_never_asks(resulting):
    page = resulting()
    page.click("a.brand")
    page.go_back()
    page.wait_for_function("document.querySelector('[data-view=questions]').hidden === false")
    assert on_questions(page)
    assert not page.is_visible(ASKED)


def test_a_tab_with_answers_closes(answered):
    page, boxes = answered(), []
    page.on("dialog", lambda dialog: boxes.append(dialog.type))
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    assert boxes == []


def test_nothing_ever_listens_for_the_end_of_the_page(browser, url):
    wanted = re.compile("beforeunload|returnValue|confirm\\(")
    assert [one.name for one in (CHECKOUT / "static/js").iterdir() if wanted.search(one.read_text("utf-8"))] == []
    context = browser.new_context(base_url=url)
    context.add_init_script(f"({script('hears')})()")
    page = context.new_page()
    page.goto("/en/questions")
    page.wait_for_selector("form[data-runs=device]")
    result_on_device(page, FEW_ANSWERS)
    page.click("a.brand")
    page.click(STAY)
    heard = page.evaluate("[...heard]")
    assert "pagehide" in heard  # the control
    assert "beforeunload" not in heard
    assert page.evaluate("window.onbeforeunload") is None
    context.close()


BROKEN = {
    "the box is not there": "document.querySelector('[data-leave-page]').remove()",
    "the box throws": "document.querySelector('[data-leave-page]').querySelectorAll = () => { throw new Error(); }",
    "the focus throws": "document.querySelector('[data-leave-page] button').focus = () => { throw new Error(); }",
    "the box is not in sight": "document.querySelector('[data-leave-page]').style.cssText = 'display: none !important'",
    "the place is unknown": "document.querySelector('a.brand').matches = () => { throw new Error(); }",
}


@pytest.mark.parametrize("broken", sample(BROKEN, 2))
@pytest.mark.whole
def test_a_problem_lets_the_link_through(answered, broken):
    page = answered()
    page.evaluate(f"() => {{ {BROKEN[broken]}; }}")
    page.click("a.brand")
    assert has_left(page, re.compile("/$|/en$"))


def test_a_pull_does_not_reload_a_page_with_answers(guide):
    page = guide()
    assert not contained(page)
    question = current(page)
    tick(page, question, [page.get_attribute("fieldset:not([hidden]) input", "value")])
    assert contained(page)
    page.click("[data-move=skip]")
    page.go_back()
    page.wait_for_selector(f'[data-question="{question}"]:not([hidden])')
    page.wait_for_selector("html:not([data-answers])")
    assert not contained(page)
    result_on_device(page, {})
    assert contained(page)


def test_the_first_question_says_what_a_reload_does(guide):
    page = guide()
    assert page.is_visible("[data-forgets]")
    said = page.locator("[data-forgets]").bounding_box()
    assert said["y"] < page.locator("fieldset:not([hidden])").bounding_box()["y"]
    assert "erased when you close, reload or leave this page" in page.inner_text("form > .stamp")
    page.click("[data-move=skip]")
    assert not page.is_visible("[data-forgets]")


@pytest.mark.whole
def test_the_result_of_the_server_asks_before_it_starts_again(open_page):
    page = open_page("/en/questions", script=False)
    fill(page, FEW_ANSWERS)
    assert not page.is_visible("[data-leave-page]")
    html = page.content()
    page = open_page("/en/help")
    page.context.route("**/en/result", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto("/en/result")
    page.click("#again [data-clears]")
    page.click("[data-start-again] button:not([data-again])")
    assert focused(page, "#again [data-clears]")
    page.click("#again [data-clears]")
    with page.expect_navigation():
        page.click("[data-start-again] [data-again]")
    assert page.url.endswith("/en/questions")


@pytest.mark.whole
def test_the_question_fits_and_leaves_the_leave_button_free(answered):
    page = answered()
    for width, height, font in ((320, 740, 32), (360, 740, 16), (740, 360, 16)):
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(f"document.documentElement.style.fontSize = '{font}px'")
        page.click("a.brand")
        box = page.locator(ASKED).bounding_box()
        leave = page.locator("a.exit").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= height + 1
        assert leave["y"] + leave["height"] <= box["y"]
        assert page.eval_on_selector(ASKED, "one => one.scrollWidth <= one.clientWidth")
        for way in (STAY, ELSEWHERE, LEAVE):
            assert page.locator(way).bounding_box()["height"] >= 44
        page.click(STAY)


@pytest.mark.whole
def test_in_a_frame_the_question_stands_beside_the_link(framed):
    _, frame, _ = framed("/embed/en/questions")
    frame.wait_for_selector("form[data-runs=device]")
    result_on_device(frame, FEW_ANSWERS)
    link = frame.locator("footer a:not([target])").first
    link.click()
    assert focused(frame, STAY)
    box, at = frame.locator(ASKED).bounding_box(), link.bounding_box()
    assert abs(box["y"] + box["height"] - at["y"]) < box["height"] + 100
    # The question may cover a row below it, which is then no target.
    assert [found for found in here(frame) if found[0] != "target-size"] == []
    assert frame.get_attribute(ELSEWHERE, "href") == link.evaluate("one => one.href").replace("/embed/", "/")
    with frame.expect_navigation():
        frame.click(LEAVE)
    assert "/embed/en/questions" not in frame.url
