"""`guide check --pages` renders each page in each language, and names the pages that fail."""

import pytest
from jinja2 import DictLoader
from support import day

from guide.config import Settings
from guide.web import create_app, page_check
from guide.web.every_page import pages

pytestmark = pytest.mark.slow  # `make check` leaves it out: it takes seconds

SECRET = "something that somebody sent"


def fails(**_):
    raise KeyError(SECRET)


@pytest.fixture
def site(small, monkeypatch):
    """A site of its own, of which a few pages of each language are looked at."""
    monkeypatch.setattr(page_check, "pages", lambda app, code: [path for path in pages(app, code) if "safety" in path])
    return create_app(Settings(small, day.today))


def languages(site):
    return site.extensions["state"].library.languages


def reported(site):
    return [(problem.path, problem.message) for problem in page_check.problems(site)]


def test_pages_that_render_are_no_problem(site):
    assert reported(site) == []


def test_a_failing_page_is_reported_in_each_language_with_the_error_type(site):
    site.view_functions["safety"] = fails
    found = reported(site)
    assert [path for path, _ in found] == [f"/{code}/safety" for code in languages(site)]
    for _, message in found:
        assert "KeyError" in message
        assert SECRET not in message


def test_a_form_that_fails_is_reported(site):
    site.view_functions["result, posted"] = fails
    assert {path for path, _ in reported(site)} == {f"/{code}/result after a POST" for code in languages(site)}


@pytest.mark.whole
def test_a_missing_page_is_reported(site, monkeypatch):
    monkeypatch.setattr(page_check, "pages", lambda app, code: [f"/{code}/nothing"])
    assert ("/es/nothing", "this page cannot be rendered: 404") in reported(site)


def test_a_failing_error_page_is_reported(site):
    site.view_functions["safety"] = fails
    site.jinja_env.loader = DictLoader({})
    site.jinja_env.cache.clear()
    found = dict(reported(site))
    assert "KeyError" in found["/es/safety"]


def test_nothing_is_logged_and_logging_goes_on_afterwards(site, caplog):
    site.view_functions["safety"] = fails
    reported(site)
    assert caplog.records == []
    site.test_client().get("/es/safety")
    assert len(caplog.records) == 1
