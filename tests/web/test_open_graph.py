"""Link previews: each page in its own words and language; one for the first minute says no more than the site does."""

import re

import pytest
from support import day
from support.client import client_of
from support.partnered import SLUG, with_partner
from support.sampling import sample
from support.site_pages import LIBRARY, NAMES, in_english_and_another

from guide.config import Settings
from guide.web import create_app

pytestmark = pytest.mark.slow  # `make check` leaves it out: it takes seconds

ADDRESS = "https://guide.example.org"
REVEALING = re.compile(r"deport|raid|\bICE\b|undocumented|illegal|arrest|taken|officer", re.IGNORECASE)
EXAMPLE = next(name for name in NAMES if name.startswith("examples/"))
OWN = ["help", "explain/today", "sources", "timeline"]


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    root = with_partner(tmp_path_factory.mktemp("root"))
    return client_of(create_app(Settings(root, day.today, address=ADDRESS)))


def preview(html):
    return dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)"', html))


def title(html):
    return re.search(r"<title>(.*?)</title>", html, re.S)[1]


@pytest.mark.parametrize(("name", "lang"), in_english_and_another(OWN))
def test_a_link_shows_the_words_of_its_page(known, name, lang):
    html = known.get(f"/{lang}/{name}").text
    shown = preview(html)
    assert shown["og:title"] == title(html)
    assert shown["og:description"] == re.search(r'name="description" content="([^"]*)"', html)[1]
    assert shown["og:url"] == f"{ADDRESS}/{lang}/{name}"
    assert shown["twitter:card"] == "summary_large_image"


@pytest.mark.parametrize("lang", ["en", "es", "ar", "zh-Hans"])
def test_a_link_shows_a_picture_of_its_language_with_its_words_and_its_size(known, app, lang):
    texts, shown = app.extensions["state"].catalogs[lang], preview(known.get(f"/{lang}/help").text)
    picture = known.get(shown["og:image"].removeprefix(ADDRESS))
    assert picture.mimetype == "image/png"
    assert f"share-{lang}." in shown["og:image"]
    size = [int.from_bytes(picture.data[at : at + 4]) for at in (16, 20)]
    assert [shown["og:image:width"], shown["og:image:height"]] == [str(length) for length in size]
    site = LIBRARY.site
    assert shown["og:image:alt"] == f"{texts.gettext(site.name)}: {texts.gettext(site.tagline)}"


@pytest.mark.parametrize(
    ("name", "lang"),
    in_english_and_another([*sorted(LIBRARY.urgent), "safety", "privacy", EXAMPLE]),
)
def test_a_page_that_tells_of_its_reader_shows_only_what_the_site_is(known, app, name, lang):
    """A chat keeps what it shows beside a link, for everybody who holds the phone."""
    texts, shown = app.extensions["state"].catalogs[lang], preview(known.get(f"/{lang}/{name}").text)
    assert shown["og:title"] == texts.gettext(LIBRARY.site.name)
    assert shown["og:description"] == texts.gettext(LIBRARY.site.tagline)


def test_no_title_tells_what_its_reader_fears(known):
    for name in ("", "help", "explain", "explain/today", "questions", *sample(sorted(LIBRARY.guidelines), 2)):
        page = f"explain/{name}" if name in LIBRARY.guidelines else name
        assert not REVEALING.search(preview(known.get(f"/en/{page}").text)["og:title"]), page


@pytest.mark.parametrize(
    ("path", "own"),
    [
        ("/", "/"),
        ("/es+en/help", "/es+en/help"),
        ("/embed/es/help", "/es/help"),
        (f"/p/{SLUG}/", f"/p/{SLUG}/"),
        (f"/p/{SLUG}/ar/help", f"/p/{SLUG}/ar/help"),
        (f"/embed/p/{SLUG}/es/", f"/p/{SLUG}/es/"),
    ],
)
def test_a_preview_leads_to_the_page_that_was_sent_outside_of_its_frame(known, path, own):
    assert preview(known.get(path).text)["og:url"] == f"{ADDRESS}{own}"
    assert known.get(own).status_code == 200


@pytest.mark.parametrize("path", ["/es/nothing", "/nothing", "/en/result"])
def test_an_error_page_has_no_preview(known, path):
    assert preview(known.get(path).text) == {}


def test_without_a_public_address_there_are_no_meta_tags(client):
    assert preview(client.get("/en/").text) == {}
