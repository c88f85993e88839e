"""Screen readers: names of landmarks and controls, and announcements."""

import re

import pytest
from playwright.sync_api import expect
from support.answer_sets import EVERYTHING
from support.browser_steps import current, on_questions, onward, result_on_device, tick
from support.html_checks import language_problems, problems
from support.landmarks import landmarks
from support.sampling import sample
from support.scripts import script
from support.site_pages import LANGUAGES

LISTEN = script("announcements")


def heard(page):
    page.wait_for_function("window.heard.length")
    return page.evaluate("window.heard")


def test_a_question_announces_its_position_name_and_answers(guide):
    page = guide()
    expect(page.locator("main")).to_match_aria_snapshot("""
      - status: /^Part 1 of 4/
      - region "Right now":
        - heading "Right now" [level=2]
        - group "Is someone being held by immigration or police right now?":
          - heading "Is someone being held by immigration or police right now?" [level=3]
          - radio "Yes"
          - radio "No"
          - radio "I am not sure"
      - button "Next"
      - button "Skip this question"
      - button "See what to do now"
    """)


def test_a_question_is_read_with_its_hint(guide, library):
    page = guide()
    hints = {question.id: question.hint for question in library.questions if question.hint}
    found = page.eval_on_selector_all(
        "fieldset[aria-describedby]",
        """all => Object.fromEntries(all.map((one) => [
          one.dataset.question, document.getElementById(one.getAttribute("aria-describedby")).textContent.trim()]))""",
    )
    assert found == hints


def test_a_result_announces_its_parts_in_order(guide):
    page = guide()
    result_on_device(page, {"held": ["yes"], "time": ["5-to-10"], "family": ["caregiver"]})
    expect(page.locator("main")).to_match_aria_snapshot("""
      - heading "What to do now" [level=1]
      - region "Do this first":
        - heading "Do this first" [level=2]
        - heading "If you or someone in your family is held right now" [level=3]
      - region "For everyone":
        - heading "For everyone" [level=2]
        - group:
          - heading "Stopped in a car, on the street or at work" [level=3]
      - region "Who can help":
        - heading "Who can help" [level=2]
        - paragraph:
          - link /Legal help by state/
      - region "Find out, or answer":
        - heading "Find out, or answer" [level=2]
        - group:
          - heading "Is there an old order, a missed court date or a deportation?" [level=3]
      - region /Old rules that ended/
      - region "Ways to ask for a review"
      - region "Sources"
      - region "Print, change, start again":
        - checkbox /Print my reasons, for my lawyer/
        - button "Print this page"
        - button "Change my answers"
    """)
    found = landmarks(page)
    assert len(found) == len(set(found))


def test_help_announces_who_runs_it_and_whom_it_serves_before_the_number(open_page):
    page = open_page("/en/help")
    expect(page.locator("main")).to_match_aria_snapshot("""
      - heading "Legal help" [level=1]
      - region "Show only what fits":
        - combobox "State"
        - combobox "Held?"
        - paragraph:
          - button "Show help in this state"
      - region "Check a court date":
        - heading "EOIR case status" [level=3]
        - paragraph:
          - text: /Run by the US government/
          - strong: "Before you call or click:"
        - paragraph:
          - strong: "Who can use it:"
        - list:
          - listitem:
            - link "1-800-898-7180"
    """)


@pytest.mark.parametrize(("move", "part"), [("next", 3), ("skip", 3), ("back", 2)])
@pytest.mark.whole
def test_each_step_is_announced_after_the_focus_has_moved(guide, move, part):
    page = guide()
    for _ in range(3):
        page.click("[data-move=next]")
    page.evaluate(LISTEN)
    page.focus(f"[data-move={move}]")
    page.evaluate(
        """document.addEventListener("focusin", ({ target }) => {
          window.then = [target.tagName, document.querySelector("[data-progress]").textContent];
        })"""
    )
    page.keyboard.press("Enter")
    page.wait_for_function("window.then")
    assert re.match(rf"status Part {part} of 4", heard(page)[-1])
    target, reported = page.evaluate("window.then")
    assert target == "LEGEND"
    assert reported.startswith("Part 2 of 4")


def test_no_connection_is_announced_and_the_focus_stays(guide):
    page = guide()
    page.evaluate(LISTEN)
    page.context.set_offline(True)
    page.click(".languages summary")
    page.click("[data-language=es]")
    page.wait_for_selector("[data-offline]:not([hidden])")
    assert "status There is no connection" in heard(page)[-1]
    assert page.evaluate("document.activeElement.dataset.language") == "es"


def test_a_failure_is_an_alert_with_a_link(guide):
    page = guide()
    page.evaluate("document.querySelector('[data-progress]').remove()")
    page.click("[data-move=next]")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("We could not make your guide. Your answers are still here.")
    expect(alert.get_by_role("link", name="Read everything")).to_be_visible()
    # The form is the server's again, with its own button.
    expect(page.locator("form[data-runs=server]")).to_be_visible()
    expect(alert.get_by_role("button", name="See what to do now")).to_be_visible()


@pytest.mark.whole
def test_a_new_language_is_announced(guide):
    page = guide()
    page.click("[data-move=next]")
    page.click(".languages summary")
    page.click("[data-language=es]")
    page.wait_for_selector("html[lang=es]")
    page.wait_for_function("document.activeElement.tagName === 'LEGEND'")
    assert page.title().startswith("Preguntas - ")
    assert page.inner_text("[role=status][data-progress]").startswith("Parte 1 de 4")


@pytest.mark.whole
def test_the_number_of_helpers_that_fit_is_announced(open_page):
    page = open_page("/en/help")
    page.evaluate(LISTEN)
    page.select_option("[data-filter=states]", "TX")
    page.click("#filter button")
    assert heard(page)[-1].startswith("status Entries that fit: ")


@pytest.mark.parametrize("lang", sample(LANGUAGES, 1))
@pytest.mark.whole
def test_the_html_of_the_script_is_as_valid_as_that_of_the_server(guide, library, lang):
    page = guide(lang)
    looked_at = sample([question.id for question in library.questions], 2, seed=lang)
    found = set()

    def look(where):
        html = page.content()
        found.update((where, problem) for problem in (*problems(html), *language_problems(html, library)))

    while on_questions(page):
        question = current(page)
        tick(page, question, EVERYTHING[question])
        if question in looked_at:
            look(question)
        page.click(onward(page))
    page.click("[data-piece=left-out] summary")
    page.click("[data-left-out] > a >> nth=0")
    look("result")
    assert not found


@pytest.mark.parametrize(
    ("lang", "name"),
    [(lang, name) for name in ("help", "timeline", "questions") for lang in sample(LANGUAGES, 1, seed=name)],
)
@pytest.mark.whole
def test_the_html_after_script_changes_is_valid(open_page, library, name, lang):
    page = open_page(f"/{lang}/{name}")
    page.wait_for_load_state("networkidle")
    html = page.content()
    assert problems(html) + list(language_problems(html, library)) == []
