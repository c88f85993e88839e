"""Small screens, 400 % zoom, letter spacing, touch targets: nothing is cut off, hidden or too small."""

import pytest
from support.answer_sets import EVERYTHING
from support.browser_steps import current, on_questions, onward, tick
from support.matrix import unfold
from support.sampling import sample
from support.scripts import CUT_OFF, SPACED, TOO_SMALL, WIDE
from support.site_pages import LANGUAGES

ZOOMED = {"width": 320, "height": 256}  # 1280 x 1024 at 400 %


def cramped(page):
    """What is too wide, cut off or too small: as the page stands, and with more space between letters and lines."""
    found = {}
    for spaced in (False, True):
        if spaced:
            page.evaluate(SPACED)
        faults = [page.evaluate(WIDE) > ZOOMED["width"], page.evaluate(CUT_OFF), page.evaluate(TOO_SMALL)]
        found |= {spaced: faults} if any(faults) else {}
    page.evaluate("document.adoptedStyleSheets = []")
    return found


@pytest.mark.parametrize("lang", sample(LANGUAGES, 1))
@pytest.mark.whole
def test_a_whole_walk_at_four_hundred_percent(guide, library, lang):
    page = guide(lang, viewport=ZOOMED, reduced_motion="reduce")
    looked_at = sample([question.id for question in library.questions], 4)
    while on_questions(page):
        question = current(page)
        unfold(page)
        tick(page, question, EVERYTHING[question])
        if question in looked_at:
            assert cramped(page) == {}, question
        page.click(onward(page))
    unfold(page)
    assert cramped(page) == {}


def test_the_exit_button_leaves_space_to_read_at_four_hundred_percent(guide):
    page = guide(viewport=ZOOMED)
    page.mouse.wheel(0, 300)
    box = page.locator(".exit").bounding_box()
    assert box["y"] + box["height"] <= ZOOMED["height"] / 4
    assert box["width"] <= ZOOMED["width"] * 0.6


@pytest.mark.parametrize(
    ("wrong", "script"),
    [
        ("main.append(Object.assign(document.createElement('p'), { className: 'row', textContent: 'x'.repeat(99) }));"
         "main.lastChild.attributeStyleMap.set('overflow-wrap', 'normal')", CUT_OFF),
        ("document.querySelector('h1').attributeStyleMap.set('height', '5px')", CUT_OFF),
        ("document.querySelector('.button').attributeStyleMap.set('min-block-size', '20px')", TOO_SMALL),
    ],
)  # fmt: skip
def test_a_problem_would_be_found(open_page, wrong, script):
    page = open_page("/en/nothing-here", viewport={"width": 320, "height": 640})
    assert page.evaluate(script) == []
    page.evaluate(wrong)
    assert page.evaluate(script) != []
