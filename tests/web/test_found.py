"""What search engines find: each page once in each language, at whole addresses, and nothing that is a twin of it."""

import re
from struct import unpack_from
from xml.etree import ElementTree as XML

import pytest
from support import day
from support.client import client_of
from support.partnered import SLUG, with_partner
from support.sampling import sample
from support.site_pages import LANGUAGES, NAMES, in_english_and_another

from guide.config import Settings
from guide.web import create_app

pytestmark = pytest.mark.slow  # `make check` leaves it out: it makes many pages

ADDRESS = "https://guide.example.org"
MAP, XHTML = "{http://www.sitemaps.org/schemas/sitemap/0.9}", "{http://www.w3.org/1999/xhtml}"
LINK = re.compile(r'<link rel="(canonical|alternate)"(?: hreflang="([^"]*)")? href="([^"]*)">')
# Twins of a page, and pages that nobody can open again.
NEVER = [
    "/embed/es/help", "/embed/en/", "/es+en/help", f"/p/{SLUG}/", f"/p/{SLUG}/es/help", f"/embed/p/{SLUG}/ar/",
    "/en/design", "/en/nothing", "/nothing", "/en/result",
]  # fmt: skip
PLAIN = [name for name in NAMES if name != "design"]


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    """A site with a partner that knows its address."""
    root = with_partner(tmp_path_factory.mktemp("root"))
    return client_of(create_app(Settings(root, day.today, address=ADDRESS)))


def head(html):
    return html[: html.index("</head>")]


def in_each_language(name):
    return {code: f"{ADDRESS}/{code}/{name}" for code in LANGUAGES} | {"x-default": f"{ADDRESS}/"}


@pytest.mark.parametrize(("name", "lang"), in_english_and_another(sample(PLAIN, 6)))
def test_a_page_names_itself_and_the_same_page_in_each_language(known, name, lang):
    found = LINK.findall(head(known.get(f"/{lang}/{name}").text))
    assert [href for rel, _, href in found if rel == "canonical"] == [f"{ADDRESS}/{lang}/{name}"]
    assert {code: href for rel, code, href in found if code} == in_each_language(name)


def test_the_choice_of_a_language_is_the_page_for_everybody_else(known):
    found = LINK.findall(head(known.get("/").text))
    assert ("canonical", "", f"{ADDRESS}/") in found
    assert {code: href for _, code, href in found if code} == in_each_language("")


@pytest.mark.parametrize("path", NEVER)
def test_a_twin_of_a_page_or_an_error_is_never_indexed(known, path):
    answer = known.get(path)
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert not LINK.findall(answer.text)


@pytest.mark.parametrize("before", ["", "/embed", f"/p/{SLUG}"])
def test_a_result_is_never_indexed(known, before):
    answer = known.post(f"{before}/es/result", data={"held": "yes"})
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert not LINK.findall(answer.text)
    assert "og:" not in head(answer.text)


@pytest.mark.parametrize("name", sample(PLAIN, 6))
def test_a_plain_page_may_be_indexed(known, name):
    assert "X-Robots-Tag" not in known.get(f"/en/{name}").headers


def listed(known):
    response = known.get("/sitemap.xml")
    assert response.mimetype == "application/xml"
    return {
        url.find(f"{MAP}loc").text: {link.get("hreflang"): link.get("href") for link in url.iter(f"{XHTML}link")}
        for url in XML.fromstring(response.data)
    }


def test_the_list_has_each_page_once_in_each_language(known):
    urls = listed(known)
    one = {url for url in urls if url.startswith(f"{ADDRESS}/es/") and "/examples/" not in url}
    assert one == {f"{ADDRESS}/es/{name}" for name in PLAIN if not name.startswith("examples/")}
    for code in LANGUAGES:
        assert {url.replace(f"/{code}/", "/es/", 1) for url in urls if url.startswith(f"{ADDRESS}/{code}/")} >= one
    assert f"{ADDRESS}/" in urls
    assert not [url for url in urls if re.search(r"/embed/|/p/|[+]|/design|/result", url)]


def test_the_list_names_the_same_alternates_as_the_page(known):
    assert listed(known)[f"{ADDRESS}/ar/help"] == in_each_language("help")


def test_programs_are_told_where_the_list_is(known):
    text = known.get("/robots.txt").text
    assert text.splitlines() == ["User-agent: *", "Allow: /", f"Sitemap: {ADDRESS}/sitemap.xml"]
    assert known.get("/robots.txt").mimetype == "text/plain"


@pytest.mark.parametrize("path", ["/", "/es/help", "/embed/es/help", "/es+en/help"])
def test_without_a_public_address_nothing_claims_one(client, path):
    html = head(client.get(path).text)
    assert not LINK.findall(html)
    assert not re.search(r"og:|twitter:|oembed|https?:", html)


def test_without_a_public_address_there_is_no_list(client):
    assert client.get("/sitemap.xml").status_code == 404
    assert client.get("/robots.txt").text.splitlines() == ["User-agent: *", "Allow: /"]


def test_every_page_has_a_description_of_its_own(client, library):
    found = {}
    for name in NAMES:
        (words,) = re.findall(r'<meta name="description" content="([^"]+)">', head(client.get(f"/en/{name}").text))
        found.setdefault(words, []).append(name)
    # The two are the same texts, folded and on one long page.
    assert [names for names in found.values() if len(names) > 1] == [["explain", "explain/all"]]
    assert [names for words, names in found.items() if words == library.site.tagline] == [["design"]]


def test_a_description_is_in_the_language_of_its_page(client, app):
    catalog = app.extensions["state"].catalogs["es"]
    words = catalog.gettext("Each source, and every text of this guide that rests on it.")
    assert f'<meta name="description" content="{words}">' in client.get("/es/sources").text


def test_browsers_find_icons_where_no_page_names_them(client):
    icon = client.get("/favicon.ico")
    assert icon.mimetype == "image/vnd.microsoft.icon"
    assert unpack_from("<HHH", icon.data) == (0, 1, 3)
    touch = client.get("/apple-touch-icon.png")
    assert touch.data[:8] == b"\x89PNG\r\n\x1a\n"
    assert unpack_from(">II", touch.data, 16) == (180, 180)
    (named,) = re.findall(r'<link rel="apple-touch-icon" href="([^"]*)"', client.get("/es/help").text)
    assert client.get(named).data == touch.data
