"""The appearance of reading aloud: the current text is marked and visible, and nothing of it is printed."""

import pytest
from support.axe import here
from support.fake_speech import ENGLISH, SPANISH, button, lit, read_on, texts
from support.sampling import sample

FINDING = "#today-now-no-priorities"


@pytest.mark.whole
def test_what_is_being_read_is_marked(listen):
    page = listen("/en/explain/all", forced_colors="active")
    button(page, FINDING).click()
    for _ in range(4):
        (marked,) = lit(page)
        assert texts(page)[-1] in marked
        assert page.eval_on_selector(".read-now", "one => getComputedStyle(one).outlineStyle") == "solid"
        page.evaluate("finish()")
    read_on(page)
    assert not lit(page)


@pytest.mark.whole
def test_the_page_follows_the_voice(listen):
    page = listen("/en/safety")
    button(page, "[data-listen=page]").click()
    for _ in range(20):
        page.evaluate("finish()")
        page.wait_for_function(
            "() => document.querySelector('.read-now').getBoundingClientRect().bottom < innerHeight + 1"
        )
    assert page.evaluate("window.scrollY") > 0


def test_the_page_does_not_scroll_if_the_reader_looks_elsewhere(listen):
    page = listen("/en/safety")
    button(page, "[data-listen=page]").click()
    page.evaluate("window.scrollTo({ top: 1500, behavior: 'instant' })")
    page.evaluate("() => { for (let sentence = 0; sentence < 10; sentence += 1) finish(); }")
    assert page.evaluate("window.scrollY") == 1500


def test_the_page_does_not_scroll_with_reduced_motion(listen):
    page = listen("/en/safety", reduced_motion="reduce")
    button(page, "[data-listen=page]").click()
    read_on(page)
    assert page.evaluate("window.scrollY") == 0


def test_nothing_of_it_is_printed(listen):
    page = listen("/en/safety")
    page.emulate_media(media="print")
    assert page.locator(".listen >> visible=true").count() == 0


def test_buttons_and_speed_are_large_enough_for_a_thumb(listen):
    page = listen("/en/safety", viewport={"width": 320, "height": 640})
    button(page, "[data-listen=page]").click()
    for target in (".listen button", ".listen select"):
        box = page.locator(target).bounding_box()
        assert min(box["width"], box["height"]) >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(
    ("lang", "path", "scheme"),
    [
        (*place, scheme)
        for place in sample((("en", "explain/today"), ("es", "questions")), 1, seed=0)
        for scheme in sample(("light", "dark"), 1, seed=place[0])
    ],
)
def test_axe_finds_nothing_while_something_is_read(listen, lang, path, scheme):
    page = listen(f"/{lang}/{path}", ENGLISH, SPANISH, color_scheme=scheme)
    button(page, "main").click()
    page.evaluate("finish()")
    assert lit(page)
    assert here(page) == []
