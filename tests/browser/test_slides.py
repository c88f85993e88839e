"""Slides on a projector: each fits the screen, also at 200 %, and a longer text goes on behind "Next"."""

from itertools import permutations

import pytest
from support.sampling import sample
from support.scripts import script
from support.site_pages import LANGUAGES, in_english_and_another

WALL = {"width": 1280, "height": 800}
# Screens, and the same at 200 %.
SIZES = (WALL, {"width": 1920, "height": 1080}, {"width": 640, "height": 400}, {"width": 960, "height": 540})
ZOOMED = SIZES[2]
TOO_LONG = script("slides_too_long")
# Every text of the slides but what is folded.
TEXTS = """() => [...document.querySelectorAll('[data-slide] :is(h2, h3, p, li, .step, .step-more)')]
  .filter((one) => !one.closest('details')).map((one) => one.textContent)"""
# Of two languages: without the number of a paragraph.
PAIRED = """() => [...document.querySelectorAll('[data-slide] .text')]
  .filter((one) => !one.closest('details')).map((one) => one.textContent)"""
# An English and a draft; two drafts, one of them from right to left, have a longer line of status.
PAIRS = [
    *(("present", f"{one}+{other}") for one, other in sample(permutations(LANGUAGES, 2), 2)),
    ("present", "ar+es"),
    *(("steps", f"{one}+{other}") for one, other in sample(permutations(LANGUAGES, 2), 1, seed="steps")),
]
VISIBLE = (
    "all => all.filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => one.textContent.trim())"
)


def squeezed(text):
    return "".join(text.split())


def presented(look, name, lang, viewport=WALL):
    page = look(f"/{lang}/{name}", viewport=viewport)
    if name == "steps":
        page.click("[data-show=one]")
    return page


@pytest.mark.parametrize(("name", "lang"), sample([*in_english_and_another(["present", "steps"]), *PAIRS], 1))
def test_each_slide_fits_the_screen_and_all_its_words_are_shown(look, name, lang):
    page = presented(look, name, lang)
    wanted = {squeezed(text) for text in page.evaluate(PAIRED if "+" in lang else TEXTS)}
    assert len(wanted) > 9
    for size in SIZES:
        page.set_viewport_size(size)
        page.wait_for_function("(width) => innerWidth === width", arg=size["width"])
        found = page.evaluate(TOO_LONG)
        assert found["tooLong"] == [], size
        assert found["slides"] == page.locator("[data-slide]").count()
        shown = squeezed(" ".join(found["shown"]))
        assert [text for text in wanted if text not in shown] == [], size


def test_a_slide_that_is_too_long_would_be_found(look):
    page = presented(look, "present", "en", ZOOMED)
    page.evaluate(
        "document.querySelector('#slide-truth').after(Object.assign(document.createElement('p'),"
        " { textContent: 'word '.repeat(400) }))"
    )
    assert page.evaluate(TOO_LONG)["tooLong"] != []


@pytest.mark.whole
def test_two_languages_stand_side_by_side_at_200_percent_too(look):
    page = presented(look, "present", "en+ar", ZOOMED)
    one, other = (page.locator(f"h2 [lang={lang}] >> visible=true").bounding_box() for lang in ("en", "ar"))
    assert one["y"] == other["y"]
    assert one["x"] + one["width"] <= other["x"]


def turn_until(page, key, arrived):
    for _ in range(60):
        if arrived():
            return
        page.keyboard.press(key)
    pytest.fail("the page that was looked for never came")


@pytest.mark.whole
def test_what_belongs_together_is_split_only_where_the_smallest_type_is_too_large(look):
    page = presented(look, "present", "en", ZOOMED)
    page.evaluate("document.querySelector('article .step-more').textContent = 'word '.repeat(80)")
    turn_until(page, "PageDown", lambda: page.locator("article .step >> visible=true").count())
    assert page.locator("article .step-more >> visible=true").count() == 0
    page.keyboard.press("PageDown")
    assert page.locator("article .step-more >> visible=true").count() == 1
    assert page.evaluate(TOO_LONG)["tooLong"] == []


def test_a_warning_begins_with_its_title_and_what_to_do(look, library):
    page = presented(look, "present", "en")
    turn_until(page, "ArrowRight", lambda: page.locator("article[data-slide] >> visible=true").count())
    item = library.guidelines["today"].findings[0]
    assert page.eval_on_selector_all("article h2", VISIBLE) == [item.title]
    assert page.eval_on_selector_all("article .step", VISIBLE) == [item.step]
    assert page.eval_on_selector_all("article .passage > *", VISIBLE) == []
    title, step = (page.locator(f"article {one} >> visible=true").bounding_box() for one in ("h2", ".step"))
    assert title["y"] < step["y"]
    page.keyboard.press("ArrowRight")
    assert page.eval_on_selector_all("article h2", VISIBLE) == [item.title]
    assert page.eval_on_selector_all("article .step", VISIBLE) == []
    assert page.eval_on_selector_all("article .passage > *", VISIBLE) != []
    assert page.evaluate("document.activeElement.checkVisibility() && document.activeElement !== document.body")


@pytest.mark.whole
def test_a_page_says_which_of_its_slide_it_is_and_back_goes_through_all(look):
    page = presented(look, "present", "en", ZOOMED)
    seen = [page.inner_text("[data-place]")]
    while not seen[-1].startswith("3 of"):
        page.keyboard.press("PageDown")
        seen.append(page.inner_text("[data-place]"))
    assert "this slide: 1 of" in seen[0]
    assert len(set(seen)) == len(seen) > 6
    back = [seen[-1]]
    for _ in seen[1:]:
        page.keyboard.press("PageUp")
        back.append(page.inner_text("[data-place]"))
    assert back == seen[::-1]


@pytest.mark.whole
def test_on_another_size_of_the_window_the_text_stays_in_sight(look):
    page = presented(look, "present", "en", ZOOMED)
    for _ in range(7):
        page.keyboard.press("PageDown")
    first = page.evaluate("document.activeElement.textContent")
    page.set_viewport_size(WALL)
    page.wait_for_function("innerWidth === 1280")
    assert first in page.eval_on_selector_all("[data-slide] *", VISIBLE)


def test_a_phone_held_upright_scrolls_and_has_no_pages(look):
    page = look("/en/present")
    page.keyboard.press("PageDown")
    assert page.inner_text("[data-place]").startswith("2 of ")
    assert "this slide" not in page.inner_text("[data-place]")
    assert page.locator(".header").is_visible()
    assert page.locator("[data-off]").count() == 0


@pytest.mark.whole
def test_all_slides_are_one_page_again_with_the_links_of_the_site(look):
    page = presented(look, "present", "en", ZOOMED)
    turn_until(page, "PageDown", lambda: page.inner_text("[data-place]").startswith("3 of"))
    assert page.locator(".brand >> visible=true").count() == 0
    page.keyboard.press("Escape")
    assert page.locator("[data-slide] >> visible=true").count() == page.locator("[data-slide]").count()
    assert page.locator("[data-off], [data-goes-on], [data-size]").count() == 0
    assert page.locator(".brand").is_visible()
    assert page.is_hidden(".steps-bar")
    page.click("[data-show=one]")
    assert page.locator("[data-slide] >> visible=true").count() == 1


def test_on_paper_a_slide_has_all_its_text(look):
    page = presented(look, "present", "en", ZOOMED)
    assert page.locator("section.slide [data-off]").count() > 0
    page.emulate_media(media="print")
    texts = page.eval_on_selector_all("section.slide p", "all => all.map((one) => one.checkVisibility())")
    assert len(texts) > 3
    assert all(texts)
