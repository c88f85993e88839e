"""Link previews: the same neutral text for every page, in its language."""

import re

import pytest
from support import day

from guide.config import Settings
from guide.web import create_app

pytestmark = pytest.mark.slow  # `make check` leaves it out: it takes seconds

ADDRESS = "https://guide.example.org"


@pytest.fixture(scope="module")
def known():
    return create_app(Settings(today=day.today, address=ADDRESS)).test_client()


@pytest.mark.parametrize("lang", ["en", "es", "ar", "zh-Hans"])
def test_a_link_shows_neutral_words_and_a_picture_of_its_language(known, app, lang):
    catalog = app.extensions["state"].catalogs[lang]
    reported = [
        dict(re.findall(r'property="(og:\w+)" content="([^"]*)"', known.get(f"/{lang}/{name}").text))
        for name in ("", "help")
    ]
    assert reported[0] == reported[1]
    assert reported[0]["og:title"] == catalog.gettext("Know the Guidelines")
    picture = known.get(reported[0]["og:image"].removeprefix(ADDRESS))
    assert picture.mimetype == "image/png"
    assert f"share-{lang}." in reported[0]["og:image"]


def test_without_a_public_address_there_are_no_meta_tags(client):
    assert "og:" not in client.get("/en/").text
