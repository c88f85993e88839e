"""The doors of the start page, and the way to the pages for the first minute from every page."""

from itertools import chain

import pytest
from lxml import html
from support import day
from support.partnered import SLUG, with_partner
from support.sampling import each_once

from guide.config import Settings
from guide.web import create_app
from guide.web.pages_table import PAGES

DOORS = ["held", "officers", "questions", "help", "papers"]
PLACES = ["/es/", "/embed/es/", f"/p/{SLUG}/es/", f"/embed/p/{SLUG}/es/", "/es+en/"]
IN_EACH = ["", "questions", "explain", "help", "steps"]
LANGUAGES = ("en", "es", "ar", "zh-Hans")


def tree(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return html.document_fromstring(answer.text)


def words(element):
    return " ".join("".join(element.itertext()).split())


@pytest.fixture(scope="module")
def partner(tmp_path_factory):
    return create_app(Settings(with_partner(tmp_path_factory.mktemp("root")), day.today)).test_client()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_doors_lead_to_what_people_need_and_none_to_old_rules(client, lang):
    doors = tree(client, f"/{lang}/").xpath("//main//a[contains(@class, 'door')]/@href")
    assert doors == [f"/{lang}/{page}" for page in DOORS]


def test_home_says_what_this_is_and_names_the_other_languages(client, library):
    document = tree(client, "/es/")
    main = document.xpath("//main")[0]
    assert tree(client, "/en/").xpath("string(//main//h1)") == library.site.tagline
    links = main.xpath(".//nav[@class='tongues']//a")
    others = {code: each.name for code, each in library.languages.items() if code != "es"}
    assert {each.get("href"): words(each) for each in links} == {f"/{code}/": name for code, name in others.items()}
    assert [each.get("lang") for each in links] == [each.get("hreflang") for each in links] == list(others)


def test_home_keeps_todays_truth_with_its_dates_below_the_doors(client, library):
    text = client.get("/en/").text
    truth = library.page_of("true-today")
    places = [text.index('class="doors"'), text.index("The old rules, and what is true today"), text.index(truth.title)]
    assert places == sorted(places)
    box = words(tree(client, "/en/").xpath("//section[@aria-labelledby='truth']")[0])
    for day_or_title in ("September 1, 2026", *(each.title for each in library.site.seen_through.values())):
        assert day_or_title in box


@pytest.mark.parametrize(("base", "page"), each_once(PLACES, IN_EACH))
def test_every_page_reaches_the_first_minute_from_its_header(partner, base, page):
    if base == "/es+en/" and page in ("", "questions"):
        base = "/es/"  # there is no pair of these
    links = tree(partner, base + page).xpath("//header//details[@data-paper='no']//a/@href")
    within = base.replace("+en", "")
    assert [link for link in links if link in (f"{within}held", f"{within}officers")] == [
        f"{within}held",
        f"{within}officers",
    ]


def test_the_footer_has_every_page_in_a_named_group(client):
    (menu,) = tree(client, "/en/timeline").xpath("//footer//nav")
    assert words(menu.xpath("./details/summary")[0]) == "All pages"
    groups = {words(each): each.xpath("./following-sibling::ul[1]/li/a/@href") for each in menu.xpath("./details/h2")}
    assert list(groups) == ["Help", "Read", "For advocates and clinics", "Privacy"]
    assert sorted(chain(*groups.values())) == sorted(f"/en/{row.name}" for row in PAGES if row.menu)
    sheets = {"/en/advocates", "/en/handout", "/en/handout-long", "/en/question-sheet"}
    assert sheets <= set(groups["For advocates and clinics"])
    assert {"/en/held", "/en/help"} <= set(groups["Help"])
    assert groups["Privacy"] == ["/en/safety", "/en/privacy"]


@pytest.mark.parametrize(("base", "page"), each_once(PLACES, IN_EACH, seed=1))
def test_every_page_reaches_legal_help_from_its_header(partner, base, page):
    if base == "/es+en/" and page in ("", "questions"):
        base = "/es/"  # there is no pair of these
    (link,) = tree(partner, base + page).xpath("//header//a[@class='to-help']")
    assert link.get("href") == f"{base.replace('+en', '')}help"
    assert (link.get("aria-current") == "page") == (page == "help")


def test_advocates_find_the_steps_for_a_room(client):
    assert tree(client, "/en/advocates").xpath("//main//a[@href='/en/steps']")
