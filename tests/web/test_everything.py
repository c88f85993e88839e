"""Everything that the guide says: a list whose rows open in place, and one long page with the same words."""

import pytest
from lxml import html
from support.sampling import WHOLE

from guide.html.markdown import plain
from guide.web.pages_table import Pages

ROW = "details[contains(concat(' ', @class, ' '), ' listed ')]"
BEGINNINGS = ("today-", "review-", "2011-", "2021-", "term-", "source-")
WHOLE_PARTS = ("next", "never", "help", "glossary", "sources")


@pytest.fixture(scope="module", params=["en", "es"])
def pages(request, client):
    """The list and the long page."""
    paths = [f"/{request.param}/{name}" for name in ("explain", "explain/all")]
    return [html.document_fromstring(client.get(path).text) for path in paths]


def words(element):
    """The words of a part in any order, without the full stop that only a screen reader has in a row."""
    return sorted("".join(element.itertext()).replace(".", " ").split())


def by_id(page):
    """The elements of the main part that have an id: a search of the whole page for each id takes seconds."""
    found = page.xpath("//main//*[@id]")
    assert len(found) == len({each.get("id") for each in found})
    return {each.get("id"): each for each in found}


def bare(text):
    return " ".join(plain(text).replace("&quot;", '"').split())


def told(library):
    """Every text that the page with everything had when it was the only one."""
    for guideline in library.guidelines.values():
        if not guideline.current_law:
            yield from (guideline.title, guideline.summary)
        for item in guideline.findings:
            yield from (item.title, item.step, item.step_more, *(block.text for block in item.body))
    for wrong in library.misunderstandings:
        yield from (wrong.idea, wrong.truth) if wrong.beside else ()
    for review in library.reviews.values():
        yield from (review.title, review.summary, review.state, *(block.text for block in review.body))
    for term in library.glossary:
        yield from (term.term, term.text)
    for role in ("true-today", "next-steps", "never-asked"):
        yield from (block.text for block in library.page_of(role).body)


def test_both_pages_have_every_text(client, library):
    for name in ("explain", "explain/all"):
        main = html.document_fromstring(client.get(f"/en/{name}").text).xpath("//main")[0]
        said = " ".join("".join(main.itertext()).split())
        texts = [text for text in told(library) if text]
        assert len(texts) > 1000
        assert [text for text in texts if bare(text) not in said] == []


def test_each_row_has_the_words_that_the_long_page_has(pages):
    listed, long = map(by_id, pages)
    named = [id for id in long if not id.endswith("-title")]
    parts = [id for id in named if id in WHOLE_PARTS or id.startswith(BEGINNINGS)]
    assert len(parts) > 300
    for id in parts:
        assert words(listed[id]) == words(long[id]), id


def test_no_address_of_the_long_page_is_lost(pages):
    listed, long = ({each.get("id") for each in page.xpath("//main//*[@id]")} for page in pages)
    lost = {id for id in long - listed if not id.endswith("-title")}
    assert lost <= {"shared"}


def test_no_row_stands_in_a_row(pages):
    rows = pages[0].xpath(f"//main//{ROW}")
    assert len(rows) > 50
    assert [each for each in rows if each.xpath(f"ancestor::{ROW}")] == []
    assert pages[0].xpath("//main//details[@open]") == []


def test_what_ended_is_told_with_what_is_true_today(pages, library):
    listed = pages[0]
    facts = listed.xpath("//*[@id='glance']//details")
    assert len(facts) == len(listed.xpath("//*[@id='glance']//summary//h3")) > 10
    for fact in facts:
        assert fact[1].tag == "p"
        assert fact[1].text_content() in ("Today: no protection.", "Hoy: no protege.")
    ended = [each.id for each in library.guidelines.values() if each.status == "ended"]
    sets = [listed.xpath(f"//details[@id='{id}']/summary")[0] for id in ended]
    assert len(sets) == 3
    assert all(each.xpath(".//*[@class='chip']") for each in sets)


def test_the_long_page_is_wherever_the_list_is():
    rows = {row.name: row for row in Pages() if row.name in ("explain", "explain/all")}
    for kept in ("in_frames", "of_partners", "in_pairs", "keeps_reader"):
        assert getattr(rows["explain"], kept) is getattr(rows["explain/all"], kept) is True


@pytest.mark.parametrize("before", ["/es", "/embed/es", *(["/es+en"] if WHOLE else [])])
def test_each_leads_to_the_other(client, before):
    listed, long = (client.get(f"{before}/{name}") for name in ("explain", "explain/all"))
    within = before.partition("+")[0]
    assert f'href="{within}/explain/all"' in listed.text
    assert f'href="{within}/explain"' in long.text


def test_no_page_to_read_has_what_a_result_is_made_from(client):
    for name in ("explain", "explain/all", "questions"):
        page = client.get(f"/en/{name}").text
        assert [part for part in ('id="pieces"', 'id="rules"', 'data-view="result"') if part in page] == []
    assert 'data-today="/{code}/questions/today.html"' in page
    assert 'data-old="/{code}/questions/old.html"' in page


def test_no_query_changes_a_page(client):
    for name in ("explain", "explain/all"):
        assert client.get(f"/en/{name}?all=yes&open=1").text == client.get(f"/en/{name}").text
