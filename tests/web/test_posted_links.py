"""A page that answers a form cannot be loaded again: its links to other pages open a new tab."""

import pytest
from lxml import html

ANSWERS = {"held": "yes", "proceedings": "order"}
# What leaves on purpose, stays in the page, or is no page.
FREE = "contains(@class, 'exit') or @data-clears or starts-with(@href, '#') or re:test(@href, '^(tel|sms|mailto):')"
EXSLT = {"re": "http://exslt.org/regular-expressions"}
UNSEEN = "(opens a new tab)"
LINKS = f"//a[@href][not({FREE})][not(ancestor::*[@data-leave-page])]"


def links(client, path):
    return html.fromstring(client.post(path, data=ANSWERS).text).xpath(LINKS, namespaces=EXSLT)


@pytest.mark.parametrize("page", ["result", "questions"])
@pytest.mark.parametrize("before", ["/en", "/embed/en"])
def test_no_link_of_a_posted_page_ends_it(client, before, page):
    found = links(client, f"{before}/{page}")
    assert len(found) > 3
    assert [one.get("href") for one in found if one.get("target") != "_blank"] == []


@pytest.mark.whole
def test_the_links_of_a_pair_open_elsewhere_too(client):
    found = links(client, "/en+es/result")
    assert [one.get("href") for one in found if one.get("target") != "_blank"] == []


def test_the_header_says_so_and_the_same_form_before_its_answers_does_not(client):
    brand, *_ = html.fromstring(client.post("/en/result").text).xpath("//a[@class='brand']")
    assert brand.text_content().endswith(UNSEEN)
    brand, *_ = html.fromstring(client.get("/en/questions").text).xpath("//a[@class='brand']")
    assert brand.get("target") is None
    assert UNSEEN not in brand.text_content()


def test_in_a_frame_the_answers_stay_in_the_frame(client):
    (form,) = html.fromstring(client.post("/embed/en/questions").text).xpath("//form[@id='guide']")
    assert form.get("action") == "/embed/en/result"
    assert form.get("data-today") == "/embed/{code}/questions/today.html"
