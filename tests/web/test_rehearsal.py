"""Each page of each language is made once, and what fails is told by its name."""

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


def told(site):
    return [(problem.path, problem.message) for problem in page_check.problems(site)]


def test_pages_that_can_be_made_are_no_problem(site):
    assert told(site) == []


def test_a_page_that_fails_is_told_in_each_language_with_the_kind_of_error_alone(site):
    site.view_functions["safety"] = fails
    found = told(site)
    assert [path for path, _ in found] == [f"/{code}/safety" for code in languages(site)]
    for _, message in found:
        assert "KeyError" in message
        assert SECRET not in message


def test_a_form_that_fails_is_told(site):
    site.view_functions["result, posted"] = fails
    assert {path for path, _ in told(site)} == {f"/{code}/result after a POST" for code in languages(site)}


def test_a_page_that_is_not_there_is_told(site, monkeypatch):
    monkeypatch.setattr(page_check, "pages", lambda app, code: [f"/{code}/nothing"])
    assert ("/es/nothing", "this page cannot be made: 404") in told(site)


def test_a_page_whose_error_page_fails_too_is_told(site):
    site.view_functions["safety"] = fails
    site.jinja_env.loader = DictLoader({})
    site.jinja_env.cache.clear()
    found = dict(told(site))
    assert "KeyError" in found["/es/safety"]


def test_nothing_is_logged_and_logging_goes_on_afterwards(site, caplog):
    site.view_functions["safety"] = fails
    told(site)
    assert caplog.records == []
    site.test_client().get("/es/safety")
    assert len(caplog.records) == 1
