"""A mistyped address leads to the page that was meant, in one step, and says nothing of what was sent."""

import pytest
from support import day
from support.client import client_of
from support.nearest_languages import NEAREST
from support.partnered import SLUG, with_partner

from guide.config import Settings
from guide.web import create_app
from guide.web.urls import nearest_language, parse

MEANT = [
    ("/es-MX/help", "/es/help"),
    ("/zh-CN/", "/zh-Hans/"),
    ("/zh_tw", "/zh-Hans/"),
    ("/ES/help", "/es/help"),
    ("/es/HELP", "/es/help"),
    ("/en-US/", "/en/"),
    ("/EN", "/en/"),
    ("/en/help/", "/en/help"),
    ("/es//explain/Today/", "/es/explain/today"),
    ("/embed//ES/help", "/embed/es/help"),
    ("/Embed/es-mx/held/", "/embed/es/held"),
    ("/ES-mx+en/help", "/es+en/help"),
    ("/es+EN/explain/today/", "/es+en/explain/today"),
    ("/es-MX+es/help", "/es/help"),
    (f"/p/{SLUG}", f"/p/{SLUG}/"),
    (f"/P/{SLUG.upper()}/ar-EG/help", f"/p/{SLUG}/ar/help"),
    (f"/embed/p/{SLUG}/ES", f"/embed/p/{SLUG}/es/"),
    ("/changes.atom/", "/changes.atom"),
    ("/ES/changes.atom", "/es/changes.atom"),
    ("/Rules.json", "/rules.json"),
]
# What is no page of ours in any language, however it is spelled.
NOTHING = [
    "/ES/nothing",
    "/fr/help",
    "/es/result/",
    "/embed/ES/timeline",
    "/es+en+ar/help",
    "/+/",
    "/es+/help",
    f"/p/{SLUG}/zh-CN/help",
]


@pytest.fixture(scope="module")
def partnered(tmp_path_factory):
    return client_of(create_app(Settings(with_partner(tmp_path_factory.mktemp("root")), day.today)))


@pytest.mark.parametrize(("tag", "code"), NEAREST.items())
def test_the_nearest_language_is_that_of_the_script_for_other_sites(library, tag, code):
    assert nearest_language(tag, library.languages) == code


@pytest.mark.parametrize("tag", ["fr", "", "esx", "en-", "español", "help", "-es", "e"])
def test_what_is_no_tag_of_a_language_of_ours_has_no_nearest_one(library, tag):
    assert nearest_language(tag, library.languages) is None


@pytest.mark.parametrize(("sent", "meant"), MEANT)
def test_a_mistyped_address_leads_to_its_page_in_one_step(partnered, sent, meant):
    answer = partnered.get(sent)
    assert (answer.status_code, answer.headers["Location"]) == (308, meant)
    assert answer.headers["Cache-Control"] == "no-store"
    assert not answer.data
    assert partnered.get(meant).status_code == 200


@pytest.mark.parametrize("path", NOTHING)
def test_what_means_no_page_is_not_found(partnered, path):
    assert partnered.get(path).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/p/canary7qx.pdf",
        "/p/canary7qx",
        "/embed/p/canary7qx/en/explain//today",
        "/embed//canary7qx/",
        "/en//canary7qx",
        "/ES/canary7qx/",
        "/%5Ccanary7qx.example/en",
        f"/p/{SLUG}/canary7qx/",
    ],
)
def test_no_redirect_echoes_a_part_of_a_path(partnered, path):
    answer = partnered.get(path)
    assert "canary7qx" not in str(answer.headers)
    assert answer.status_code == 404


def test_nothing_of_what_was_sent_is_sent_back(partnered):
    answer = partnered.get("/ES/help?held=canary7qx", headers={"Host": "evil.example"})
    assert answer.headers["Location"] == "/es/help"
    assert "canary7qx" not in str(answer.headers)


@pytest.mark.parametrize("path", ["//evil.example/es/help", "//evil.example", "/\\evil.example/en/", "/%2f/es/help"])
def test_a_redirect_never_leaves_the_site(partnered, path):
    answer = partnered.get("/", environ_overrides={"PATH_INFO": path})
    assert (answer.status_code, answer.headers.get("Location")) == (404, None)


def test_slashes_at_the_beginning_are_taken_too(partnered):
    answer = partnered.get("/", environ_overrides={"PATH_INFO": "//ES//help", "HTTP_HOST": "evil.example"})
    assert (answer.status_code, answer.headers["Location"]) == (308, "/es/help")


@pytest.mark.parametrize("path", ["/ES/result", "/es//result", "/es-MX/result", "/es/result/", "/EN/questions"])
def test_answers_are_never_sent_on(partnered, path):
    answer = partnered.post(path, data={"held": "yes"})
    assert answer.status_code == 404
    assert "Location" not in answer.headers
    code = parse(path.lower().replace("-mx", ""), partnered.application.extensions["state"].library).language.code
    assert f'href="/{code}/questions"' in answer.text


@pytest.mark.parametrize(
    "path", ["/es-MX/nothing", "/ES/nothing", "/nothing/es/x", "/es+en/nothing", "/p/nobody/es/help"]
)
def test_a_page_that_is_missing_says_so_in_the_language_near_that_of_its_path(partnered, path):
    answer = partnered.get(path)
    assert answer.status_code == 404
    assert '<html lang="es"' in answer.text
    assert 'href="/es/help"' in answer.text


def test_a_page_that_is_missing_offers_no_page_that_a_partner_does_not_have(partnered):
    html = partnered.get(f"/p/{SLUG}/zh-CN/nothing").text
    assert '<html lang="zh-Hans"' in html
    assert f"/p/{SLUG}/zh-Hans" not in html


@pytest.mark.parametrize(
    "path", ["/nothing", "/zz/", "/esx/help", "/embed/xx/", f"/p/{SLUG}/nothing", "/p/es-clinic/nothing"]
)
def test_without_a_language_it_says_so_in_all(partnered, library, path):
    answer = partnered.get(path)
    assert answer.status_code == 404
    for code, language in library.languages.items():
        assert f'<section id="{code}" lang="{code}" dir="{language.direction}">' in answer.text
        assert f'href="/{code}/help"' in answer.text


def test_it_can_be_shown_in_its_frame(partnered):
    assert "frame-ancestors *" in partnered.get("/embed/xx/").headers["Content-Security-Policy"]


def test_no_address_of_ours_leads_anywhere_else(partnered):
    """The list of pages has each page under one folded path, so no redirect can lead to another page or to itself."""
    from guide.web import nearest
    from guide.web.every_page import pages, shared_pages

    app = partnered.application
    codes = app.extensions["state"].library.languages
    listed = [*shared_pages(app), *(path for code in codes for path in pages(app, code, with_pairs=True))]
    with app.test_request_context("/"):
        assert {path for path in listed if nearest.page_meant(path) != path} == set()
