"""The help page: the operator first, limits before the number, no empty section."""

import re
from dataclasses import replace

import pytest
from markupsafe import escape
from support import day
from support.aging import FOLDED, checked

from guide.config import CHECKOUT, Settings
from guide.model.provider import SpokenLanguage
from guide.web import create_app


def articles(html):
    return re.findall(r"<article class=\"help\".*?</article>", html, re.S)


def test_who_runs_it_and_who_it_is_for_stand_before_any_number(client, library):
    for row in articles(client.get("/en/help").text):
        number = row.find('class="channels"')
        assert 0 < row.find("Who can use it:") < number
        if 'data-operator="not-checked"' in row:
            assert library.site.operators["not-checked"] in row
        else:
            assert 0 < row.find('class="operator') < row.find("Who can use it:")


def article(client, id, language="en"):
    html = client.get(f"/{language}/help").text
    return html[html.index(f'data-helper="{id}"') :].split("</article>")[0]


def test_every_condition_and_all_hours_stand_before_their_number(client, library):
    for provider in library.providers:
        html = article(client, provider.id).split('class="channels"', 1)[1]
        for channel in provider.channels:
            limits = [channel.condition, channel.hours.words if channel.hours else ""]
            if number := channel.shown or channel.from_detention:
                before = html.split(f">{number}<")[0].split("<li>")[-1]
                assert all(limit in before for limit in limits), provider.id


def test_a_code_from_detention_stands_beside_the_number_for_the_same_people(client):
    html = article(client, "nijc")
    (one,) = [each for each in html.split("<li>") if ">565<" in each]
    assert "(312) 583-9721" in one
    assert "From a phone in detention, dial this code:" in one.split(">565<")[0]
    assert "From a phone in detention" not in article(client, "aba-detention-hotline")


def test_all_evidence_is_shown(client, library):
    for provider in library.providers:
        stamp = article(client, provider.id).split('class="stamp"')[1]
        assert all(escape(each.text) in stamp for each in provider.evidence), provider.id


@pytest.mark.parametrize(("language", "names"), [("en", "English and Spanish"), ("es", "inglés y español")])
def test_languages_are_named_in_the_language_of_the_reader(client, language, names):
    assert names in article(client, "eoir-case-status", language)


def shown_as(library, **changed):
    """How the page shows the first entry when it says something else."""
    app = create_app(Settings(today=day.today))
    provider = replace(library.providers[0], **changed)
    here = app.extensions["state"]
    app.extensions["state"] = replace(here, library=replace(library, providers=(provider,)))
    return article(app.test_client(), provider.id)


def test_a_foreign_government_has_its_own_warning_before_its_link(library):
    html = shown_as(library, operator="foreign-government", not_for=("fears-own-government",))
    warning = html.index("If you fear this government, ask a lawyer before you call.")
    assert html.index('class="operator government"') < warning < html.index('class="channels"')
    assert library.site.government_warning not in html


def test_what_is_spoken_only_through_an_interpreter_says_so(library):
    spoken = (SpokenLanguage("es", "spa"), SpokenLanguage("mam", "mam", "interpreter", "Qyol Mam"))
    html = shown_as(library, languages=spoken, languages_note="")
    assert "<strong>Languages:</strong> Spanish<br><strong>With an interpreter:</strong> Qyol Mam" in html
    assert 'data-speaks="es mam"' in html


def test_a_page_in_one_language_says_so_to_programs(client):
    html = article(client, "eoir-case-status")
    assert re.search(r'href="https://acis.eoir.justice.gov/es/" hreflang="es"', html)


def test_an_entry_of_the_whole_country_is_hidden_in_no_state(client, library):
    for provider in library.providers:
        states = re.search(r'data-states="([^"]*)"', article(client, provider.id))[1].split()
        assert tuple(states) == (() if provider.scope == "national" else provider.states)
    assert 'data-states="IL IN"' in article(client, "nijc")


def test_only_certain_mismatches_are_hidden(client, library):
    for provider in library.providers:
        kinds = re.search(r'data-serves="([^"]*)"', article(client, provider.id))[1].split()
        assert ("detained" in kinds) == (provider.serves.detained != "no")
        assert ("not-detained" in kinds) == (provider.serves.non_detained != "no")


