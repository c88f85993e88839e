"""Cards and sheets to hold, and the page of what changed."""

import datetime as dt
import re

import pytest
import segno
from support import day
from support.addresses import POCKET, URGENT

from guide.config import CHECKOUT, Settings
from guide.lint.launch_list import before_launch
from guide.loader.content import load
from guide.model import pocket
from guide.model.texts import texts
from guide.web import create_app

ADDRESS = "https://guide.example.org"


@pytest.fixture(scope="module")
def library():
    return load(CHECKOUT / "content")


@pytest.fixture(scope="module")
def client():
    return create_app(Settings(CHECKOUT, day.today, address=ADDRESS)).test_client()


@pytest.mark.parametrize("name", POCKET)
def test_a_sheet_has_nothing_to_type_into(client, name):
    for lang in ("en", "es", "es+en"):
        html = client.get(f"/{lang}/{name}").text
        main = html.partition("<main")[2].partition("</main>")[0]
        assert "<h1" in main
        assert not re.search(r"<(input|form|textarea|select)\b", main)


def test_every_line_of_a_sheet_has_a_source_or_is_practical(library):
    for sheet in library.pocket.values():
        for block in sheet.blocks:
            shown = pocket.lines(library, block.refs)
            assert shown
            assert all(bool(line.sources) == bool(line.last_checked) for line in shown)


def test_the_texts_of_a_sheet_are_texts_of_the_content(library):
    """So they are translated, measured and listed, with the line where they stand."""
    (found,) = (text for text in texts(library) if text.text == "Who takes the children, and phone")
    source = (CHECKOUT / found.path).read_text("utf-8").splitlines()
    assert "Who takes the children" in source[found.line - 1]
    assert {sheet.title for sheet in library.pocket.values()} <= {text.text for text in texts(library)}


def test_an_act_and_its_exception_stand_together(client, library):
    html = client.get("/en/pocket/card").text
    for line in pocket.lines(library, library.pocket["card"].blocks[0].refs):
        act, exception = re.split("['\"]", line.text)[0], re.split("['\"]", line.more)[0]
        assert act in html
        assert exception in html[html.index(act) :]


def test_a_lawyer_is_asked_about_the_card(library):
    told = "\n".join(before_launch(library, day.today()))
    assert 'for a lawyer to confirm, on "Card to show an officer": phrases: silent' in told


def test_the_page_of_changes_has_the_entries_of_the_feed(client):
    html, feed = client.get("/en/changes").text, client.get("/en/changes.atom").text
    of_page = re.findall(r'id="change-([^"]+)"', html)
    of_feed = re.findall(r"/en/changes#change-([^\"]+)\"", feed)
    assert of_page == of_feed
    assert of_page


def test_a_change_of_our_text_says_that_the_law_did_not_change(client, library):
    ours = [each for each in library.changes if each.ours]
    assert {each.date for each in ours} >= {dt.date(2026, 11, 22), dt.date(2026, 11, 30)}
    assert all(each.sources for each in library.changes if not each.ours)
    html, feed = client.get("/en/changes").text, client.get("/en/changes.atom").text
    assert html.count("We changed our text.") == feed.count('term="our-text"') == len(ours)
    # The rule book names changes of the law only.
    rules = client.get("/en/rules").text
    assert [each.id for each in library.changes if f'id="change-{each.id}"' in rules and each.ours] == []


def test_a_sheet_leads_to_a_day_that_the_page_of_changes_has(client):
    found = re.search(r'href="/en/changes#([\d-]+)"', client.get("/en/pocket/door").text)
    assert f'id="{found[1]}"' in client.get("/en/changes").text


def posted(client):
    """A result that the server made; the device makes the same out of explain/all."""
    return client.post("/en/result", data={"held": "no"}).text


@pytest.mark.parametrize("name", [*URGENT, "pocket/plan", "explain/all", "result"])
def test_paper_has_the_day_and_a_code_that_opens_what_changed_since_that_day(client, name):
    html = posted(client) if name == "result" else client.get(f"/en/{name}").text
    (day,) = set(re.findall(r"guide\.example\.org/en/changes#([\d-]+)", html))
    drawn = re.search(r'd="([^"]+)"', segno.make(f"{ADDRESS}/en/changes#{day}", micro=False).svg_inline(border=4))[1]
    assert drawn in html.partition("since-code")[2]
    assert "Facts checked through" in html
    assert f'id="{day}"' in client.get("/en/changes").text


def test_without_a_public_address_paper_names_none(library):
    client = create_app(Settings(CHECKOUT, day.today)).test_client()
    for html in (client.get("/en/officers").text, posted(client)):
        assert "since-paper" not in html
        assert "since-code" not in html


def test_a_page_on_paper_names_what_changed_since(client):
    assert re.search(r'since-paper">.*guide\.example\.org/en/changes#\d{4}-', client.get("/en/officers").text)
