"""axe-core finds no violations on pages, questions and results, in every language and mode."""

import pytest
from support.answer_sets import EVERYTHING
from support.axe import violations
from support.browser_steps import current, fill, on_questions, onward, result_on_device, tick
from support.matrix import MODES, cells, unfold
from support.sampling import WHOLE, sample
from support.site_pages import LANGUAGES, LIBRARY

RESULTS = {
    "held": {"held": ["yes"], "proceedings": ["court-open"], "time": ["5-to-10"], "family": ["caregiver"]},
    "everything skipped": {},
    "nothing fits": {"held": ["no"], "proceedings": ["none"], "rights": ["none"], "police": ["none"]},
    "much": LIBRARY.personas["nearly-every-topic-ticked"].answers,
}


FRAMED = ("", "questions", "explain", "explain/today", "help", "privacy")
PAIRED = ("explain", "explain/2021-guidelines", "review", "help", "handout")


@pytest.mark.parametrize(("name", "lang", "modes"), cells(sample(FRAMED, 1, seed=1)))
@pytest.mark.whole
def test_axe_finds_nothing_on_a_framed_page(visit, name, lang, modes):
    assert violations(visit(f"/embed/{lang}/{name}"), modes) == []


@pytest.mark.parametrize(("name", "lang", "modes"), cells(sample(PAIRED, 1)))
def test_axe_finds_nothing_on_a_pair(visit, name, lang, modes):
    assert violations(visit(f"/{lang}+{'es' if lang == 'en' else 'en'}/{name}"), modes) == []


def test_axe_would_find_a_violation(open_page):
    page = open_page("/en/nothing-here", reduced_motion="reduce")
    page.evaluate("document.querySelector('main p').attributeStyleMap.set('color', 'silver')")
    assert [id for _, _, id, _ in violations(page, [(320, "light")])] == ["color-contrast"]


@pytest.mark.whole
def test_axe_would_find_a_problem_in_the_last_of_many_entries(open_page):
    page = open_page("/en/help", reduced_motion="reduce")
    unfold(page)
    page.evaluate("[...document.querySelectorAll('article bdi')].at(-1).attributeStyleMap.set('color', 'silver')")
    before = page.content()
    assert [id for _, _, id, _ in violations(page, [(320, "light")])] == ["color-contrast"]
    assert page.content() == before  # what was taken out is back


def test_axe_finds_nothing_where_the_language_is_chosen(visit):
    assert violations(visit("/"), sample(MODES, 1)) == []


@pytest.mark.parametrize("lang", sample(LANGUAGES, 1))
@pytest.mark.whole
def test_axe_finds_nothing_on_a_question(guide, lang):
    page = guide(lang, reduced_motion="reduce")
    unfold(page)
    seen, looked_at = [], sample([question.id for question in LIBRARY.questions], 1)
    while on_questions(page):
        question = current(page)
        tick(page, question, EVERYTHING[question])
        if question in looked_at:
            assert violations(page, sample(MODES, 1, seed=question)) == [], question
        page.click(onward(page))
        seen.append(question)
    assert seen == [question.id for question in LIBRARY.questions]


@pytest.mark.parametrize(("name", "lang", "modes"), cells(sample(RESULTS, 1)))
def test_axe_finds_nothing_on_a_result(guide, name, lang, modes):
    page = guide(lang, reduced_motion="reduce")
    result_on_device(page, RESULTS[name])
    unfold(page)
    assert violations(page, modes) == []


def by_the_server(open_page, lang):
    """The form as it is where the script cannot run it, with the script of axe let in."""
    page = open_page("about:blank", reduced_motion="reduce")
    page.route("**/questions/today.html", lambda route: route.abort())
    page.goto(f"/{lang}/questions")
    return page


def result_by_the_server(open_page, lang):
    page = by_the_server(open_page, lang)
    fill(page, RESULTS["held"])
    return page


def without_a_connection(open_page, lang):
    page = open_page(f"/{lang}/questions", reduced_motion="reduce")
    page.wait_for_selector("form[data-runs=device]")
    page.context.set_offline(True)
    page.click(".languages summary")
    page.click("nav [data-language]:not([aria-current])")
    page.wait_for_selector("[data-offline]:not([hidden])")
    return page


def after_a_failure(open_page, lang):
    page = open_page(f"/{lang}/questions", reduced_motion="reduce")
    page.wait_for_selector("form[data-runs=device]")
    page.evaluate("document.querySelector('[data-progress]').remove()")
    page.click("[data-move=next]")
    page.wait_for_selector("[data-failure]:not([hidden])")
    return page


def help_where_little_fits(open_page, lang):
    page = open_page(f"/{lang}/help", reduced_motion="reduce")
    page.select_option("[data-filter=states]", "GU")
    page.select_option("[data-filter=serves]", "detained")
    return page


def a_day_is_chosen(open_page, lang):
    page = open_page(f"/{lang}/timeline", reduced_motion="reduce")
    page.fill("#chosen-day", "2030-01-01")
    return page


STATES = {
    "the form by the server": by_the_server,
    "the result by the server": result_by_the_server,
    "no connection": without_a_connection,
    "a failure": after_a_failure,
    "little help fits": help_where_little_fits,
    "a day is chosen": a_day_is_chosen,
}


# The result of the server is the document that the device makes (test_same_document), which is looked at above.
SAME_ON_DEVICE = {"the result by the server"}


@pytest.mark.parametrize(
    ("name", "lang", "modes"), cells(sample([name for name in STATES if WHOLE or name not in SAME_ON_DEVICE], 2))
)
def test_axe_finds_nothing_in_a_state(open_page, name, lang, modes):
    page = STATES[name](open_page, lang)
    unfold(page)
    assert violations(page, modes) == []
