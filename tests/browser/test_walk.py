"""A complete walk, with script and without, and what the browser stores of it."""

import pytest
from support.answer_sets import EVERYTHING, partial
from support.browser_steps import (
    arrive,
    current,
    expected,
    fill,
    findings,
    follow,
    on_questions,
    result_on_device,
    tick,
    walk,
)
from support.sampling import sample

from guide.config import CHECKOUT
from guide.engine.explain import explain
from guide.loader.content import load

PERSONAS = load(CHECKOUT / "content").personas


@pytest.mark.parametrize("lang", sample(["en", "es"], 1))
def test_a_full_walk_without_script(open_page, library, lang):
    page = open_page(f"/{lang}/questions", script=False)
    fill(page, EVERYTHING)
    assert findings(page) == expected(explain(library, EVERYTHING))
    assert page.url.endswith(f"/{lang}/result")


@pytest.mark.parametrize("lang", sample(["en", "es"], 1, seed="with script"))
def test_a_full_walk_with_script(guide, library, lang):
    page = guide(lang)
    assert walk(page, EVERYTHING) == [question.id for question in library.questions]
    assert findings(page) == expected(explain(library, EVERYTHING))
    assert page.url.endswith(f"/{lang}/questions")


@pytest.mark.whole  # a full walk, the rules in the browser and the documents of both stay in `make test`
@pytest.mark.parametrize("id", PERSONAS)
def test_a_persona_gets_the_same_result_with_script(guide, library, id):
    page = guide()
    walk(page, PERSONAS[id].answers)
    assert findings(page) == expected(explain(library, PERSONAS[id].answers))


@pytest.mark.whole  # as above
@pytest.mark.parametrize("id", PERSONAS)
def test_a_persona_gets_the_same_result_without_script(open_page, library, id):
    page = open_page("/es/questions", script=False)
    fill(page, PERSONAS[id].answers)
    assert findings(page) == expected(explain(library, PERSONAS[id].answers))


@pytest.mark.parametrize("seed", sample(range(5), 1))
def test_the_script_asks_what_the_walk_asks(guide, library, seed):
    answers = partial(library, seed)
    assert walk(guide(), answers) == list(explain(library, answers).asked)


def test_the_walk_finishes_after_the_network_is_cut(guide, library):
    page = guide()
    page.context.set_offline(True)
    walk(page, EVERYTHING)
    assert findings(page) == expected(explain(library, EVERYTHING))


def test_without_script_follow_ups_show_only_when_they_are_asked(open_page):
    page = open_page("/en/questions", script=False)
    assert page.is_hidden("#q-offense")
    page.check("[name=police][value=arrest]")
    assert page.is_visible("#q-offense")
    assert page.is_hidden("#q-level")
    page.check("[name=police][value=conviction]")
    assert page.is_visible("#q-level")


def test_back_and_forward_of_the_browser_step_through_the_questions(guide):
    page = guide()
    page.click("[data-move=next]")
    tick(page, "for", ["me"])
    page.click("[data-move=next]")
    assert current(page) == "proceedings"
    page.go_back()
    arrive(page, "for")
    assert page.is_checked("[name=for][value=me]")
    page.go_forward()
    arrive(page, "proceedings")


@pytest.mark.whole
def test_back_from_the_result_returns_to_the_last_question(guide):
    page = guide()
    asked = walk(page, {})
    page.go_back()
    arrive(page, asked[-1])


def test_enter_goes_on(guide):
    page = guide()
    page.focus("[name=held][value=no]")
    page.keyboard.press("Enter")
    assert current(page) == "for"


def test_focus_moves_to_the_new_question_and_progress_is_announced(guide):
    page = guide()
    page.click("[data-move=next]")
    before = page.inner_text("[data-progress]")
    page.click("[data-move=next]")
    assert page.evaluate("document.activeElement.closest('[data-question]')?.dataset.question") == "proceedings"
    assert page.evaluate("document.activeElement.tagName") == "LEGEND"
    after = page.text_content("[data-progress][role=status]")
    assert after != before
    assert after.startswith("Part 2 of 4")


@pytest.mark.whole
def test_focus_moves_to_the_heading_of_the_result(guide):
    page = guide()
    result_on_device(page, {})
    assert page.evaluate("document.activeElement.tagName") == "H1"


def test_skip_clears_the_question(guide):
    page = guide()
    tick(page, "held", ["yes"])
    page.click("[data-move=skip]")
    assert not page.is_checked("[name=held][value=yes]")
    assert current(page) == "for"


def test_none_and_other_ticks_exclude_each_other(guide):
    page = guide()
    page.click("[data-move=next]")
    page.click("[data-move=next]")
    tick(page, "proceedings", ["court-open", "none"])
    assert not page.is_checked("[name=proceedings][value=court-open]")
    tick(page, "proceedings", ["court-open"])
    assert not page.is_checked("[name=proceedings][value=none]")


