"""Static pages, and errors."""

import logging
import re
from html import unescape

import pytest
from support import day
from support.sampling import each_once, sample
from support.site_pages import LANGUAGES, PAGES

from guide.config import Settings
from guide.web import create_app

REVEALING = re.compile(r"deport|raid|\bICE\b|undocumented|illegal|arrest", re.IGNORECASE)


def heading(html):
    return re.search(r"<title>(.*?)</title>", html, re.S)[1]


def test_the_first_page_has_every_language_by_its_own_name(client, library):
    html = client.get("/").text
    for code, language in library.languages.items():
        assert f'href="/{code}/"' in html
        assert language.name in html


def test_no_language_is_guessed(client):
    assert '<html lang="en"' in client.get("/", headers={"Accept-Language": "es"}).text


def leave_link_comes_first(html, language):
    stops = re.findall(r"<(?:a|button|input|select|summary|textarea)\b[^>]*>|<[^>]*tabindex[^>]*>", html)
    assert 'href="#main"' in stops[0]
    assert 'class="exit"' in stops[1]
    assert 'rel="nofollow noreferrer"' in stops[1]
    assert f'href="{language.leave_to}"' in stops[1]
    assert "target" not in stops[1]
    assert f'href="/{language.code}/safety"' in stops[2]
    for part in stops:
        assert "autofocus" not in part


def speaks_the_language_of_its_path(state, path, html):
    language = state.library.languages[path.split("/")[1]]
    assert f'<html lang="{language.code}" dir="{language.direction}">' in html


def has_a_neutral_title_and_address(state, path, html):
    assert not REVEALING.search(heading(html))
    assert not REVEALING.search(path)


def says_how_far_the_facts_were_checked(state, path, html):
    assert state.catalogs[path.split("/")[1]].date(state.library.site.checked_through) in html


def says_that_it_is_no_legal_advice_and_leads_to_help(state, path, html):
    code = path.split("/")[1]
    said = "This is not a government site. It gives information, not legal advice."
    assert state.catalogs[code].find(said) in html
    assert re.search(rf'<a [^>]*href="/{code}/help"', html)


def loads_nothing_from_another_place(state, path, html):
    html = re.sub(r'<link rel="alternate"[^>]*>', "", html)
    loaded = re.findall(r'<(?:script|link|img|iframe)[^>]*(?:src|href)="([^"]*)"', html)
    assert loaded
    assert all(url.startswith("/static/") for url in loaded)


def has_no_inline_script_or_style(state, path, html):
    assert not re.search(r'\sstyle="|\son[a-z]+="|<style', html)
    for script in re.findall(r"<script[^>]*>", html):
        assert "src=" in script or 'type="application/json"' in script


def says_nothing_about_itself_to_other_sites(state, path, html):
    for link in re.findall(r'<a [^>]*href="https://[^>]*>', html):
        assert "noreferrer" in link


def has_the_leave_link_first_after_the_skip_link(state, path, html):
    leave_link_comes_first(html, state.library.languages[path.split("/")[1]])


CHECKS = (
    speaks_the_language_of_its_path,
    has_a_neutral_title_and_address,
    says_how_far_the_facts_were_checked,
    says_that_it_is_no_legal_advice_and_leads_to_help,
    loads_nothing_from_another_place,
    has_no_inline_script_or_style,
    says_nothing_about_itself_to_other_sites,
    has_the_leave_link_first_after_the_skip_link,
)


@pytest.mark.parametrize("path", PAGES)
def test_every_page(subtests, app, client, path):
    html = client.get(path).text
    for check in CHECKS:
        with subtests.test(check.__name__):
            check(app.extensions["state"], path, html)


def parts_of(html):
    """Return the ids of a page, and the addresses with a part that it links; what a script shows later is left out."""
    html = re.sub(r"<template.*?</template>", "", html, flags=re.S)
    return set(re.findall(r'\sid="([^"]+)"', html)), set(re.findall(r'href="([^"]*#[^"]+)"', html))


def dead(pages):
    """Yield each link of these pages to a part of one of them that does not exist."""
    parts = {path: parts_of(html) for path, html in pages.items()}
    for path, (_, links) in parts.items():
        for link in links:
            page, _, part = unescape(link).partition("#")
            if not page.startswith("https:") and part not in parts.get(page or path, [()])[0]:
                yield path, link


@pytest.mark.parametrize("lang", sample(LANGUAGES, 1))
def test_no_link_leads_to_a_part_of_a_page_that_does_not_exist(client, lang):
    assert list(dead({path: client.get(path).text for path in PAGES if path.startswith(f"/{lang}/")})) == []


def test_a_dead_part_would_be_found():
    pages = {
        "/en/a": '<a href="/en/b#here"></a><a href="#gone"></a><a href="/en/b#gone"></a>',
        "/en/b": '<p id="here">',
    }
    assert set(dead(pages)) == {("/en/a", "#gone"), ("/en/a", "/en/b#gone")}


@pytest.mark.parametrize("path", ["/", "/en/nothing-here", "/es/nothing-here", "/en/result"])
def test_the_leave_link_comes_first_on_an_error_page(client, library, path):
    leave_link_comes_first(client.get(path).text, library.languages.get(path.split("/")[1], library.languages["en"]))


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_leave_link_comes_first_on_a_result_too(client, library, lang):
    html = client.post(f"/{lang}/result", data={"held": "yes"}).text
    leave_link_comes_first(html, library.languages[lang])


