"""Everything that pages need is in memory from the start: no file tells by its time of access what was read."""

import sys

import pytest
from support import day

from guide.config import Settings
from guide.web import create_app
from guide.web.load_all import load_all

OPENED: list[str] = []
WATCHING: list[bool] = []
VISITS = ("/{}/explain", "/{}/help", "/{}/handout", "/{}/nothing", "/{}/changes.atom", "/{}/languages")


def _note(event, arguments):
    if event == "open" and WATCHING:
        OPENED.append(str(arguments[0]))


@pytest.fixture
def opened():
    """The names of the files that were opened while the test ran."""
    if _note not in getattr(sys, "_hooks_of_tests", ()):
        sys.addaudithook(_note)  # for good: Python removes no such hook
        sys._hooks_of_tests = (_note,)
    OPENED.clear()
    yield OPENED
    WATCHING.clear()


def visit(site, languages):
    client = site.test_client()
    for code in languages:
        for path in VISITS:
            client.get(path.format(code))
        client.post(f"/{code}/result", data={"held": "yes"})


@pytest.fixture
def site():
    made = create_app(Settings(today=day.today))
    made.test_client().get("/healthz")  # the client of the tests reads a file of its own once
    return made


def test_no_visit_opens_a_file(site, library, opened):
    load_all(site)
    WATCHING.append(True)
    visit(site, library.languages)
    assert opened == []


@pytest.mark.whole
def test_without_loading_visits_would_open_files(site, opened):
    WATCHING.append(True)
    visit(site, ["ar"])
    assert [name for name in opened if name.endswith("result.html")]