def test_the_language_changes_on_the_device_at_the_same_step_with_the_same_ticks(guide, library):
    page = guide("en")
    tick(page, "held", ["yes"])
    page.click("[data-move=next]")
    tick(page, "for", ["family"])
    page.click(".languages summary")
    page.click("[data-language=es]")
    page.wait_for_selector("html[lang=es]")
    assert current(page) == "for"
    assert page.is_checked("[name=for][value=family]")
    assert page.is_checked("[name=held][value=yes]")
    walk(page, {"for": ["family"]})
    assert findings(page) == expected(explain(library, {"held": ("yes",), "for": ("family",)}))


@pytest.mark.whole
def test_the_language_of_the_result_changes_on_the_device(guide):
    page = guide("en")
    result_on_device(page, {"held": ["yes"]})
    before = findings(page)
    page.click(".languages summary")
    page.click("nav [data-language=es]")
    page.wait_for_selector("html[lang=es] [data-view=result]")
    assert findings(page) == before


def test_offline_the_language_does_not_change_and_the_page_says_so(guide):
    page = guide("en")
    tick(page, "held", ["no"])
    page.context.set_offline(True)
    page.click(".languages summary")
    page.click("[data-language=es]")
    page.wait_for_selector("[data-offline]:not([hidden])")
    assert page.is_checked("[name=held][value=no]")


def test_without_script_the_language_of_form_and_result_changes_with_its_ticks(open_page, library):
    page = open_page("/en/questions", script=False)
    tick(page, "held", ["yes"])
    page.click(".languages summary")
    follow(page, "button[data-language=es]")
    assert page.is_checked("[name=held][value=yes]")
    follow(page, "button[type=submit].button >> visible=true")
    before = findings(page)
    page.click(".languages summary")
    follow(page, "nav button[data-language=en]")
    assert page.get_attribute("html", "lang") == "en"
    assert findings(page) == before == expected(explain(library, {"held": ("yes",)}))


@pytest.mark.whole
def test_without_script_answers_can_be_changed_with_their_ticks(open_page):
    page = open_page("/en/questions", script=False)
    fill(page, {"held": ["yes"], "family": ["provider"]})
    follow(page, "#answers button[type=submit]")
    assert page.is_checked("[name=held][value=yes]")
    assert page.is_checked("[name=family][value=provider]")


@pytest.mark.whole
def test_with_script_answers_can_be_changed_with_their_ticks(guide):
    page = guide()
    result_on_device(page, {"held": ["yes"], "for": ["family"]})
    page.click("[data-move=change]")
    assert current(page) == "held"
    assert page.is_checked("[name=held][value=yes]")
    assert page.is_checked("[name=for][value=family]")


def test_start_again_clears_every_tick(guide):
    page = guide()
    result_on_device(page, {"held": ["yes"], "for": ["family"]})
    page.click("[data-move=restart]")
    page.click("[data-again]")
    assert current(page) == "held"
    assert not page.is_checked("[name=held][value=yes]")
    assert not page.is_checked("[name=for][value=family]")


def test_a_reload_starts_empty(guide):
    page = guide()
    tick(page, "held", ["yes"])
    page.click("[data-move=next]")
    page.reload()
    page.wait_for_selector("form[data-runs=device]")
    assert current(page) == "held"
    assert not page.is_checked("[name=held][value=yes]")


@pytest.mark.whole
def test_a_warning_that_was_left_out_opens_in_its_place(guide):
    page = guide()
    page.context.set_offline(True)
    result_on_device(page, {"proceedings": ["none"]})
    page.click("[data-piece=left-out] summary")
    page.click('[data-left-out="today/now/check-in"] a')
    assert page.is_visible('[data-left-out="today/now/check-in"] .passage')


@pytest.mark.whole
def test_links_in_the_result_do_not_change_the_url(guide):
    page = guide()
    result_on_device(page, {"held": ["yes"]})
    page.click("#first summary")
    page.click("#first .cited a >> nth=0")
    assert "#" not in page.url


def test_the_server_handles_the_form_until_the_explanations_are_loaded(open_page, library):
    page = open_page("/en/help")
    page.route("**/questions/today.html", lambda route: route.abort())
    page.goto("/en/questions")
    page.wait_for_load_state("networkidle")
    assert page.get_attribute("#guide", "data-runs") == "server"
    assert page.is_visible(".highlight.on-server")
    fill(page, {"held": ["yes"]})
    assert findings(page) == expected(explain(library, {"held": ("yes",)}))


def test_after_a_failure_nothing_is_posted_and_the_ticks_are_still_there(guide):
    page = guide()
    posts = []
    page.on("request", lambda request: posts.append(request.method) if request.method == "POST" else None)
    tick(page, "held", ["yes"])
    page.evaluate("document.querySelector('.progress').remove(); document.querySelector('[data-progress]').remove()")
    page.click("[data-move=next]")
    assert page.is_visible("[data-failure]")
    assert page.is_checked("[name=held][value=yes]")
    assert page.is_visible("#q-relief")
    page.focus("[name=held][value=yes]")
    page.keyboard.press("Enter")
    assert on_questions(page)
    assert not posts