def test_the_safety_page_tells_what_the_leave_link_does(client):
    html = client.get("/en/safety").text
    label = re.search(r'class="exit".*?<span>(.*?)</span>', html)[1]
    reported = html[html.index("<main") :]
    assert label in reported
    assert "Shift key 3 times" in reported
    assert "Earlier pages stay in the history" in reported


def test_the_first_page_a_result_and_an_error_say_so_too(client):
    for response in (client.get("/"), client.post("/en/result", data={"held": "yes"}), client.get("/en/nothing")):
        assert "not legal advice" in response.text
        assert re.search(r'<a [^>]*href="/en/help"', response.text)


def test_spanish_is_marked_as_a_draft_that_nobody_has_reviewed(client, library):
    assert library.languages["es"].translation_status == "draft"
    assert "borrador" in client.get("/es/").text


def test_a_government_entry_warns_before_its_link(client, library):
    html = client.get("/en/help").text
    for provider in library.providers:
        if provider.operator == "us-government":
            entry = html[html.index(f'data-helper="{provider.id}"') :].split("</article>")[0]
            assert entry.index(library.site.government_warning) < entry.index('class="channels"'), provider.id


def test_the_everything_page_has_every_finding_once(client, library):
    html = client.get("/en/explain").text.split('<template id="pieces">')[0]
    shown = re.findall(r'data-finding="([^"]*)"', html)
    assert len(shown) == len(set(shown))
    assert set(shown) == {
        f"{guideline.id}/{finding.id}"
        for guideline in library.guidelines.values()
        for finding in guideline.findings
        if not finding.read_only
    }


def test_every_source_link_reaches_its_source(client):
    html = client.get("/en/explain").text
    for id in set(re.findall(r'href="#(source-[^"]*)"', html)):
        assert f'id="{id}"' in html, id


@pytest.mark.parametrize(("path", "lang"), [("/es/nothing", "es"), ("/en/nothing", "en")])
def test_a_404_page_is_in_the_language_of_the_path(client, path, lang):
    response = client.get(path)
    assert response.status_code == 404
    assert f'<html lang="{lang}"' in response.text
    assert f'href="/{lang}/questions"' in response.text


def test_other_methods_are_refused(client):
    assert client.post("/en/help").status_code == 405
    assert client.delete("/en/questions").status_code == 405


@pytest.fixture
def broken():
    app = create_app(Settings(today=day.today))

    def fail(**_):
        raise KeyError("secret answer")

    app.view_functions["result, posted"] = fail
    return app


def test_an_error_page_is_in_the_readers_language(broken):
    response = broken.test_client().post("/es/result", data={"held": "yes"})
    assert response.status_code == 500
    assert '<html lang="es"' in response.text


def test_an_error_is_logged_without_path_address_headers_or_form(broken, caplog):
    with caplog.at_level(logging.DEBUG):
        broken.test_client().post(
            "/es/result",
            data={"held": "zzheld"},
            headers={"User-Agent": "zzagent"},
            environ_base={"REMOTE_ADDR": "9.8.7.6"},
        )
    reported = "\n".join(record.getMessage() + str(record.exc_info) for record in caplog.records)
    assert "KeyError" in reported
    for secret in ("secret", "zzheld", "zzagent", "9.8.7.6", "/es/", "result"):
        assert secret not in reported


def test_a_normal_visit_logs_nothing(app, caplog):
    client = app.test_client()
    with caplog.at_level(logging.DEBUG):
        client.get("/en/")
        client.post("/en/result", data={"held": "yes"})
    assert not caplog.records


@pytest.mark.parametrize("path", ["/en", "/en//", "/es?held=yes"])
def test_a_redirect_does_not_trust_the_host_header(client, path):
    response = client.get(path, headers={"Host": "evil.example"})
    if response.status_code in (301, 302, 307, 308):
        assert response.headers["Location"] == f"/{path[1:3]}/"
    assert "evil.example" not in response.text


def test_the_style_guide_is_neither_linked_nor_indexed(client):
    response = client.get("/en/design")
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in response.text
    for path in PAGES:
        assert "/design" not in client.get(path).text.replace(f'href="{path}"', "") or path.endswith("/design")


def test_the_style_guide_shows_each_verdict(client):
    html = client.get("/en/design").text
    for sign in (
        'data-holds="applies"',
        'data-kind="depends"',
        'data-kind="not-said"',
        'id="first"',
        'data-piece="two"',
    ):
        assert sign in html


@pytest.mark.parametrize(("base", "who"), each_once(["/en", "/es", "/embed/es", "/ar"], ["me", "family", "helping"]))
def test_two_sentences_of_a_result_are_kept_apart(client, base, who):
    html = client.post(f"{base}/result", data={"for": who}).text
    (tone,) = re.findall(rf'data-piece="tone-{who}">(.*?)</p>', html, re.S)
    assert len(re.findall(r"[.?!](?= |$)", tone)) == len(re.findall(r"[.?!]", tone)) >= 2
