"""A posted result is small: of what fits best the whole text, of the rest a line with a link to it."""

import pytest
from lxml import html
from support import day
from support.answer_sets import EVERYTHING
from support.client import client_of
from support.partnered import SLUG, with_partner

from guide.config import Settings
from guide.web import create_app

pytestmark = pytest.mark.slow  # `make check` leaves it out: it takes seconds

ENDED = "//*[@id='sets']//article[@data-finding]"
TODAY = "//article[starts-with(@data-finding, 'today/')][.//*[@data-whole]]"
NOT_TODAY = "Today: no protection."


def result(client, path="/en/result", answers=EVERYTHING):
    return html.fromstring(client.post(path, data=answers).text)


def text(element):
    return " ".join(element.text_content().split())


def ways(page):
    """The links of all lines."""
    return page.xpath("//*[@data-whole]//a | //*[@data-left-out]/a")


@pytest.fixture(scope="module")
def partnered(tmp_path_factory):
    return client_of(create_app(Settings(with_partner(tmp_path_factory.mktemp("root")), day.today)))


@pytest.fixture(scope="module")
def nothing_said(client):
    return result(client, answers={})


def test_each_line_of_an_ended_rule_begins_with_what_it_is_worth_today(nothing_said, library):
    lines = nothing_said.xpath(ENDED)
    ended = [each for each in library.guidelines.values() if not each.current_law]
    assert len(lines) == sum(not finding.read_only for each in ended for finding in each.findings)
    for line in lines:
        (heading,) = line.xpath("./h4")
        assert text(heading).startswith(f"{NOT_TODAY} ")
        assert not line.xpath(".//*[contains(@class, 'passage') or contains(@class, 'cited')]")


def test_each_set_says_above_its_lines_that_it_is_history_and_protects_nobody(nothing_said):
    sets = nothing_said.xpath("//*[@id='sets']/section")
    assert len(sets) == 3
    for each in sets:
        first, second = each.xpath("./*")[:2]
        assert first.tag == "h3"
        assert "Ended, not used today" in text(first)
        assert text(second) == "These rules are not used today. They protect nobody."


def test_a_line_of_today_has_its_step_and_the_exception_of_it(client, nothing_said, library):
    findings = {f"today/{each.id}": each for each in library.current_law.findings}
    for page in (nothing_said, result(client)):
        lines = page.xpath(TODAY)
        assert len(lines) > 5
        for line in lines:
            finding = findings[line.get("data-finding")]
            assert line.xpath(".//*[@data-step]")
            assert len(line.xpath(".//*[@data-step-more]")) == bool(finding.step_more)
            assert not line.xpath(".//*[contains(@class, 'passage')]")


def test_what_fits_best_is_there_whole(client):
    whole = result(client).xpath("//*[@id='fits']//article[not(.//*[@data-whole])]")
    assert len(whole) == 4
    assert all(each.xpath(".//*[contains(@class, 'passage')]") and each.xpath(".//*[@class='cited']") for each in whole)


def test_a_line_says_which_answers_made_it(client):
    page = result(client, answers={"time": "over-10"})
    (line,) = page.xpath("//article[@data-finding='2011-review/mitigating/lengthy-presence']")
    assert [each.get("data-reason") for each in line.xpath(".//*[@data-reason]")] == ["time:over-10"]
    for each in page.xpath("//article[@data-holds]"):
        assert each.xpath(".//*[@data-reason]")


@pytest.mark.parametrize("place", ["/en", f"/p/{SLUG}/es", "/es+en"])
def test_each_line_leads_to_its_whole_text(partnered, place):
    """The page that opens has the finding with its text and its sources, for the same partner and in both languages."""
    pages = {}
    found = [link.get("href").partition("#") for link in ways(result(partnered, f"{place}/result"))]
    assert len(found) > 50
    for path, _, id in found:
        assert path.startswith(f"{place}/") or path.endswith("/review")
        if path not in pages:
            pages[path] = html.fromstring(partnered.get(path).text)
        (article,) = pages[path].xpath(f"//article[@id='{id}']")
        assert article.xpath(".//*[contains(@class, 'passage') or @data-paper='long']")
        assert article.xpath(".//*[@class='cited']")
        assert not article.xpath("ancestor::details")


def test_in_a_frame_a_line_opens_the_full_site_in_a_new_tab(partnered):
    for link in ways(result(partnered, f"/embed/p/{SLUG}/es/result")):
        assert link.get("href").startswith((f"/p/{SLUG}/es/explain/", "/es/review#"))
        assert link.get("target") == "_blank"


def test_an_invented_person_has_all_texts_whole(client):
    assert "data-whole" not in client.get("/en/examples/ana-skips-everything").text.split("<template")[0]