def test_every_state_and_territory_has_a_section_with_the_official_lists(client, library):
    html = client.get("/en/help").text
    official = [provider.id for provider in library.providers if provider.official_list]
    assert len(library.states) == 56
    assert len(official) == 3
    for code in library.states:
        section = re.split(r'<details class="state"|</section>', html[html.index(f'id="state-{code}"') :])[0]
        assert all(f'href="#helper-{id}"' in section for id in official)
        for provider in library.providers:
            assert (f'data-helper="{provider.id}"' in section) == (code in provider.states)


def test_every_link_of_a_state_reaches_an_entry(client):
    html = client.get("/en/help").text
    for anchor in set(re.findall(r'href="#((?:helper|state)-[^"]*)"', html)):
        assert f'id="{anchor}"' in html


def test_no_section_of_the_help_page_is_empty(client, library):
    html = client.get("/en/help").text
    for id in library.site.help_sections:
        section = html[html.index(f'aria-labelledby="{"by-state" if id == "state" else f"help-{id}"}"') :]
        assert 'class="help"' in section.split("</section>")[0]


def test_a_section_without_an_entry_shows_the_official_lists(client):
    # The result shows only some entries: a section that has none of them there points to the lists.
    html = client.get("/en/explain").text
    for section in re.findall(r"<section[^>]*data-section.*?</section>", html, re.S):
        has_entries = 'class="help"' in section
        assert re.search(r"data-fallback", section)
        assert ('class="official" hidden' in section) == has_entries


def test_the_number_that_misroutes_people_is_nowhere():
    for path in [*(CHECKOUT / "content").rglob("*.yaml"), *(CHECKOUT / "content").rglob("*.md")]:
        text = re.sub(r"\D", "", path.read_text("utf-8"))
        for wrong in ("8556416081", "8337772367", "8885091239", "8662679506"):
            assert wrong not in text, path


@pytest.mark.parametrize("page", ["handout", "handout-long"])
def test_a_handout_says_once_how_old_its_oldest_text_is(page):
    text = checked(FOLDED).test_client().get(f"/en/{page}").text
    assert text.count("Part of this has not been checked since July 31, 2026.") == 1
    assert text.count("have not checked this since") == 0
    lines = text.split('<ul class="lines" role="list">')[1].split("</ul>")[0].split("<li>")[1:]
    assert lines
    # Of old numbers only that of a court's status stays.
    assert re.findall(r'href="tel:([^"]*)', "".join(lines)) == ["+18008987180"]


def test_a_short_number_can_be_dialed_wherever_it_stands(client, library):
    channels = [channel for provider in library.providers for channel in provider.channels]
    (short,) = [channel for channel in channels if channel.short and channel.condition]
    for path in ("/en/help", "/en/explain"):
        html = client.get(path).text
        shown = html.count(f'<bdi class="number">{short.short}</bdi>')
        assert shown, path
        assert html.count(f'href="tel:{short.short}"') >= shown
        for before in html.split(f'href="tel:{short.short}"')[:-1]:
            assert short.condition in before[-600:], path


def test_nobody_in_a_crisis_is_told_to_ask_about_the_cost(client, library):
    unknown = library.site.costs["unknown"]
    for provider in library.providers:
        crisis = "crisis-line" in provider.services
        assert (unknown in article(client, provider.id)) == (provider.cost == "unknown" and not crisis), provider.id
    assert library.site.costs["free"] in article(client, "kind")


def test_the_lines_for_people_in_danger_stand_first(client):
    sections = re.findall(r'<section[^>]*aria-labelledby="([^"]*)"', client.get("/en/help").text)
    assert next(each for each in sections if each.startswith("help-")) == "help-crisis"


def test_no_text_of_its_page_is_lost_with_or_without_headings():
    app = create_app(Settings(CHECKOUT, day.today))
    here = app.extensions["state"]
    page = here.library.pages["help"]
    first, *_ = page.body
    second = replace(first, text="A second line above it.")
    for body in ((first, second), (first, second, *page.body[1:])):
        pages = here.library.pages | {"help": replace(page, body=body)}
        app.extensions["state"] = replace(here, library=replace(here.library, pages=pages))
        text = app.test_client().get("/en/help").text
        assert first.text in text
        assert second.text in text
