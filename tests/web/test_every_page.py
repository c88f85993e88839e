"""The list of all pages is complete: it comes from the routes, and each path in it responds."""

import pytest
from support import day
from support.partnered import SLUG, with_partner
from support.sampling import sample
from support.site_pages import PAGES

from guide.config import Settings
from guide.web import create_app
from guide.web.every_page import first_pages, pages, shared_pages
from guide.web.server.site import known


@pytest.fixture(scope="module")
def partnered(tmp_path_factory):
    return create_app(Settings(with_partner(tmp_path_factory.mktemp("root")), day.today))


def test_urgent_pages_are_rendered_first(app, library):
    for code in library.languages:
        names = ["", "held", "officers", "questions", "help"]
        names += [f"questions/{each}.html" for each in ("today", "old", "english")] + ["explain"]
        assert pages(app, code)[: len(names)] == [f"/{code}/{name}" for name in names]


def test_the_page_maker_makes_one_language_after_the_other_and_its_kit_last(app, library):
    first, rest = first_pages(app), list(known(app).singles)
    assert rest[: len(first)] == first
    rest = [path for path in rest[len(first) :] if path not in shared_pages(app)]
    for code in library.languages:
        of_language = {*pages(app, code), f"/{code}/kit/know-the-guidelines-{code}.html"} - set(first)
        made, rest = rest[: len(of_language)], rest[len(of_language) :]
        assert set(made) == of_language
        assert made[-2:] == [f"/{code}/kit/know-the-guidelines-{code}.html", f"/{code}/pocket"]
    assert not rest


def test_the_list_has_every_page_once(app, library):
    listed = [path for code in library.languages for path in pages(app, code)]
    assert set(PAGES) <= set(listed)
    assert len(listed) == len(set(listed))


def test_each_value_of_a_gap_has_its_page(app, library):
    listed = pages(app, "es")
    assert {f"/es/explain/{id}" for id in library.guidelines} <= set(listed)
    assert {f"/embed/es/explain/{id}" for id in library.guidelines} <= set(listed)
    people = [person.id for person in library.personas.values() if person.person]
    assert people
    assert {f"/es/examples/{id}" for id in people} <= set(listed)


def test_pairs_come_only_when_they_are_asked_for(app):
    assert not [path for path in pages(app, "es") if "+" in path]
    added = set(pages(app, "es", with_pairs=True)) - set(pages(app, "es"))
    assert {"/es+en/explain", "/es+en/explain/today", "/es+ar/handout"} <= added
    assert all(path.startswith("/es+") for path in added)


def test_a_partner_has_pages_in_the_languages_that_it_offers(partnered):
    offered = partnered.extensions["state"].library.partners[SLUG].languages
    for code in partnered.extensions["state"].library.languages:
        listed = pages(partnered, code)
        assert (f"/p/{SLUG}/{code}/" in listed) == (code in offered)
        assert (f"/embed/p/{SLUG}/{code}/help" in listed) == (code in offered)
    assert f"/p/{SLUG}/" in shared_pages(partnered)


def test_what_has_no_language_is_listed_once(app):
    feeds = {"/changes.atom", *(f"/{code}/changes.atom" for code in app.extensions["state"].library.languages)}
    icons = {"/favicon.ico", "/apple-touch-icon.png"}
    assert set(shared_pages(app)) == {
        "/",
        "/embed.js",
        "/rules.json",
        "/robots.txt",
        "/privacy/proof.json",
        *feeds,
        *icons,
    }


def test_the_list_for_search_engines_is_there_on_a_site_that_knows_its_address():
    app = create_app(Settings(today=day.today, address="https://guide.example.org"))
    assert "/sitemap.xml" in shared_pages(app)


def test_a_url_variable_without_values_is_an_error(tmp_path):
    app = create_app(Settings(today=day.today))
    app.add_url_rule("/<any_language:lang>/by/<author>", endpoint="by", view_func=lambda author: author)
    with pytest.raises(LookupError, match=r"<author> of by"):
        pages(app, "en")


@pytest.mark.slow
def test_every_listed_page_answers(partnered):
    client = partnered.test_client()
    first = next(iter(partnered.extensions["state"].library.languages))
    listed = [*shared_pages(partnered), *pages(partnered, first)]
    others = [path for path in listed if path not in PAGES]  # which test_pages makes
    for path in sample(others, 20):
        assert client.get(path).status_code == 200, path
