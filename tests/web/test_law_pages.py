"""The pages about the law: sets, timeline, reviews, misunderstandings, rule book, sources, feed."""

import datetime as dt
import re
from collections import Counter
from html import unescape
from xml.etree import ElementTree

import pytest
from support.aging import site, with_warnings

ATOM = "{http://www.w3.org/2005/Atom}"
IDS = re.compile(r'\bid="([^"]*)"')


def ids(html):
    return IDS.findall(html)


def visible(html):
    """The page without the pieces that only the script uses."""
    return re.sub(r"<template.*?</template>", "", html, flags=re.S)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_each_set_has_a_page_with_its_history_and_every_finding(client, library, lang):
    for guideline in library.guidelines.values():
        html = client.get(f"/{lang}/explain/{guideline.id}").text
        for finding in guideline.findings:
            if not finding.read_only:
                assert f'data-finding="{guideline.id}/{finding.id}"' in html
        assert 'id="events"' in html


def test_the_page_of_an_old_set_says_first_that_it_protects_nobody(client, library):
    for guideline in library.guidelines.values():
        if guideline.id != "today":
            html = client.get(f"/en/explain/{guideline.id}").text
            assert html.index("they do not protect anyone now") < html.index('id="events"')


def test_a_set_that_does_not_exist_has_no_page(client):
    assert client.get("/en/explain/nothing").status_code == 404


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_timeline_is_a_picture_and_the_same_facts_as_a_table(client, library, lang):
    html = client.get(f"/{lang}/timeline").text
    picture, table = html.index('<div class="box lanes">'), html.index('<table class="cards"')
    assert picture < table
    lanes = html[picture:table]
    assert lanes.count("<svg") == lanes.count('aria-hidden="true"')
    assert lanes.count("<strong>") == len(library.guidelines)
    events = sum(len(guideline.events) for guideline in library.guidelines.values())
    assert html[table:].split("</table>")[0].count('<th role="rowheader"') == events
    for entry in library.history:
        assert f'id="{entry.id}"' in html


def test_the_timeline_is_newest_first_and_only_the_newest_year_is_open(client, library):
    html = client.get("/en/timeline").text
    places = [html.index(f'id="{entry.id}"') for entry in library.history]
    assert places == sorted(places, reverse=True)
    years = re.findall(r'<details class="fold year"( open)?><summary><h3>(\d+)</h3><span[^>]*>Events: (\d+)<', html)
    counted = Counter(entry.first.year for entry in library.history)
    assert [(int(year), int(count)) for _, year, count in years] == sorted(counted.items(), reverse=True)
    assert [bool(opened) for opened, _, _ in years] == [True] + [False] * (len(counted) - 1)


def test_the_date_picker_is_no_form_and_makes_no_query(client):
    html = client.get("/en/timeline").text
    assert "<form" not in html
    picker = re.search(r'<input type="date"[^>]*>', html)[0]
    assert "name=" not in picker
    assert re.search(r'<section[^>]*id="day"[^>]*hidden', html)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_review_tells_the_same_things_in_the_same_order(client, library, lang):
    html = client.get(f"/{lang}/review").text
    for review in library.reviews.values():
        article = html[html.index(f'data-review="{review.id}"') :].split("</article>")[0]
        assert article.count("<h3") == 7, review.id


def test_reviews_stand_on_the_result_only_where_they_fit(client):
    html = client.post("/en/result", data={"proceedings": ["order-to-leave"]}).text
    assert 'data-review="stay-of-removal"' in html
    assert 'data-review="ice-case-review"' not in html
    nothing = client.post(
        "/en/result", data={"held": "no", "proceedings": ["none"], "rights": ["none"], "police": "none"}
    ).text
    assert "data-review=" not in nothing
    assert 'data-piece="no-reviews"' in nothing


def test_wrong_ideas_stand_on_their_page_and_beside_their_findings(client, library):
    page, everything = client.get("/en/misunderstandings").text, visible(client.get("/en/explain").text)
    assert len(library.misunderstandings) == 23
    for wrong in library.misunderstandings:
        assert f'id="{wrong.id}"' in page
        for finding in wrong.beside:
            article = everything[everything.index(f'data-finding="{finding}"') :].split("</article>")[0]
            beside = article[article.index('class="wrong"') :]
            assert beside.index("A wrong idea:") < beside.index("The truth:"), (wrong.id, finding)


