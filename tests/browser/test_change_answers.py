"""The list of answers leads to each question and back, and the answers leave no trace on the way."""

import pytest
from playwright.sync_api import expect
from support.browser_steps import arrive, current, fill, findings, follow, on_questions, result_on_device, tick
from support.sampling import sample

from guide.engine.explain import explain

ANSWERS = {"held": ["no"], "status": ["tps-or-parole", "daca"], "time": ["2-to-3"], "family": ["provider"]}
LIST = "#your-answers"
NEXT = "form [data-move=next]"
ROWS = """rows => Object.fromEntries(rows.map(row =>
  [row.dataset.answer, [...row.querySelectorAll("[data-option]")].map(each => each.dataset.option)]))"""


def change(id):
    return f"{LIST} [data-change='{id}']"


def listed(page):
    return page.eval_on_selector_all(f"{LIST} [data-given] > div", ROWS)


def shown(library, answers):
    outcomes = explain(library, {id: tuple(ticked) for id, ticked in answers.items()}).outcomes
    return {f"{set}/{id}": each.verdict for set, found in outcomes.items() for id, each in found.items()}


@pytest.fixture
def result(guide):
    page = guide()
    result_on_device(page, ANSWERS)
    page.click(f"{LIST} summary")
    return page


def test_the_result_lists_each_answer_with_its_words(result, library):
    assert listed(result) == ANSWERS
    words = result.inner_text(f"{LIST} [data-answer=status]")
    tps, daca = "Temporary Protected Status (TPS), or immigration parole", "DACA, also when it ran out"
    assert words.split("\n")[:3] == ["Immigration papers", tps, daca]
    rows = f"{LIST} [data-skipped] [data-answer]"
    skipped = result.eval_on_selector_all(rows, "all => all.map(each => each.dataset.answer)")
    assert skipped == ["for", "proceedings", "entry", "police", "relief", "harm", "rights"]


@pytest.mark.parametrize(
    ("id", "options"),
    sample([("held", ["yes"]), ("status", ["green-card"]), ("time", ["over-10"]), ("family", ["caregiver"])], 2),
)
def test_two_presses_in_the_open_list_change_any_answer(result, library, id, options):
    result.click(change(id))
    assert current(result) == id
    assert result.inner_text(NEXT) == "Back to the result"
    for option in ANSWERS[id]:
        assert result.is_checked(f"[name='{id}'][value='{option}']")
    tick(result, id, options)
    result.click(NEXT)
    new = {**ANSWERS, id: [*(ANSWERS[id] if id in ("status", "family") else []), *options]}
    assert findings(result) == shown(library, new)
    assert {option for each in listed(result).values() for option in each} == {o for each in new.values() for o in each}
    assert result.evaluate("document.activeElement.dataset.change") == id


def test_a_skipped_question_is_answered_and_leads_back(result, library):
    result.click(change("proceedings"))
    tick(result, "proceedings", ["missed-hearing"])
    result.click(NEXT)
    assert findings(result) == shown(library, {**ANSWERS, "proceedings": ["missed-hearing"]})
    assert result.is_visible(change("proceedings"))


@pytest.mark.whole
def test_a_question_that_a_new_answer_brings_up_comes_before_the_way_back(result):
    result.click(change("police"))
    tick(result, "police", ["arrest"])
    result.click(NEXT)
    assert current(result) == "offense"
    tick(result, "offense", ["theft"])
    result.click(NEXT)
    assert listed(result)["offense"] == ["theft"]


@pytest.mark.whole
def test_skip_clears_the_answer_and_leads_back(result, library):
    result.click(change("time"))
    result.click("form [data-move=skip]")
    assert not on_questions(result)
    assert "time" not in listed(result)


@pytest.mark.whole
def test_back_of_the_browser_leads_back_too_and_the_next_walk_is_whole(result):
    result.click(change("time"))
    result.go_back()
    result.wait_for_selector("main > [data-view=result]")
    result.click("[data-move=change]")
    assert current(result) == "held"
    assert result.inner_text(NEXT) == "Next"
    result.click(NEXT)
    assert current(result) == "for"


