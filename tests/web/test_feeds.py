"""The feeds of changes of the law: one for each language, whole without the page that they were found on."""

import re
from dataclasses import replace
from gettext import NullTranslations
from xml.etree import ElementTree as XML

import pytest
from support import day

from guide.config import Settings
from guide.web import create_app

ADDRESS = "https://guide.example.org"
ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FEEDS = {"/changes.atom": "en", **{f"/{code}/changes.atom": code for code in ("en", "es", "ar", "zh-Hans")}}


class Nothing(NullTranslations):
    def gettext(self, message):
        return ""


@pytest.fixture(scope="module")
def known():
    """A site that knows its address."""
    return create_app(Settings(today=day.today, address=ADDRESS)).test_client()


def feed_at(client, path):
    response = client.get(path)
    assert response.mimetype == "application/atom+xml"
    return XML.fromstring(response.data)


def links(feed):
    return [link.get("href") for link in feed.iter(f"{ATOM}link")]


@pytest.mark.parametrize(("path", "code"), FEEDS.items())
def test_a_feed_is_in_its_language_and_leads_to_its_pages(client, app, library, path, code):
    feed, texts = feed_at(client, path), app.extensions["state"].catalogs[code]
    assert feed.get(LANG) == code
    assert texts.gettext("What changed") in feed.find(f"{ATOM}title").text
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.find(f"{ATOM}title").text for entry in entries] == [
        texts.gettext(each.title) for each in library.changes
    ]
    for entry, change in zip(entries, library.changes, strict=True):
        assert entry.find(f"{ATOM}link").get("href") == f"/{code}/changes#change-{change.id}"
        own = texts.find(change.text) is not None
        assert entry.find(f"{ATOM}summary").get(LANG) == (None if own else "en")


@pytest.mark.parametrize("path", ["/changes.atom", "/es/changes.atom"])
def test_each_entry_says_when_it_was_published(client, library, path):
    entries = feed_at(client, path).findall(f"{ATOM}entry")
    for name in ("published", "updated"):
        days = [entry.find(f"{ATOM}{name}").text for entry in entries]
        assert days == [f"{change.date.isoformat()}T00:00:00Z" for change in library.changes]


@pytest.mark.parametrize("path", ["/changes.atom", "/ar/changes.atom"])
def test_links_are_whole_where_the_address_is_known(known, path):
    found = links(feed_at(known, path))
    assert len(found) > 5
    assert [link for link in found if not link.startswith(f"{ADDRESS}/")] == []
    assert found[0] == ADDRESS + path


def test_without_a_public_address_none_is_claimed(client):
    assert [link for link in links(feed_at(client, "/es/changes.atom")) if not link.startswith("/")] == []


def test_what_is_not_translated_is_marked_as_english():
    app = create_app(Settings(today=day.today))
    here = app.extensions["state"]
    empty = replace(here.catalogs["es"], translations=Nothing())
    app.extensions["state"] = replace(here, catalogs={**here.catalogs, "es": empty})
    entry = feed_at(app.test_client(), "/es/changes.atom").find(f"{ATOM}entry")
    assert {entry.find(f"{ATOM}{name}").get(LANG) for name in ("title", "summary")} == {"en"}


def test_entries_of_two_languages_are_not_taken_for_one(client):
    """A reader of feeds keeps one entry for each id."""
    ids = [
        {each.text for each in feed_at(client, path).iter(f"{ATOM}id")}
        for path in ("/es/changes.atom", "/changes.atom")
    ]
    assert ids[0].isdisjoint(ids[1])
    assert ids[1] == {each.text for each in feed_at(client, "/en/changes.atom").iter(f"{ATOM}id")}


@pytest.mark.parametrize("path", ["/es/help", "/es/", "/es+en/help", "/es/rules"])
def test_every_page_announces_the_feed_of_its_language_once(client, path):
    found = re.findall(r'<link rel="alternate" type="application/atom\+xml" href="([^"]*)"', client.get(path).text)
    assert found == ["/es/changes.atom"]


def test_the_rule_book_links_to_the_feed_of_its_language(client):
    assert '<a href="/ar/changes.atom">' in client.get("/ar/rules").text
