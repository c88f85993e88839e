"""The rows of the help page: nothing is lost, dangers come before the number, a government's row is a closed box."""

from dataclasses import replace

import pytest
from lxml import html
from markupsafe import escape

from guide.legal_help.rows import in_row
from guide.model.provider import Audience, Contact, ContactType

PHONE = Contact(ContactType.PHONE, number="+12025550100")
MAIL = Contact(ContactType.EMAIL, address="a@example.org")
WEB = Contact(ContactType.WEB, url="https://example.org")
INSIDE = replace(PHONE, number="", from_detention="1#", audience=Audience.DETAINED, condition="From inside.")
FOR_FAMILY = replace(MAIL, audience=Audience.FAMILY, condition="For family.")
CONDITIONAL = replace(PHONE, condition="Only on Mondays.")


def words(element):
    return " ".join("".join(element.itertext()).split())


def plain(text):
    return " ".join(html.fromstring(f"<p>{escape(text)}</p>").text_content().replace("**", "").split())


@pytest.fixture(scope="module")
def rows(client):
    """The first row of each provider."""
    found = {}
    for row in html.document_fromstring(client.get("/en/help").text).xpath("//article[@data-helper]"):
        found.setdefault(row.get("data-helper"), row)
    return found


def fields(provider, site):
    """Every word of an entry that a reader could reach before it became a row."""
    yield from (provider.name, site.operators[provider.operator], provider.summary, provider.who, provider.careful)
    yield from (site.not_for[id] for id in provider.not_for)
    yield site.held[provider.held] if provider.held else ""
    yield site.costs[provider.cost] if provider.tells_cost else ""
    yield provider.languages_note
    yield from (each.text for each in provider.evidence)
    yield site.grades[provider.grade] if provider.grade else ""
    yield site.government_warning if provider.operator == "us-government" else ""
    for channel in provider.channels:
        yield from (channel.shown, channel.from_detention, channel.address, channel.condition)
        yield channel.url.replace("https://", "").replace("www.", "")
        yield channel.hours.words if channel.hours else ""


def test_every_word_of_every_entry_is_in_its_row(rows, library):
    for provider in library.providers:
        said = words(rows[provider.id])
        assert [each for each in fields(provider, library.site) if plain(each or "x") not in f"{said} x"] == [], (
            provider.id
        )


def test_what_is_dangerous_stands_before_every_way_to_reach_it(rows, library):
    for provider in library.providers:
        said = words(rows[provider.id])
        ways = [channel for channel in in_row(provider, []) if channel.shown or channel.address]
        if not ways:
            continue
        first = said.index(plain(ways[0].shown or ways[0].address), len(provider.name))
        for text in (provider.who, provider.careful if not provider.careful_folded else ""):
            assert said.index(plain(text)) < first, provider.id


def test_no_row_has_a_fold_in_a_fold(client):
    for page in ("/es/help", "/es/explain"):
        assert html.document_fromstring(client.get(page).text).xpath("//article[@data-helper]//details//details") == []


def test_the_line_of_a_government_is_a_box_that_says_so_before_anything_can_be_dialed(rows, library):
    boxes = [provider for provider in library.providers if provider.government_run]
    assert len(boxes) == 5
    for provider in boxes:
        row = rows[provider.id]
        alone = sum(each.section == provider.section for each in library.providers) == 1
        says = [words(each) for each in row.xpath("./details/summary" if not alone else "./p[@class='warn']")]
        assert len(says) == 1
        assert library.site.operators[provider.operator] in says[0]
        assert library.site.government_warning in says[0]
        assert alone or not row.xpath("./*[not(self::details)]//a | ./details/summary//a")


def test_only_a_row_of_a_government_is_a_closed_box(rows, library):
    for provider in library.providers:
        assert provider.government_run or not rows[provider.id].xpath("./details"), provider.id


@pytest.mark.parametrize(
    ("channels", "hidden", "shown"),
    [
        ([PHONE, WEB], [], [PHONE]),
        ([WEB], [], [WEB]),
        ([CONDITIONAL, WEB], [], [CONDITIONAL, WEB]),
        ([CONDITIONAL, PHONE, MAIL, WEB], [], [CONDITIONAL, PHONE, MAIL]),
        ([INSIDE, FOR_FAMILY, WEB], [], [INSIDE, FOR_FAMILY]),
        ([INSIDE, WEB], [], [INSIDE, WEB]),
        ([PHONE, MAIL, WEB], [PHONE], [MAIL, WEB]),
    ],
)
def test_a_website_is_folded_only_where_something_else_reaches_everybody(library, channels, hidden, shown):
    provider = replace(library.providers[0], channels=tuple(channels))
    assert in_row(provider, hidden) == shown
