"""URLs: parsing and building."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from support.partnered import SLUG, with_partner

from guide.loader.content import load
from guide.web import urls
from guide.web.pages_table import PAGES, Pages, Row
from guide.web.urls import PageLinks, Where, named_language, outside_frame, parse

GUIDE = Path(urls.__file__).parents[1]
# How a path of ours looks when somebody puts it together or takes it apart: f"/{code}/..." or "/embed/".
MADE_BY_HAND = re.compile(r"""["']/(?:embed|p)/|["']/\{(?!%)[^}]*\}/|["']/(?:en|es)/|removeprefix\("/embed""")


@pytest.fixture(scope="module")
def partnered(tmp_path_factory):
    return load(with_partner(tmp_path_factory.mktemp("root")) / "content")


def at(library, path):
    return parse(path, library)


@pytest.mark.parametrize("before", ["", "/embed", f"/p/{SLUG}", f"/embed/p/{SLUG}"])
@pytest.mark.parametrize("row", [row for row in PAGES if row.in_frames and row.of_partners], ids=lambda row: row.name)
def test_parsing_and_building_a_path_are_inverse(partnered, before, row):
    page = row.name.replace("<guideline>", "today")
    where = at(partnered, f"{before}/es/{page}")
    assert (where.language.code, where.page, where.prefix) == ("es", page, before)
    assert where.url(page) == f"{before}/es/{page}"


def test_a_pair_is_two_languages_and_leads_to_pages_in_one(library):
    where = at(library, "/es+en/help")
    assert (where.pair, where.language.code, where.page) == (("es", "en"), "es", "help")
    assert where.url("sources") == "/es/sources"
    assert where.beside("en", "help") == "/es+en/help"
    assert where.beside("es", "help") == "/es/help"
    assert where.own_start == "/es+en/"


@pytest.mark.parametrize("path", ["/es+es/help", "/es+xx/help", "/es/help"])
def test_what_is_no_pair_is_one_language(library, path):
    assert at(library, path).pair is None
    assert at(library, path).language.code == "es"


@pytest.mark.parametrize(
    ("path", "page", "address"),
    [
        (f"/p/{SLUG}/es/help", "explain/today", f"/p/{SLUG}/es/explain/today"),
        (f"/p/{SLUG}/es/help", "help#by-state", f"/p/{SLUG}/es/help#by-state"),
        (f"/p/{SLUG}/es/help", "sources#source-a", "/es/sources#source-a"),
        (f"/embed/p/{SLUG}/es/help", "", f"/embed/p/{SLUG}/es/"),
        (f"/embed/p/{SLUG}/es/help", "timeline", "/es/timeline"),
        ("/embed/es/help", "explain", "/embed/es/explain"),
        ("/embed/es/help", "examples/somebody", "/es/examples/somebody"),
        ("/embed/es/help", "handout.pdf", "/es/handout.pdf"),
    ],
)
def test_a_link_leads_to_the_page_that_is_there(partnered, path, page, address):
    assert at(partnered, path).url(page) == address


@pytest.mark.parametrize("path", ["/", "/rules.json", "/xx/help", "/p/gone/", "//"])
def test_a_path_without_a_language_of_ours_is_the_first_one(partnered, path):
    where = at(partnered, path)
    assert where.language.code == next(iter(partnered.languages))
    assert where.partner is None


def test_a_partner_is_valid_only_before_a_language_it_offers(partnered):
    missing = next(code for code in partnered.languages if code not in partnered.partners[SLUG].languages)
    assert at(partnered, f"/p/{SLUG}/{missing}/help").partner is None
    assert at(partnered, f"/p/{SLUG}/es/help").partner.id == SLUG
    assert at(partnered, f"/p/{SLUG}/").partner.id == SLUG


def test_a_link_leads_out_of_a_frame_in_a_new_tab_and_says_so(library):
    links = PageLinks.of(at(library, "/embed/es/help"), "(new)")
    assert links("explain").href == "/embed/es/explain"
    assert not links("explain").new_tab
    out = links("sources")
    assert (out.href, out.new_tab, out.rel, out.note) == ("/es/sources", True, "noopener", "(new)")


@pytest.mark.parametrize("before", ["", "/embed"])
def test_a_page_that_keeps_its_reader_is_left_only_for_a_new_tab(library, before):
    links = PageLinks.of(at(library, f"{before}/es/result"), "(new)")
    assert links("help").href == "#help"
    assert links("glossary#term-bond").href == "#term-bond"
    assert (links("safety").href, links("safety").new_tab) == ("/es/safety", True)


def test_links_of_two_pages_at_one_place_are_equal_so_that_texts_are_rendered_once(library):
    one, other = (PageLinks.of(at(library, f"/es/{page}"), "(new)") for page in ("help", "timeline"))
    assert one == other
    assert hash(one) == hash(other)
    assert one != PageLinks.of(at(library, "/embed/es/help"), "(new)")


def test_a_language_is_found_in_any_path(library):
    assert named_language("/nothing/es/x", library.languages) == "es"
    assert named_language("/es+ar/help", library.languages) == "es"
    assert named_language("/nothing", library.languages) is None
    assert outside_frame("/embed/es/") == "/es/"
    assert outside_frame("/embedded/es/") == "/embedded/es/"


def test_another_table_has_other_pages(library):
    where = replace(at(library, "/embed/es/"), pages=Pages([Row("tips/<tip>", in_frames=True)]))
    assert where.url("tips/one") == "/embed/es/tips/one"
    assert where.url("help") == "/es/help"


def test_no_other_module_or_template_makes_an_address_by_hand():
    found = [
        f"{path.relative_to(GUIDE)}: {line.strip()}"
        for path in sorted([*GUIDE.rglob("*.py"), *GUIDE.rglob("*.html"), *GUIDE.rglob("*.xml")])
        if path != Path(urls.__file__)
        for line in path.read_text("utf-8").splitlines()
        if MADE_BY_HAND.search(line)
    ]
    assert found == []


def test_a_place_is_frozen(library):
    with pytest.raises(AttributeError):
        Where(library.languages["es"]).framed = True
