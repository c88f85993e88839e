"""One question on a phone: it begins near the top, Next is in sight, and no number jumps."""

import pytest
from support.answer_sets import EVERYTHING
from support.browser_steps import current, on_questions, onward, tick
from support.sampling import WHOLE

PHONE = {"width": 360, "height": 740}
LEGEND = "[data-question]:not([hidden]) legend"
NEXT = "form [data-move=next]"
EDGES = """(both) => {
  const [legend, next] = both.map((each) => document.querySelector(each).getBoundingClientRect());
  return [legend.top, next.bottom];
}"""


def steps(page):
    """Each question that is asked, on the screen."""
    while on_questions(page):
        yield current(page)
        tick(page, current(page), EVERYTHING[current(page)])
        page.click(onward(page))


# Spanish words are longer; the progress below is read on an English walk.
@pytest.mark.parametrize("lang", ["es", *(["en", "ar", "zh-Hans"] if WHOLE else [])])
def test_each_question_begins_near_the_top_and_next_is_in_sight(guide, library, lang):
    page = guide(lang, viewport=PHONE)
    found = {question: page.evaluate(EDGES, [LEGEND, NEXT]) for question in steps(page)}
    assert list(found) == [question.id for question in library.questions]
    assert {id: top for id, (top, _) in found.items() if not 0 < top <= 180} == {}
    assert {id: bottom for id, (_, bottom) in found.items() if bottom > PHONE["height"]} == {}


@pytest.mark.whole
def test_the_progress_counts_parts_and_no_questions(guide, library):
    page = guide("en", viewport=PHONE)
    told = {}
    for question in steps(page):
        told.setdefault(page.text_content("[data-progress]"), []).append(library.question(question).part)
    titles = {part.id: part.title for part in library.parts}
    parts = [f"Part {at} of 4: {titles[id]}" for at, id in enumerate(("now", "court", "arrival", "police"), 1)]
    assert list(told) == [*parts, "Old rules: no protection today"]
    assert all(len(set(ids)) == 1 for ids in told.values())


@pytest.mark.whole
def test_no_tile_stands_beside_a_question_on_a_phone_but_on_a_desk(guide):
    assert guide(viewport=PHONE).is_hidden(f"{LEGEND} .tile")
    assert guide(viewport={"width": 1280, "height": 800}).is_visible(f"{LEGEND} .tile")


@pytest.mark.parametrize(("height", "stays"), [(740, True), (479, False), (320, False)])
@pytest.mark.whole
def test_next_lets_go_on_low_screens(guide, height, stays):
    page = guide("es", viewport={"width": 360, "height": height})
    page.click(NEXT)
    page.click(NEXT)
    assert (page.evaluate(EDGES, [LEGEND, NEXT])[1] <= height) is stays


@pytest.mark.whole
def test_next_lets_go_where_letters_are_huge(browser, url):
    """The font of the browser is twice as big: a reader of 740 px sees as much as one of 370 px."""
    context = browser.new_context(base_url=url, viewport=PHONE)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 32}})
    page.goto("/es/questions")
    page.wait_for_selector("form[data-runs=device]")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert page.eval_on_selector(".foot", "foot => getComputedStyle(foot).position") == "static"
    context.close()


@pytest.mark.parametrize("lang", ["es", "ar"])
@pytest.mark.whole
def test_a_draft_is_named_in_one_line_that_opens(guide, library, lang):
    page = guide(lang, viewport=PHONE)
    for _ in range(3):
        line = page.locator(".draft-line > summary")
        assert line.is_visible()
        assert page.locator(".questions > .draft").is_hidden()
        assert page.locator(".draft-line .draft").is_hidden()
        page.click(NEXT)
    line.click()
    assert page.is_visible(".draft-line .draft [data-language=en]")


@pytest.mark.whole
def test_on_paper_a_draft_has_its_whole_note(guide):
    page = guide("es")
    page.emulate_media(media="print")
    assert page.locator(".questions > .draft").is_visible()


@pytest.mark.parametrize("question", ["held", "proceedings"])
@pytest.mark.whole
def test_next_with_nothing_chosen_skips(guide, question):
    page = guide()
    while current(page) != question:
        page.click(NEXT)
    assert not page.query_selector_all(f"[name={question}]:checked")
    page.click(NEXT)
    assert current(page) != question
    assert page.is_hidden("[data-failure]")


@pytest.mark.parametrize("width", [320, 360])
def test_no_tick_is_covered_by_next(guide, width):
    page = guide("es", viewport={"width": width, "height": 740}, reduced_motion="reduce")
    for _ in range(2):
        page.click(NEXT)
    assert current(page) == "proceedings"
    foot = page.locator(".foot")
    for _ in range(12):
        page.keyboard.press("Tab")
        box = page.evaluate(
            """() => { const { top, bottom } = document.activeElement.getBoundingClientRect();
              return document.activeElement.matches("fieldset input") ? [top, bottom] : null; }"""
        )
        if box:
            assert box[1] <= foot.bounding_box()["y"]
