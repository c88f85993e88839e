"""The page of somebody who was taken: whom a family calls first, state by state."""

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from lxml import html
from support.aging import checked, site
from support.client import client_of
from support.day import TODAY
from support.partnered import OWN, SLUG, with_partner

from guide.config import Settings
from guide.model.provider import COUNTY_OFFICE, US_GOVERNMENT, Audience, Held, ServiceArea, in_state
from guide.web import create_app
from guide.web.presenters.first_contacts import first_contacts

FACTS = yaml.safe_load((Path(__file__).parents[1] / "facts" / "state-help.yaml").read_text("utf-8"))
STATES, FIRST = FACTS["states"], FACTS["first"]
NOBODY = "No group in our list says that it takes people who are held."
IN_DOUBT = "If somebody else answers, ask for"


def first_number(code):
    """The number that the facts put first in a state, or nothing."""
    (row,) = [row for row in STATES.get(code, ()) if row["name"] == FIRST.get(code)] or [{"reach": None}]
    return row["reach"]


def rows_of(text):
    """The rows of a page by state, and those of a partner."""
    return {row.get("data-row"): row for row in html.document_fromstring(text).xpath("//main//li[@class='state-row']")}


def words(element):
    return " ".join(element.text_content().split())


def numbers(row):
    return [link.get("href").removeprefix("tel:") for link in row.xpath(".//a[starts-with(@href, 'tel:')]")]


def wrong_firsts(text):
    """The states whose first number is not that of the facts."""
    return [code for code, row in rows_of(text).items() if (numbers(row) or [None])[0] != first_number(code)]


def page_with(library, today=TODAY, **changes):
    """The page when providers say something else: their ids, each with its changed fields."""
    ids = {id.replace("_", "-"): fields for id, fields in changes.items()}
    providers = tuple(replace(each, **ids.get(each.id, {})) for each in library.providers)
    return site(today, replace(library, providers=providers)).test_client().get("/en/held").text


@pytest.fixture(scope="module")
def text(app):
    return app.test_client().get("/en/held").text


@pytest.fixture(scope="module")
def rows(text):
    return rows_of(text)


def test_every_state_has_one_row_and_its_name_comes_first(rows, library):
    assert set(rows) == set(library.states)
    for code, name in library.states.items():
        assert words(rows[code]).startswith(name)


def test_the_rows_of_the_content_are_open_and_all_others_stand_in_one_closed_row(text, library):
    document = html.document_fromstring(text)
    closed = document.xpath("//details[contains(@class, 'states')]//li/@data-row")
    open_rows = [code for code in document.xpath("//li[@class='state-row']/@data-row") if code not in closed]
    assert tuple(open_rows) == library.urgent["held"].open_states
    names = [library.states[code] for code in closed]
    assert names == sorted(names)


@pytest.mark.parametrize("code", [*FIRST, *FACTS["without-a-number"]])
def test_the_first_number_is_that_of_the_facts(rows, code):
    assert (numbers(rows[code]) or [None])[0] == first_number(code)


def test_another_first_number_would_be_found(library):
    other = page_with(library, raices={"first_in": ()}, tx_ghirp={"first_in": ("TX",)})
    assert set(wrong_firsts(other)) - set(wrong_firsts(page_with(library))) == {"TX"}


@pytest.mark.parametrize(
    "provider",
    [
        {"operator": US_GOVERNMENT},
        {"operator": COUNTY_OFFICE},
        {"held": Held.TAKES_NONE},
        {"held": None},  # a list or a crisis line
        {"areas": (ServiceArea("AZ"),)},
    ],
    ids=["government line", "county office", "takes none who are held", "crisis line", "another region"],
)
def test_what_is_no_group_for_people_who_are_held_there_never_comes_first(library, provider):
    (texas,) = [row for code, row in rows_of(page_with(library, raices=provider)).items() if code == "TX"]
    assert numbers(texas) == []
    assert "We have no number for Texas." in words(texas)


def test_a_government_line_stands_nowhere_in_the_rows(rows, library):
    lines = {
        channel.number or channel.short
        for provider in library.providers
        if provider.government_run or provider.held == Held.TAKES_NONE
        for channel in provider.channels
        if channel.shown
    }
    assert lines
    assert not lines & {number for row in rows.values() for number in numbers(row)}


def test_a_state_without_a_number_says_so_and_whom_to_ask(rows, library):
    for code, row in rows.items():
        said = f"We have no number for {library.states[code]}." in words(row)
        assert said == (code in FACTS["without-a-number"]), code
        if said:
            assert row.xpath(".//a[@href='https://immigrationlawhelp.org']")


