"""Three real engines, and the table of what was done in each."""

import shutil
from collections import defaultdict
from pathlib import Path

import pytest
from support import day, figures
from support.engines.puppet import FOLDER, Puppet
from support.engines.steps import Reader
from support.engines.watched import watched
from support.engines.webkit import DRIVER, SELENIUM, WebKit, browsers

from guide.config import Settings
from guide.web import create_app

ENGINES = {"chrome80": Puppet, "firefox": Puppet, "webkit": lambda _: WebKit()}
VERSIONS = {"chrome80": "HeadlessChrome/80.", "firefox": "firefox/", "webkit": "MiniBrowser/2."}
NAMES = {"chrome80": "Chrome", "firefox": "Firefox", "webkit": "WebKitGTK"}
LANGUAGES = ("en", "ar")
HERE = Path(__file__).parent

outcomes = defaultdict(dict)
versions = {}


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("engines")


def _needs(engine):
    """Yield what an engine needs: where it comes from, and whether it is here."""
    npm = engine != "webkit"
    if npm:
        yield "npm", (FOLDER / "node_modules").exists()
    if engine == "firefox":
        yield "apt-get", bool(shutil.which("firefox-esr"))
    if engine == "webkit":
        yield "apt-get", Path(DRIVER).exists() and bool(browsers()) and bool(shutil.which("Xvfb"))
        yield "python3", SELENIUM.exists()


@pytest.fixture(scope="session", params=ENGINES)
def running(request):
    """One process of each engine. It is skipped only where its source does not exist."""
    name = request.param
    for source, there in _needs(name):
        if not there and not shutil.which(source):
            pytest.skip(f"this machine has no {source}, which {name} comes from")
        assert there, f"{name} is not installed: run `make test-engines`"
    engine = ENGINES[name](name)
    yield engine
    engine.end()


@pytest.fixture(scope="session")
def seen(library):
    """Our site with its address, the site that readers leave to, and what both were asked."""
    with watched(
        lambda address: create_app(Settings(today=day.today, address=address)),
        [language.leave_to for language in library.languages.values()],
    ) as servers:
        yield servers


@pytest.fixture(params=LANGUAGES)
def lang(request):
    return request.param


@pytest.fixture
def reader(running, seen):
    """A reader with a fresh browser: no history, no cookie. Afterwards no script may have failed."""
    seen.forget()
    running.fresh([seen.ours, seen.other])
    versions[running.name] = running.version()
    assert versions[running.name].startswith(VERSIONS[running.name])
    yield Reader(running, seen)
    assert seen.thrown == []
    assert running.elsewhere() == []


def pytest_runtest_makereport(item, call):
    """Remember the worst outcome of each task in each engine and language."""
    if HERE not in item.path.parents or not hasattr(item, "callspec"):
        return
    given = item.callspec.params
    cell = given.get("running", ""), given.get("lang", "")
    said = outcomes[item.originalname]
    if call.excinfo is None:
        said.setdefault(cell, "ok")
    else:
        said[cell] = "skipped" if call.excinfo.errisinstance(pytest.skip.Exception) else "FAILED"


def pytest_sessionfinish(session, exitstatus):
    """Write a line for each engine of a run that came to its end, where `--figures` says so."""
    date = session.config.getoption("--figures")
    if date and exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        figures.put([_figures(engine, date) for engine in ENGINES if engine in versions], under="engines")


def _figures(engine, date):
    words = [{word for (name, _), word in said.items() if name == engine} - {"skipped"} for said in outcomes.values()]
    tried = [each for each in words if each]
    passed = sum(each == {"ok"} for each in tried)
    version = versions[engine].partition("/")[2]
    return {"name": NAMES[engine], "version": version, "date": date, "tasks": len(tried), "passed": passed}


def pytest_terminal_summary(terminalreporter):
    if not outcomes:
        return
    terminalreporter.section("tasks and engines")
    cells = [(engine, lang) for engine in ENGINES for lang in LANGUAGES]
    for engine in ENGINES:
        terminalreporter.write_line(f"{engine}: {versions.get(engine, 'did not run')}")
    wide = max(map(len, outcomes)) - len("test_")
    terminalreporter.write_line(" ".join([" " * wide, *(f"{engine + ' ' + lang:>11}" for engine, lang in cells)]))
    for task, said in outcomes.items():
        words = task.removeprefix("test_").replace("_", " ")
        found = (said.get(cell) or said.get((cell[0], "")) or "-" for cell in cells)
        terminalreporter.write_line(" ".join([f"{words:<{wide}}", *(f"{one:>11}" for one in found)]))
