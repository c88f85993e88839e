"""A block without a current translation is shown in English, marked as English, with a short note."""

import shutil

import pytest
from support import day
from support.client import client_of
from support.html_checks import language_problems

from guide.config import CHECKOUT, Settings
from guide.i18n import messages
from guide.loader.content import load
from guide.web import create_app

pytestmark = pytest.mark.slow  # `make check` leaves it out: it makes many pages

PASSAGE = "Choose who will care for them if you are held"


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    root = tmp_path_factory.mktemp("root")
    for folder in ("content", "static", "translations"):
        shutil.copytree(CHECKOUT / folder, root / folder)
    library = load(root / "content")
    language = library.languages["es"]
    catalog = messages.read(root / "translations", language)
    (message,) = [one for one in catalog if PASSAGE in str(one.id)]
    message.flags.add("fuzzy")  # its English has changed, and nobody has translated it again
    messages.write(root / "translations", language, catalog)
    return client_of(create_app(Settings(root, day.today)))


def test_it_is_shown_in_english_and_marked(client):
    html = client.get("/es/explain").text
    item = next(line for line in html.splitlines() if PASSAGE in line)
    assert '<li><span lang="en" dir="ltr">' in item


@pytest.mark.parametrize("path", ["explain", "rules", "questions"])
def test_no_english_is_unmarked_on_a_page(client, library, path):
    assert list(language_problems(client.get(f"/es/{path}").text, library)) == []


def test_a_short_note_is_before_it_and_only_there(client):
    html = client.get("/es/explain").text
    spanish = messages.read(CHECKOUT / "translations", load(CHECKOUT / "content").languages["es"])
    note = spanish.get("Parts of this text are in English. They are not translated yet.").string
    assert html.count(note) == 1
    assert html.index(note) < html.index(PASSAGE)
    assert note not in client.get("/es/help").text


def test_the_rest_stays_in_the_language(client):
    assert "Qué es cierto hoy" in client.get("/es/explain").text
