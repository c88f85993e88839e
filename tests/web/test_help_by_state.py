"""Help by state: the providers of the facts are in each state, and the first one for a family comes first."""

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from support.aging import checked

from guide.model.provider import COUNTY_OFFICE, Held, in_state

FACTS = yaml.safe_load((Path(__file__).parents[1] / "facts" / "state-help.yaml").read_text("utf-8"))
STATES, FIRST = FACTS["states"], FACTS["first"]
NO_NUMBER = ("AS", "GU", "MP", "MT", "PR", "VI", "VT")
NOBODY = "No group in our list says that it takes people who are held."


def section(html, code):
    """The list of one state."""
    start = html.index(f'id="state-{code}"')
    return re.split(r'<details class="state"|</section>', html[start:])[0]


@pytest.fixture(scope="module")
def page(app):
    return app.test_client().get("/en/help").text


@pytest.fixture(scope="module")
def providers(library):
    return {provider.id: provider for provider in library.providers}


def articles(html):
    return re.findall(r"<article class=\"help\".*?</article>", html, re.S)


def id_of(article):
    return re.search(r'data-helper="([^"]+)"', article)[1]


@pytest.mark.parametrize("code", FIRST)
def test_the_service_of_the_facts_stands_first_for_a_family(page, code):
    if FIRST[code] is None:
        assert code == "VT"
        return
    (row,) = [row for row in STATES[code] if row["name"] == FIRST[code]]
    first = articles(section(page, code))[0]
    assert id_of(first) == row["id"]
    assert f'href="tel:{row["reach"]}"' in first


@pytest.mark.parametrize("code", STATES)
def test_every_service_of_the_facts_stands_in_its_state(page, providers, code):
    here = {id_of(article): article for article in articles(section(page, code))}
    for row in STATES[code]:
        assert row["reach"] in here[row["id"]], row["name"]
        if "held" in row:
            assert providers[row["id"]].held == row["held"], row["name"]


def test_every_state_and_dc_has_a_service_but_montana(library):
    territories = {"AS", "GU", "MP", "PR", "VI"}
    assert set(STATES) == set(library.states) - territories - {"MT"}
    assert set(FACTS["without-a-number"]) == set(NO_NUMBER)


def test_a_state_without_a_number_says_so_before_the_lists(page, library):
    for code, name in library.states.items():
        words = f"We have no number for {name}."
        here = section(page, code)
        assert (words in here) == (code in NO_NUMBER), code
        if code in NO_NUMBER:
            assert here.index(words) < here.index("Lists that cover this state:")


def test_where_none_takes_people_who_are_held_the_page_says_so_first(page, library):
    reported = 0
    for code in set(STATES) - {"VT"}:
        here = section(page, code)
        takes = any(provider.held == Held.TAKES for provider in in_state(library.providers, code))
        assert (NOBODY in here) == (not takes), code
        reported += NOBODY in here
        assert takes or here.index(NOBODY) < here.index("<article"), code
    assert reported > 10


def test_the_order_in_a_state_is_the_need_of_a_family(library):
    for code in STATES:
        here = in_state(library.providers, code)[1:]
        ranks = [("takes", "asks", "no", None).index(provider.held) for provider in here]
        assert ranks == sorted(ranks), code
        assert not here or in_state(library.providers, code)[0].operator != COUNTY_OFFICE


def test_whom_a_group_takes_is_shown_before_its_number(page, library):
    for article in articles(page):
        (provider,) = [each for each in library.providers if each.id == id_of(article)]
        if provider.held:
            words = article.index(f"<strong>People who are held:</strong> {library.site.held[provider.held]}")
            assert words < article.index('class="channels"')


def test_a_county_office_says_that_it_is_one(page, library):
    offices = [provider for provider in library.providers if provider.operator == COUNTY_OFFICE]
    assert len(offices) == 4
    for article in articles(page):
        if id_of(article) in {provider.id for provider in offices}:
            assert "County public defender: a county office that defends people against ICE" in article


def test_each_number_has_its_list_and_whether_it_was_called(page, library):
    for article in articles(page):
        (provider,) = [each for each in library.providers if each.id == id_of(article)]
        stamp = article.split('class="stamp"')[1]
        assert ("We have not called it." in stamp) == provider.has_number, provider.id
        if provider.by_state:
            assert library.site.grades[provider.grade] in stamp
    assert "From the government&#39;s list of July 2026." in page
    assert "From the government&#39;s list of September 2026." in page


def test_the_list_is_told_in_the_language_of_the_reader_with_its_month_there(library):
    # The words come once, with the date as a placeholder: a translation cannot change a date.
    texts = [
        each.text for provider in library.providers for each in provider.evidence if each.kind == "government-list"
    ]
    assert texts.count("") > 90
    assert not any("From the government's list" in text for text in texts)


def changed(library, id, today=dt.date(2026, 11, 22), **values):
    """How the help page shows an entry when it says something else."""
    app = checked(today)
    here = app.extensions["state"]
    providers = tuple(replace(each, **values) if each.id == id else each for each in library.providers)
    app.extensions["state"] = replace(here, library=replace(here.library, providers=providers))
    html = app.test_client().get("/en/help").text
    return html[html.index(f'data-helper="{id}"') :].split("</article>")[0]


def test_a_called_provider_shows_the_date(library):
    html = changed(library, "raices", called=dt.date(2026, 11, 3))
    assert "We called it on November 3, 2026." in html
    assert "We have not called it." not in html


@pytest.mark.slow
def test_an_old_number_stays_where_a_family_may_have_no_other(library):
    later = dt.date(2027, 6, 1)
    kept = changed(library, "raices", later)
    assert 'href="tel:+18333724237"' in kept
    assert "We have not checked this since September 10, 2026." in kept
    gone = changed(library, "raices", later, held=Held.TAKES_NONE)
    assert 'href="tel:' not in gone
    assert "We took the phone number away. Use the link." in gone


def test_one_article_has_one_id(page):
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", ["/en/help", "/en/explain"])
def test_the_crisis_line_and_its_spanish_stand_where_people_read_about_being_held(client, path):
    html = client.get(path).text
    held = html[html.index('id="help-held"') :].split("</section>")[0]
    assert '<bdi lang="en">988</bdi>' in held
    assert "Press 2 for Spanish, or text AYUDA to this number." in held


def test_the_crisis_line_stands_beside_who_to_call_first(client):
    html = client.post("/en/result", data={"held": "yes"}).text
    first = html[html.index('id="first"') :].split("</section>")[0]
    assert first.index("Who to call first") < first.index("Press 2 for Spanish, or text AYUDA")
    assert 'href="/en/help#by-state"' in first
    # A line for a part of the country is no answer for everybody.
    assert 'data-helper="nijc"' not in first
