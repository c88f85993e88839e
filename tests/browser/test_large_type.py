"""The largest type of a phone of 320 px, by its own setting or by zoom: nothing is too wide or leaves its button."""

import pytest
from support.answer_sets import EVERYTHING
from support.browser_steps import current, on_questions, onward, result_on_device, tick
from support.matrix import unfold
from support.sampling import each_once, sample
from support.scripts import WIDE, script
from support.site_pages import LANGUAGES

NARROW = {"width": 320, "height": 640}
FONTS = (32, 24)
OUTSIDE = script("outside_its_button")
BROKEN_WORDS = script("broken_words")
SPACED_OUT = [lang for lang in LANGUAGES if lang != "zh-Hans"]
NAMES = [
    *["", "held", "officers", "papers", "plan", "steps", "help", "explain", "rules", "timeline", "sources"],
    *["advocates", "clinics", "handout", "question-sheet", "present"],
]


@pytest.fixture(scope="module")
def large(browser, url):
    """One tab whose letters have another size, for all tests here."""
    context = browser.new_context(base_url=url, viewport=NARROW, reduced_motion="reduce")
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Page.enable")

    def go(path, font, height=NARROW["height"]):
        session.send("Page.setFontSizes", {"fontSizes": {"standard": font, "fixed": font}})
        page.set_viewport_size({**NARROW, "height": height})
        page.goto(path)
        assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == font
        return page

    yield go
    context.close()


def faults(page):
    wide = page.evaluate(WIDE)
    return [*([wide] if wide > NARROW["width"] else []), *page.evaluate(OUTSIDE)]


@pytest.mark.parametrize(("name", "lang", "font"), sample(each_once(NAMES, LANGUAGES, FONTS), 5))
def test_nothing_is_too_wide_or_outside_of_its_button(large, name, lang, font):
    page = large(f"/{lang}/{name}", font)
    assert faults(page) == []
    unfold(page)
    assert faults(page) == []


# Chinese has no spaces between its words, so a line may end within them.
@pytest.mark.parametrize(("name", "lang"), each_once(["", "timeline", "papers", "steps", "questions"], SPACED_OUT))
def test_no_word_of_a_title_a_menu_or_a_step_is_cut_in_the_middle(large, name, lang):
    page = large(f"/{lang}/{name}", 32)
    assert page.evaluate(BROKEN_WORDS) == []


def test_a_word_that_is_cut_would_be_found(large):
    page = large("/en/steps", 32)
    page.evaluate("document.querySelector('h1').textContent = 'Deportationproceedings'")
    assert page.evaluate(BROKEN_WORDS) == ["Deportationproceedings"]


def test_the_line_about_a_draft_does_not_lie_on_the_progress(large):
    page = large("/es/questions", 32)
    page.wait_for_selector("form[data-runs=device]")
    words = page.locator(".draft-line summary").bounding_box()
    assert words["y"] + words["height"] <= page.locator(".progress").bounding_box()["y"]


def test_the_first_step_of_the_result_is_not_far_down(large):
    page = large("/en/questions", 32)
    page.wait_for_selector("form[data-runs=device]")
    result_on_device(page, {"for": ["family"]})
    assert page.locator("[data-steps] > li").first.bounding_box()["y"] + page.evaluate("scrollY") <= 1000


@pytest.mark.parametrize(("lang", "font"), [(lang, 32) for lang in sample(LANGUAGES, 1)])
@pytest.mark.whole
def test_each_question_and_the_result(large, lang, font):
    page = large(f"/{lang}/questions", font)
    page.wait_for_selector("form[data-runs=device]")
    while on_questions(page):
        question = current(page)
        tick(page, question, EVERYTHING[question])
        assert faults(page) == [], question
        page.click(onward(page))
    assert faults(page) == []
    unfold(page)
    assert faults(page) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_stays_in_sight_leaves_most_of_the_screen(large, lang):
    page = large(f"/{lang}/help", 32, height=480)
    page.evaluate("window.scrollTo(0, 900)")
    button = page.locator(".exit").bounding_box()
    assert 0 <= button["y"] <= 10
    assert 44 <= button["height"] <= 480 / 5


@pytest.mark.parametrize(("name", "start", "sticks"), [
    ("present", None, ".steps-bar"), ("steps", "[data-show=one]", ".steps-bar"), ("questions", None, ".foot"),
])  # fmt: skip
def test_below_480_px_nothing_sticks_to_the_bottom(look, name, start, sticks):
    page = look(f"/en/{name}", viewport={"width": 360, "height": 640})
    if name == "questions":
        page.wait_for_selector("form[data-runs=device]")
    if start:
        page.click(start)
    position = f"getComputedStyle(document.querySelector('{sticks}')).position"
    assert page.evaluate(position) == "sticky"
    page.set_viewport_size({"width": 360, "height": 479})
    assert page.evaluate(position) == "static"


@pytest.mark.parametrize("wrong", ["'x'.repeat(60)", "'word '.repeat(99)"])
def test_text_outside_of_its_button_would_be_found(large, wrong):
    page = large("/en/steps", 32)
    page.evaluate(f"""() => {{
      const button = document.querySelector('main .button');
      button.textContent = {wrong};
      for (const [name, value] of [['white-space', 'nowrap'], ['overflow-wrap', 'normal']]) {{
        button.attributeStyleMap.set(name, value);
      }}
    }}""")
    assert faults(page) != []
