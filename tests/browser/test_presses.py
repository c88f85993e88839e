"""How many doors and buttons are pressed from the start page to the result. Ticks are not counted."""

import pytest
from support.answer_sets import EVERYTHING
from support.browser_steps import current, findings, on_questions, tick
from support.sampling import sample

from guide.engine.explain import explain
from guide.engine.question_order import of_today

PHONE = {"width": 360, "height": 740}
DOOR = "main a.door[href$='/questions']"


class Presses:
    """A page, and how often something was pressed on it."""

    def __init__(self, page):
        self.page, self.count = page, 0

    def press(self, selector):
        self.page.click(selector)
        self.count += 1


@pytest.fixture
def home(open_page):
    def start(lang):
        presses = Presses(open_page(f"/{lang}/", viewport=PHONE))
        presses.press(DOOR)
        presses.page.wait_for_selector("form[data-runs=device]")
        return presses

    return start


@pytest.mark.parametrize("lang", sample(["en", "es"], 1))
def test_three_presses_lead_to_the_result_with_everything_skipped(home, lang):
    presses = home(lang)
    presses.press("form [data-move=now]")
    presses.page.wait_for_selector("main > [data-view=result]")
    assert presses.count <= 3


@pytest.mark.parametrize("police", sample(["none", "conviction"], 1))
def test_twelve_presses_answer_every_question_of_today(home, library, police):
    presses, asked = home("en"), []
    answers = {id: ticked for id, ticked in EVERYTHING.items() if id in of_today(library)} | {"police": [police]}
    while on_questions(presses.page):
        asked.append(current(presses.page))
        tick(presses.page, asked[-1], answers[asked[-1]])
        presses.press("form [data-move=next]")
    assert presses.count <= 12
    assert set(asked) == of_today(library) - ({"offense"} if police == "none" else set())
    outcomes = explain(library, {id: tuple(answers[id]) for id in asked}).outcomes
    assert findings(presses.page).keys() == {f"{set}/{id}" for set, found in outcomes.items() for id in found}


def test_after_the_questions_of_today_the_reader_chooses(guide):
    page = guide()
    while page.is_hidden("form [data-move=more]"):
        page.click("form [data-move=next]")
    assert current(page) == "rights"
    assert page.inner_text("form [data-move=next]") == "See what to do now"
    assert page.inner_text("form [data-move=more]") == "More questions about the old rules: 5"
    page.click("form [data-move=more]")
    assert current(page) == "family"


@pytest.mark.whole
def test_the_old_questions_are_counted_as_they_would_be_asked_now(guide):
    page = guide()
    while page.is_hidden("form [data-move=more]"):
        tick(page, current(page), {"time": ["2-to-3"], "police": ["conviction"]}.get(current(page), ()))
        page.click("form [data-move=next]")
    assert page.inner_text("form [data-move=more]").endswith(": 8")
    page.click("form [data-move=next]")
    assert page.inner_text("main [data-more-old]").endswith(": 8")
    page.click("main [data-more-old] button")
    assert current(page) == "since-2020"
    page.click("form [data-move=now]")
    assert page.is_visible("main > [data-view=result]")
