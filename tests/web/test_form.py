"""The form and the result without script."""

import json
import re

import pytest
from lxml.html import document_fromstring
from support.answer_sets import partial
from support.html_checks import problems
from support.sampling import sample

from guide.engine.explain import explain
from guide.engine.question_order import of_today
from guide.engine.rules import to_plain

TICKED = re.compile(r"<input[^>]*\bchecked\b[^>]*>")
HIDDEN = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)"')
FINDING = re.compile(r'data-finding="([^"]*)"[^>]*data-holds="([^"]*)"')


def attribute(tag, name):
    return re.search(rf'\b{name}="([^"]*)"', tag)[1]


def ticks(html):
    return {(attribute(tag, "name"), attribute(tag, "value")) for tag in TICKED.findall(html)}


def body(answers):
    return {question: list(ticked) for question, ticked in answers.items()}


def pairs(answers):
    return {(question, option) for question, ticked in answers.items() for option in ticked}


def test_the_script_reads_the_questions_from_the_form_in_their_order_and_the_rest_from_beside_it(client, library):
    page = document_fromstring(client.get("/en/questions").text)
    beside = json.loads(page.get_element_by_id("walk").text)
    today = of_today(library)
    fields = page.find_class("flow")
    shown = {each.get("data-question"): each for each in fields if each.get("data-question")}
    assert list(shown) == [question.id for question in library.questions]
    for question in library.questions:
        inputs = shown[question.id].findall(".//input")
        assert tuple(each.get("value") for each in inputs if each.get("value")) == question.option_ids
        assert {each.get("type") for each in inputs} == {"checkbox" if question.many else "radio"}
        assert not any(each.get("id") for each in inputs)
        assert beside.get(question.id, {}).get("when", {}) == to_plain(question.when)
        assert beside.get(question.id, {}).get("old", False) is (question.id not in today)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_form_has_a_field_for_every_question_and_option(client, library, lang):
    html = client.get(f"/{lang}/questions").text
    for question in library.questions:
        for option in question.option_ids:
            assert re.search(rf'<input[^>]*name="{question.id}"[^>]*value="{option}"', html), (
                question.id,
                option,
            )


def test_nothing_is_chosen_beforehand(client):
    assert ticks(client.get("/en/questions").text) == set()


def test_not_sure_is_offered_only_where_it_is_an_answer(client, library):
    html = client.get("/en/questions").text
    offered = {attribute(tag, "name") for tag in re.findall(r"<input[^>]*>", html) if attribute(tag, "value") == ""}
    assert offered == {"held", "time", "since-2020", "relief"}
    assert offered == {question.id for question in library.questions if question.not_sure}


def test_not_sure_counts_as_skipped_and_stays_ticked_in_another_language(client, library):
    given = {"time": "", "relief": "", "police": "arrest"}
    assert ticks(client.post("/es/questions", data=given).text) == set(given.items())
    assert set(HIDDEN.findall(client.post("/es/result", data=given).text)) == {("police", "arrest")}


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_old_rules_stand_apart_with_a_button_before_and_after(client, app, library, lang):
    page = document_fromstring(client.get(f"/{lang}/questions").text)
    (old,) = page.xpath("//form//section[@data-ended]")
    say = app.extensions["state"].catalogs[lang].gettext
    note = "These rules ended and protect nobody today. You can leave these questions out."
    assert say(note) in old.text_content()
    today = of_today(library)
    asked = [each.get("data-question") for each in old.xpath(".//fieldset")]
    assert asked == [question.id for question in library.questions if question.id not in today]
    for side in ("preceding", "following"):
        (button,) = old.xpath(f"{side}-sibling::div[1]/button[@type='submit']")
        assert button.text_content() == say("See what to do now")


def test_no_field_lets_the_browser_remember(client):
    html = client.get("/en/questions").text
    assert re.search(r'<form id="guide"[^>]*autocomplete="off"', html)
    assert problems(html) == []


