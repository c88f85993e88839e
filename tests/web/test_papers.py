"""The page of papers: what each paper must say, and what stands there without a script."""

import itertools

import pytest
from lxml import html

from guide.model.urgent import Spot
from guide.web.presenters.sheets import BAR, HEIGHT, WIDTH, drawing_of

NEEDED = ("look", "date", "do", "never", "call")
THINGS = ("title", "agency", "number", "signature", "date")


@pytest.fixture(scope="module")
def sheets(library):
    return library.urgent["papers"].sheets


@pytest.fixture(scope="module")
def page(client):
    return html.fromstring(client.get("/en/papers").get_data(as_text=True))


def row_of(page, sheet):
    (row,) = page.xpath(f"//details[@id='{sheet.id}']")
    return row


def words(element):
    return " ".join(element.text_content().split())


def test_every_paper_says_what_it_must(sheets):
    assert {sheet.id: [kind for kind in NEEDED if not sheet.of(kind)] for sheet in sheets} == {
        sheet.id: [] for sheet in sheets
    }


def test_every_paper_has_sources_and_words_to_find_it_by(sheets):
    assert [sheet.id for sheet in sheets if not (sheet.cited and sheet.dates and sheet.words)] == []


def test_every_group_has_papers_and_one_paper_is_offered_where_none_fits(library):
    page = library.urgent["papers"]
    assert {sheet.group for sheet in page.sheets} == {group.id for group in page.groups}
    assert sum(sheet.fallback for sheet in page.sheets) == 1


def test_the_page_has_every_paper_in_a_closed_row_of_a_closed_group(page, sheets):
    for sheet in sheets:
        row = row_of(page, sheet)
        (group,) = row.xpath("ancestor::details")
        assert (group.get("data-group"), group.get("open"), row.get("open")) == (sheet.group, None, None)
        assert row.xpath("string(summary//bdi[@lang='en' and @dir='ltr'])") == sheet.title
        assert sheet.number in words(row.find("summary"))
        assert words(row.xpath("summary/*[@class='means']")[0]) == sheet.means


def test_a_row_tells_all_its_lines_once_with_the_first_act_before_the_date(page, sheets):
    for sheet in sheets:
        row = row_of(page, sheet)
        told = row.xpath(".//li/@data-line")
        assert sorted(told) == sorted(line.id for line in sheet.acts)
        assert told.index(sheet.of("do")[0].id) < told.index(sheet.of("date")[0].id)
        for line in sheet.acts:
            (item,) = row.xpath(f".//li[@data-line='{line.id}']")
            assert [words(part) for part in item] == [text for text in (line.text, line.more) if text]


def test_a_row_ends_with_its_sources_and_their_date(page, sheets, library):
    for sheet in sheets:
        row = row_of(page, sheet)
        assert [words(link) for link in row.xpath(".//ul[@class='cited']/li/a")] == [
            library.sources[id].title for id in sheet.cited
        ]
        assert str(min(sheet.dates).year) in row.xpath("string(.//p[starts-with(., 'Checked through')])")


def test_the_drawing_and_its_text_show_what_is_known_and_nothing_else(page, sheets):
    for sheet in sheets:
        row = row_of(page, sheet)
        assert row.xpath(".//*[local-name()='svg']/*[local-name()='g']/@data-mark") == list(sheet.drawing)
        assert row.xpath(".//ol[@class='legend']/li/@data-mark") == list(sheet.drawing)
        assert row.xpath(".//ol[@class='legend']//*[@class='digit']/text()") == row.xpath(
            ".//*[local-name()='text']/text()"
        )


@pytest.mark.parametrize("count", range(1, len(THINGS) + 1))
def test_no_mark_of_a_drawing_covers_another_or_leaves_the_sheet(count):
    for spots in itertools.product(Spot, repeat=count):
        marks = drawing_of(dict(zip(THINGS, spots, strict=False))).marks
        assert [mark.number for mark in marks] == list(range(1, count + 1))
        assert all(
            mark.x > 0 and mark.x + mark.width < WIDTH and mark.y > 0 and mark.y + BAR < HEIGHT for mark in marks
        )
        for one, other in itertools.combinations(marks, 2):
            apart = abs(one.y - other.y) >= BAR or one.x + one.width <= other.x or other.x + other.width <= one.x
            assert apart, (spots, one, other)


def test_the_field_can_send_nothing_and_is_for_the_script(page):
    (field,) = page.xpath("//input[@id='looked-for']")
    assert (field.get("name"), field.get("autocomplete"), field.get("spellcheck")) == (None, "off", "false")
    assert field.xpath("ancestor::form") == []
    assert page.xpath("//*[@id='filter']")[0].get("hidden") is not None


@pytest.mark.parametrize("path", ["/embed/en/papers", "/en+es/papers"])
def test_every_paper_is_in_frames_and_in_two_languages(client, sheets, path):
    found = html.fromstring(client.get(path).get_data(as_text=True))
    rows = found.xpath("//details[contains(@class, 'paper-row')]/@id")
    assert sorted(rows) == sorted(sheet.id for sheet in sheets)


def test_a_draft_has_the_english_of_every_line(client, sheets):
    found = html.fromstring(client.get("/es/papers").get_data(as_text=True))
    for sheet in sheets:
        (fold,) = row_of(found, sheet).xpath(".//details[@data-english]")
        for line in sheet.acts:
            assert line.text in words(fold)