def test_the_rule_book_has_every_finding_and_when_it_shows(client, library):
    html = client.get("/en/rules").text
    rules = set(re.findall(r'data-rule="([^"]*)"', html))
    findings = {f"{one.id}/{finding.id}" for one in library.guidelines.values() for finding in one.findings}
    assert rules == findings | {f"review/{review}" for review in library.reviews}
    article = html[html.index('data-rule="2021-guidelines/mitigating/lengthy-presence"') :].split("</article>")[0]
    assert "<q>More than 10 years</q>" in article
    assert "<q>5 to 10 years</q>" in article


def test_the_rule_book_as_data_holds_the_same(client, library):
    data = client.get("/rules.json").json
    assert data["checked_through"] == library.site.checked_through.isoformat()
    for guideline in library.guidelines.values():
        assert list(data["guidelines"][guideline.id]["findings"]) == [finding.id for finding in guideline.findings]
    lengthy = data["guidelines"]["2021-guidelines"]["findings"]["mitigating/lengthy-presence"]
    assert lengthy["when"] == {"time": ["over-10"]}
    assert lengthy["may"] == {"time": ["5-to-10"]}
    assert lengthy["sources"]


def test_the_feed_is_atom_with_ids_that_stay(client, library):
    response = client.get("/changes.atom")
    assert response.mimetype == "application/atom+xml"
    feed = ElementTree.fromstring(response.data)
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == len(library.changes) > 5
    for element in (feed, *entries):
        assert element.find(f"{ATOM}id").text.startswith("urn:uuid:")
        assert element.find(f"{ATOM}title").text
        assert dt.datetime.fromisoformat(element.find(f"{ATOM}updated").text)
    updates = [entry.find(f"{ATOM}updated").text for entry in entries]
    assert updates == sorted(updates, reverse=True)
    assert len({entry.find(f"{ATOM}id").text for entry in entries}) == len(entries)


def test_each_source_lists_every_text_that_cites_it(client, library):
    html = client.get("/en/sources").text
    for guideline in library.guidelines.values():
        for finding in guideline.findings:
            for source in finding.sources:
                article = html[html.index(f'id="source-{source}"') :].split("</article>")[0]
                assert f'#{guideline.id}-{finding.id.replace("/", "-")}"' in article, (source, finding.id)


def test_links_from_a_source_reach_their_text(client):
    html = client.get("/en/sources").text
    links = set(re.findall(r'href="(/en/[^"#]*)#([^"]*)"', html))
    known = {path: set(ids(client.get(path).text)) for path in {path for path, _ in links}}
    for path, anchor in links:
        assert anchor in known[path], (path, anchor)


def test_what_rests_on_a_source_has_a_name_for_each_place(client):
    for article in client.get("/en/sources").text.split("<article")[1:]:
        links = set(re.findall(r'<li><a href="([^"]*)">(.*?)</a>', article))
        assert len({words for _, words in links}) == len(links), article[:80]


def test_a_reader_gets_from_a_result_to_a_source_in_two_clicks(client, library):
    html = client.post("/en/result", data={"held": "yes"}).text
    article = html[html.index('id="today-now-detained"') :].split("</article>")[0]
    first_click = re.findall(r'href="#(source-[^"]*)"', article)
    assert first_click
    for id in first_click:
        source = html[html.index(f'id="{id}"') :].split("</li>")[0]
        reported = library.sources[id.removeprefix("source-")]
        assert reported.title in unescape(source)
        assert bool(reported.url) == (f'href="{reported.url}"' in unescape(source))


@pytest.mark.parametrize(
    "path",
    ["questions", "explain", "explain/today", "timeline", "review", "rules", "sources", "misunderstandings", "help"],
)
def test_ids_are_unique(client, path):
    found = ids(visible(client.get(f"/es/{path}").text))
    assert len(found) == len(set(found))


def test_ids_are_unique_on_a_result(client):
    found = ids(client.post("/es/result", data={"held": "yes", "proceedings": ["order-to-leave"]}).text)
    assert len(found) == len(set(found))


@pytest.mark.slow
@pytest.mark.parametrize(("days", "stale"), [(0, False), (1, True)])
def test_an_overdue_text_has_a_note(library, days, stale):
    first = library.guidelines["today"].findings[0]
    last_day = first.last_checked + dt.timedelta(library.guidelines["today"].check_every_days)
    # The other warnings were checked on that day: the top of the page says nothing for them all.
    app = site(last_day + dt.timedelta(days), with_warnings(library, [first.last_checked, last_day]))
    html = app.test_client().get("/en/explain").text
    article = html[html.index(f'data-finding="today/{first.id}"') :].split("</article>")[0]
    words = (
        f"We have not checked this since {first.last_checked:%B} {first.last_checked.day}, {first.last_checked.year}."
    )
    assert (words in article) == stale