@pytest.mark.parametrize("seed", sample(range(20), 6))
def test_the_language_changes_on_the_form_without_losing_a_tick(client, library, seed):
    answers = partial(library, seed)
    html = client.post("/es/questions", data=body(answers)).text
    assert '<html lang="es"' in html
    kept = {pair for pair in ticks(html) if pair[1]}
    assert kept == pairs(answers)


@pytest.mark.parametrize("seed", sample(range(20), 6))
def test_the_result_has_only_the_valid_answers(client, library, seed):
    answers = partial(library, seed)
    html = client.post("/en/result", data=body(answers)).text
    assert set(HIDDEN.findall(html)) == pairs(answers)


@pytest.mark.parametrize("seed", sample(range(20), 6))
def test_the_result_shows_what_explain_says(client, library, seed):
    answers = partial(library, seed)
    expected = {
        (f"{guideline}/{finding}", outcome.verdict)
        for guideline, outcomes in explain(library, answers).outcomes.items()
        for finding, outcome in outcomes.items()
    }
    assert set(FINDING.findall(client.post("/es/result", data=body(answers)).text)) == expected


def test_a_forged_value_is_dropped_and_never_echoed(client):
    html = client.post(
        "/en/result",
        data={"held": "zzforged", "zzfield": "1", "offense": ["theft", "zzoption"], "for": "<script>"},
    ).text
    assert "zz" not in html
    assert not HIDDEN.findall(html)


def test_a_follow_up_that_was_hidden_is_dropped(client):
    html = client.post("/en/result", data={"police": "none", "offense": ["theft"]}).text
    assert set(HIDDEN.findall(html)) == {("police", "none")}


def test_one_forged_tick_does_not_lose_the_others(client):
    html = client.post("/en/result", data={"police": "arrest", "offense": ["theft", "zz"]}).text
    assert ("offense", "theft") in HIDDEN.findall(html)


def test_being_held_comes_before_todays_truth(client):
    html = client.post("/en/result", data={"held": "yes"}).text
    assert html.index('id="first"') < html.index('id="today-now-detained"') < html.index('id="today"')


def test_what_to_do_comes_before_help_and_help_before_history(client):
    html = client.post("/en/result", data={"time": "over-10"}).text
    parts = ("for-all", "help", "open-questions", "glance", "today", "sets", "reviews", "sources", "again")
    places = [html.index(part) for part in ('class="truth"', "data-steps", *(f'id="{id}"' for id in parts))]
    assert places == sorted(places)


def test_skipping_everything_shows_everything_with_todays_truth_on_top(client, library):
    html = client.post("/en/result").text
    shown = {finding for finding, _ in FINDING.findall(html)}
    with_rule = {
        f"{guideline.id}/{finding.id}"
        for guideline in library.guidelines.values()
        for finding in guideline.findings
        if not finding.read_only
    }
    assert shown == with_rule
    assert library.pages["truth"].title in html


def test_warnings_left_out_are_listed_by_title_and_link(client, library):
    html = client.post("/en/result", data={"proceedings": ["none"]}).text
    left_out = set(re.findall(r'data-left-out="([^"]*)"', html))
    shown = {finding for finding, _ in FINDING.findall(html)}
    assert "today/now/check-in" in left_out
    assert not left_out & shown
    assert '/en/explain/today#today-now-check-in"' in html


def test_a_form_that_is_far_too_large_is_refused_in_the_readers_language(client):
    response = client.post("/es/result", data={"held": "x" * 20_000})
    assert response.status_code == 413
    assert '<html lang="es"' in response.text


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_result_cannot_be_fetched_by_its_address(client, lang):
    response = client.get(f"/{lang}/result")
    assert response.status_code == 405
    assert "POST" in response.headers["Allow"]
    assert f'<html lang="{lang}"' in response.text
    assert f'href="/{lang}/questions"' in response.text
