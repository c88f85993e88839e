"""The pages of personas: the same results as `guide explain`, and the same for every visitor."""

import re
from html import unescape
from pathlib import Path

import pytest
from support.sampling import sample

from guide.engine.explain import explain
from guide.engine.personas import neighbors, public_personas
from guide.engine.walk import walk
from guide.loader.content import load

pytestmark = pytest.mark.slow  # `make check` leaves it out: it takes seconds

LIBRARY = load(Path(__file__).parents[2] / "content")
PEOPLE = public_personas(LIBRARY)
FINDING = re.compile(r'data-finding="([^"]*)"[^>]*data-holds="([^"]*)"')
REVIEW = re.compile(r'data-review="([^"]*)"[^>]*data-holds="([^"]*)"')


def words(html):
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


@pytest.mark.parametrize(
    ("name", "lang"), [(name, lang) for name in sample(PEOPLE, 8) for lang in sample(LIBRARY.languages, 1, seed=name)]
)
@pytest.mark.slow
def test_an_example_agrees_with_explain_in_every_language(client, name, lang):
    explanation = explain(LIBRARY, PEOPLE[name].answers)
    html = client.get(f"/{lang}/examples/{name}").text
    shown = FINDING.findall(html)
    expected = {
        (f"{guideline}/{id}", outcome.verdict)
        for guideline, outcomes in explanation.outcomes.items()
        for id, outcome in outcomes.items()
    }
    assert len(shown) == len(expected)
    assert set(shown) == expected
    assert set(re.findall(r'data-finding="([^"]*)"', html)) == {finding for finding, _ in expected}
    assert set(REVIEW.findall(html)) == {(id, outcome.verdict) for id, outcome in explanation.reviews.items()}
    assert re.findall(r'data-changes="([^"]*)"', html) == [
        each.question.id for each in neighbors(LIBRARY, PEOPLE[name])
    ]


@pytest.mark.parametrize("name", PEOPLE)
def test_an_example_shows_the_answers_and_has_no_form_data(client, name):
    html = client.get(f"/en/examples/{name}").text
    answers = walk(LIBRARY.questions, PEOPLE[name].answers).answers
    chosen = dict(re.findall(r'<li data-chosen="([^"]*)">(.*?)</li>', html))
    assert list(chosen) == list(answers)
    for id, ticked in answers.items():
        for option in LIBRARY.question(id).options:
            assert (option.label in words(chosen[id])) == (option.id in ticked)
    assert "<form" not in html
    assert "<input" not in html


@pytest.mark.parametrize("name", PEOPLE)
def test_an_example_says_first_that_it_is_invented_and_what_is_true_today(client, name):
    html = client.get(f"/en/examples/{name}").text
    invented, chosen, warnings, today = (html.index(f'id="{id}"') for id in ("invented", "chosen", "for-all", "today"))
    assert invented < chosen < warnings < today
    banner = html[invented:].split("</div>")[0]
    assert "This person is invented." in banner
    assert "they do not protect anyone now" in banner
    urgent = [match.start() for match in re.finditer(r"data-urgent[^>]* data-holds=\"applies\"", html)]
    assert all(chosen < place < today for place in urgent)
    if urgent:
        assert 'id="first"' in html or 'id="fits"' in html


def test_a_link_to_a_neighbor_names_the_answer_and_reaches_the_page(client):
    html = client.get("/en/examples/daniel-and-a-letter").text
    links = re.findall(r'<a class="door" href="([^"]*)" data-changes="proceedings">(.*?)</a>', html)
    assert {(where, words(text).split(" Daniel")[0]) for where, text in links} == {
        ("/en/examples/daniel-and-a-hearing", "Court and ICE: An immigration court case that is open"),
        ("/en/examples/daniel-and-a-missed-date", "Court and ICE: A missed court date"),
    }
    for where, _ in links:
        assert client.get(where).status_code == 200


def test_a_skipped_answer_of_a_neighbor_is_named(client):
    assert "Being held: Skipped Ana" in words(client.get("/en/examples/ben-answers-one-question").text)


@pytest.mark.parametrize("lang", LIBRARY.languages)
def test_the_index_links_to_each_persona_once(client, lang):
    html = client.get(f"/{lang}/examples").text
    assert sorted(re.findall(rf'href="/{lang}/examples/([^"]*)"', html)) == sorted(PEOPLE)


def test_the_index_lists_urgent_personas_first(client):
    html = client.get("/en/examples").text
    section = html[html.index('id="first"') : html.index('id="more"')]
    first = set(re.findall(r'href="/en/examples/([^"]*)"', section))
    danger = re.compile(r"data-urgent[^>]* data-holds=\"applies\"")
    assert first == {name for name in PEOPLE if danger.search(client.get(f"/en/examples/{name}").text)}
    assert 0 < len(first) < len(PEOPLE)


@pytest.mark.parametrize("name", ["nobody", next(id for id in LIBRARY.personas if id not in PEOPLE)])
def test_only_public_personas_have_a_page(client, name):
    assert client.get(f"/es/examples/{name}").status_code == 404


@pytest.mark.parametrize("where", ["", "examples/ana-skips-everything", "help"])
def test_every_footer_links_to_the_examples(client, where):
    foot = client.get(f"/en/{where}").text.split('<footer class="footer">')[1]
    assert 'href="/en/examples"' in foot
