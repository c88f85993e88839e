"""A new page is a new row and a template."""

import pytest
from jinja2 import ChoiceLoader, DictLoader
from support import day
from support.partnered import SLUG, with_partner

from guide.config import Settings
from guide.web import create_app
from guide.web.every_page import pages
from guide.web.pages_table import PAGES, Pages, Row
from guide.web.routes import resolve

TIPS = """{% extends "base.html" %}{% set path = "tips" %}
{% block main %}<h1>{{ language.name }}</h1>
{{ link("tips", "here") }}{{ link("sources", "out") }}{% endblock %}"""


def with_row(root, row):
    app = create_app(Settings(root, day.today), (*PAGES, row))
    app.jinja_env.loader = ChoiceLoader([DictLoader({"tips.html": TIPS}), app.jinja_env.loader])
    return app


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return with_partner(tmp_path_factory.mktemp("root"))


def test_a_row_is_routed_listed_and_in_the_menu(root):
    app = with_row(root, Row("tips", menu="Sources", in_frames=True, of_partners=True, in_pairs=True, first=4))
    client = app.test_client()
    places = [f"/{before}es/tips" for before in ("", "embed/", f"p/{SLUG}/", f"embed/p/{SLUG}/")]
    listed = pages(app, "es", with_pairs=True)
    assert {*places, "/es+en/tips"} <= set(listed)
    assert listed[4] == "/es/tips"
    for place in [*places, "/es+en/tips"]:
        answer = client.get(place)
        assert answer.status_code == 200, place
        assert ">here</a>" in answer.text
    assert f'<a href="{places[1]}">here</a><a href="/es/sources" target="_blank"' in client.get(places[1]).text
    assert '<li><a href="/es/tips">' in client.get("/es/timeline").text
    assert f'<li><a href="/p/{SLUG}/es/tips">' in client.get(f"/p/{SLUG}/es/").text
    both = client.get("/es+en/tips").text
    assert "Español" in both
    assert "English" in both


def test_a_minimal_row_is_one_plain_page(root):
    app = with_row(root, Row("tips"))
    client = app.test_client()
    assert client.get("/ar/tips").status_code == 200
    for place in ("/embed/ar/tips", f"/p/{SLUG}/ar/tips", "/ar+en/tips"):
        assert client.get(place).status_code == 404, place
    assert "/ar/tips" not in client.get("/ar/timeline").text


def test_no_two_rows_have_one_name_and_each_names_a_view_that_is_there():
    names = [row.name for row in PAGES]
    assert len(names) == len(set(names))
    for row in PAGES:
        for name in filter(None, (row.view, row.posted)):
            assert callable(resolve(name)), row


def test_a_row_with_an_unknown_view_is_an_error(root):
    with pytest.raises(AttributeError, match="nowhere"):
        with_row(root, Row("tips", view="pages.nowhere"))


@pytest.mark.parametrize(
    ("page", "name"),
    [("", ""), ("help#by-state", "help"), ("explain/today", "explain/<guideline>"), ("explain/a/b", None), ("x", None)],
)
def test_a_page_is_found_by_its_address(page, name):
    row = Pages().find(page)
    assert (row.name if row else None) == name
