"""When a page fails, the response is a prebuilt page, which cannot fail."""

import pytest
from jinja2 import DictLoader
from support.day import today

from guide.config import Settings
from guide.web import create_app

pytestmark = pytest.mark.slow  # `make check` leaves it out: it makes many pages


@pytest.fixture
def broken():
    """The site after all of its templates have gone."""
    app = create_app(Settings(today=today))
    app.jinja_env.loader = DictLoader({})
    app.jinja_env.cache.clear()
    return app


@pytest.mark.parametrize("path", ["/es/", "/es/help", "/es/nothing", "/es+en/explain"])
def test_a_page_that_fails_is_answered_in_the_language_of_the_path(broken, path):
    response = broken.test_client().get(path)
    assert response.status_code == 500
    assert b'lang="es"' in response.data
    assert b'lang="ar"' not in response.data
    assert b"988" in response.data
    assert b"/es/explain" in response.data
    assert b"/es/help" in response.data
    assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["Cache-Control"] == "no-store"


def test_without_a_language_it_is_answered_in_all(broken, library):
    response = broken.test_client().get("/")
    assert response.status_code == 500
    for code in library.languages:
        assert f'id="{code}"'.encode() in response.data


def test_a_posted_result_that_fails_shows_nothing_of_the_answers(broken, capfd):
    response = broken.test_client().post("/ar/result", data={"held": "canary7qx"})
    assert response.status_code == 500
    assert b'dir="rtl"' in response.data
    assert b"canary7qx" not in response.data
    assert "canary7qx" not in "".join(capfd.readouterr())


def test_a_failing_framed_page_is_shown_in_its_frame(broken):
    response = broken.test_client().get("/embed/en/")
    assert response.status_code == 500
    assert "frame-ancestors *" in response.headers["Content-Security-Policy"]


def test_only_the_name_of_the_failing_page_is_logged(broken):
    client = broken.test_client()
    assert client.get("/readyz").status_code == 503
    client.get("/en/help?canary7qx")
    answer = client.get("/readyz")
    assert "failed: help" in answer.text
    assert "canary7qx" not in answer.text
    assert client.get("/healthz").status_code == 200


@pytest.mark.slow
def test_a_site_whose_pages_render_is_ready(small):
    app = create_app(Settings(small, today))
    client = app.test_client()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.text) == (200, "ready\n")
    assert client.get("/healthz").text == f"ok\n{app.extensions['state'].fingerprint}\n"
