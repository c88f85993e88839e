"""What the form shows at once when somebody is held: its first question, and the words to say below it."""

import re

import pytest
from lxml import html

from guide.model.roles import BEING_HELD, TONE_ONLY
from guide.model.urgent import LineKind
from guide.web.pages_table import Pages
from guide.web.presenters.conditional_css import style_rules
from guide.web.presenters.first_words import first_words

BLOCK = "//fieldset[@id='q-held']//*[@id='now-held']"


def tree(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return html.document_fromstring(answer.text)


def words(element):
    return " ".join("".join(element.itertext()).split())


def test_being_held_is_asked_first_and_who_the_guide_is_for_after_it(library):
    assert [question.role for question in library.questions[:2]] == [BEING_HELD, TONE_ONLY]


@pytest.mark.parametrize("base", ["/en/", "/es/", "/embed/en/"])
def test_what_to_do_at_once_stands_below_the_first_question(client, library, base):
    (block,) = tree(client, f"{base}questions").xpath(BLOCK)
    assert block.xpath(".//a[contains(@class, 'urgent')]/@href") == [f"{base}held"]
    said = first_words(library, Pages())
    assert [line.kind for line in said.acts] == [LineKind.SAY] * len(said.acts)
    assert [words(each) for each in block.xpath(".//*[@class='said']")] == [
        each for line in said.acts for each in line.said
    ]
    assert len(block.xpath(".//*[@class='said']")) == 4
    assert all(each.get("lang") == "en" for each in block.xpath(".//*[@class='said']"))


def test_the_choice_of_a_state_is_never_sent(client, library):
    assert tree(client, "/en/questions").xpath(f"{BLOCK}//select") == []  # it comes with the explanations
    (choice,) = tree(client, "/en/questions/today.html").xpath("//select[@data-first-state]")
    assert choice.get("name") is None
    assert choice.get("autocomplete") == "off"
    assert choice.xpath("./option/@value") == ["", *library.states]


def test_the_explanations_have_a_row_for_each_state(client, library):
    text = client.get("/en/questions/old.html").text
    assert re.findall(r'data-first-row="([^"]*)"', text) == sorted(library.states, key=library.states.get)


def test_no_number_is_in_the_form_itself(client):
    main = tree(client, "/en/questions").xpath("//main")[0]
    assert main.xpath(".//a[starts-with(@href, 'tel:')]") == []


def test_the_style_sheet_hides_it_until_yes_is_chosen(library):
    rule = 'form:not(:has([name="held"][value="yes"]:checked)) #now-held{display:none}'
    assert rule in style_rules(library.questions)