def test_where_none_takes_people_who_are_held_the_row_says_so(rows, library):
    for code in FIRST:
        takes = any(provider.held == Held.TAKES for provider in in_state(library.providers, code))
        assert (NOBODY in words(rows[code])) == (not takes), code


def test_a_number_of_one_list_says_whom_to_ask_for(rows, library):
    for code, row in rows.items():
        first = [each for each in library.providers if code in each.first_in]
        assert (IN_DOUBT in words(row)) == any(each.grade == "one-source" for each in first), code


def test_conditions_and_hours_stand_in_the_row(rows):
    assert "Open Monday to Friday, 8:30 a.m. to 5:30 p.m." in words(rows["CA"])
    assert "Leave a voicemail at any hour." in words(rows["PA"])
    assert rows["TX"].xpath(".//a[@href='mailto:legalinquiries@raicestexas.org']")


def test_each_link_to_a_number_says_whose_state_it_is(rows, library):
    names = []
    for code, row in rows.items():
        for link in row.xpath(".//a[starts-with(@href, 'tel:')]"):
            assert words(link).endswith(library.states[code])
            names.append(words(link))
    assert len(names) == len(set(names))


def test_the_lists_come_after_the_rows(text):
    after = text[text.index("</details>", text.index('class="fold states"')) :]
    lists = ["Nobody answers?", "https://immigrationlawhelp.org", "list-pro-bono-legal-service-providers"]
    places = [after.index(each) for each in lists]
    assert places == sorted(places)
    assert places[-1] < after.index('class="says"')


def test_no_state_is_in_an_address(text):
    main = html.document_fromstring(text).get_element_by_id("main")
    assert not main.xpath(".//form | .//select[@name]")
    ours = [href for href in main.xpath(".//a/@href") if href.startswith(("/", "#"))]
    assert not [href for href in ours if "state" in href or "?" in href]


def test_the_page_says_that_nobody_called(text, library):
    assert "We have called none of these numbers." in text
    called = page_with(library, raices={"called": dt.date(2026, 11, 3)})
    assert "We have called none of these numbers." not in called


def test_an_old_number_is_dated():
    later = dt.date(2027, 6, 1)
    row = rows_of(checked(later).test_client().get("/en/held").text)["TX"]
    assert numbers(row) == [first_number("TX")]
    assert "We have not checked this since September 10, 2026." in words(row)


@pytest.fixture(scope="module")
def partner_root(tmp_path_factory):
    return with_partner(tmp_path_factory.mktemp("partner"))


def test_the_partners_own_number_comes_first_on_its_page(partner_root):
    client = client_of(create_app(Settings(partner_root, lambda: TODAY)))
    ours = rows_of(client.get(f"/p/{SLUG}/en/held").text)
    assert numbers(next(iter(ours.values()))) == ["+12025550100"]
    # KIND, which this partner puts first, takes children only: no number for a family whose person was taken.
    assert [code for code in ours if code.startswith("partner")] == ["partner-1"]
    assert OWN not in client.get("/en/held").text


def test_an_outdated_number_of_a_partner_is_not_shown(partner_root):
    library = create_app(Settings(partner_root, lambda: TODAY)).extensions["state"].library
    partner = library.partners[SLUG]
    partner = replace(partner, own=tuple(replace(each, keeps_old_numbers=False) for each in partner.own))
    assert [call.provider.id for call in first_contacts(library, (), TODAY, partner).own] == [OWN]
    assert first_contacts(library, (), dt.date(2027, 6, 1), partner).own == ()


def test_a_draft_has_the_english_of_each_condition(client, library):
    document = html.document_fromstring(client.get("/es/held").text)
    folds = document.xpath("//section[@aria-labelledby='call']//details[@data-english]")
    english = {row.get("data-row"): words(row) for fold in folds for row in fold.xpath(".//li")}
    assert set(english) == set(library.states)
    for code in library.states:
        for provider in (each for each in library.providers if code in each.first_in):
            for channel in (each for each in provider.channels if each.audience == Audience.PUBLIC and each.shown):
                assert channel.condition in english[code]
                assert not channel.hours or channel.hours.words in english[code]
    assert "We have no number for Montana." in english["MT"]


@pytest.mark.parametrize("path", ["/embed/en/held", "/en+es/held", "/ar/held"])
def test_all_rows_are_on_the_page_in_frames_and_in_two_languages(client, library, path):
    found = client.get(path).text
    assert set(re.findall(r'<li class="state-row" data-row="(\w+)"', found)) == set(library.states)
    assert "+18333724237" in found