@pytest.mark.whole
def test_from_a_question_the_list_leads_to_another_and_back(guide):
    page = guide()
    assert page.is_hidden("[data-so-far]")
    tick(page, "held", ["no"])
    for _ in range(4):
        page.click(NEXT)
    assert current(page) == "entry"
    assert not page.is_visible("[data-so-far] [data-answer]")
    page.click("[data-so-far] summary")
    page.click("[data-so-far] [data-change=held]")
    assert current(page) == "held"
    assert page.is_checked("[name=held][value=no]")
    assert page.is_hidden("[data-so-far]")
    page.click(NEXT)
    assert current(page) == "entry"
    assert page.evaluate("document.activeElement.tagName") == "LEGEND"
    page.click(NEXT)
    assert current(page) == "time"


@pytest.mark.whole
def test_where_the_reader_was_may_no_longer_be_asked(guide):
    page = guide()
    while current(page) != "offense":
        tick(page, current(page), {"police": ["arrest"]}.get(current(page), ()))
        page.click(NEXT)
    page.click("[data-so-far] summary")
    page.click("[data-so-far] [data-change=police]")
    tick(page, "police", ["none"])
    page.click(NEXT)
    assert current(page) == "relief"


def test_no_trace_in_address_title_history_or_storage(result):
    def traces():
        return result.evaluate(
            """[location.href, document.title, JSON.stringify(Object.keys(history.state)),
                localStorage.length, sessionStorage.length, document.cookie]"""
        )

    before = traces()
    result.click(change("status"))
    assert [traces()[at] for at in (0, 2, 3, 4, 5)] == [before[at] for at in (0, 2, 3, 4, 5)]
    assert result.title().startswith("Questions - ")
    result.click(NEXT)
    assert traces() == before


@pytest.mark.whole
def test_the_list_is_neither_printed_nor_read_aloud(result):
    assert result.locator(LIST).get_attribute("data-silent") == ""
    result.emulate_media(media="print")
    assert result.is_hidden(LIST)
    assert not result.is_visible(f"{LIST} [data-option]")


def test_the_list_so_far_is_not_printed_and_is_gone_when_the_page_is_left(guide):
    page = guide()
    tick(page, "held", ["no"])
    page.click(NEXT)
    page.click("[data-so-far] summary")
    page.emulate_media(media="print")
    assert page.is_hidden("[data-so-far]")
    page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert not page.query_selector("[data-so-far] [data-answer]")


@pytest.mark.whole
def test_the_list_changes_its_language_with_the_page(result):
    result.click(".languages summary")
    result.click("nav [data-language=es]")
    result.wait_for_selector("html[lang=es] [data-view=result]")
    assert listed(result) == ANSWERS
    result.click(f"{LIST} summary")
    assert result.inner_text(change("time")).startswith("Cambiar")


@pytest.mark.whole
def test_in_a_frame_back_leads_back_to_the_result(framed):
    _, frame, _ = framed("/embed/en/questions")
    frame.wait_for_selector("form[data-runs=device]")
    result_on_device(frame, ANSWERS)
    frame.click(f"{LIST} summary")
    frame.click(change("held"))
    assert current(frame) == "held"
    frame.click(NEXT)
    assert not on_questions(frame)
    frame.click("[data-more-old] button")
    assert current(frame) == "since-2020"


@pytest.mark.parametrize("lang", sample(["en", "es"], 1))
def test_without_script_two_presses_change_an_answer(open_page, library, lang):
    page = open_page(f"/{lang}/questions", script=False)
    fill(page, ANSWERS)
    assert listed(page) == ANSWERS
    page.click(f"{LIST} summary")
    follow(page, change("status"))
    assert page.url.endswith("/questions#q-status")
    for id, options in ANSWERS.items():
        for option in options:
            assert page.is_checked(f"[name='{id}'][value='{option}']")
    expect(page.locator("#q-status legend")).to_be_in_viewport()
    page.check("[name=status][value=green-card]")
    follow(page, "[data-ends=today]")
    assert findings(page) == shown(library, {**ANSWERS, "status": [*ANSWERS["status"], "green-card"]})


def test_without_script_the_result_leads_to_the_old_questions(open_page):
    page = open_page("/en/questions", script=False)
    fill(page, ANSWERS)
    assert page.inner_text("[data-more-old]").endswith(": 5")
    follow(page, "[data-more-old] button")
    assert page.url.endswith("/questions#old-rules")
    assert page.is_checked("[name=family][value=provider]")


@pytest.mark.whole
def test_browser_history_goes_on_after_a_change(result):
    result.click(change("held"))
    result.click(NEXT)
    result.go_back()
    arrive(result, "held")
    assert result.inner_text(NEXT) == "Next"
