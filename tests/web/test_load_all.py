"""Everything that pages need is in memory from the start: no file tells by its time of access what was read."""

import sys

import pytest
from support import day

from guide.config import Settings
from guide.web import create_app
from guide.web.load_all import load_all
from guide.web.server.site import Site, known, warm

pytestmark = pytest.mark.slow  # `make check` leaves it out: it takes seconds

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


def test_a_result_is_made_once_before_the_workers_are_forked(site, library):
    kept = site.extensions["state"].kept
    warm(Site(site, known(site), day.today, site.extensions["failures"], ""))
    begun = {place: set(parts) for place, parts in kept._places.items()}
    assert {place.language.code for place, _ in begun} == set(library.languages)
    assert all(begun.values())
    site.test_client().post("/ar/result", data={})
    assert {place: set(parts) for place, parts in kept._places.items()} == begun
