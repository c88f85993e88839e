"""Shared fixtures: the content, the site in this process, and one running server for browser tests."""

from contextlib import ExitStack
from pathlib import Path

import pytest
from click.testing import CliRunner
from support import day, figures, left_out, read_once, sampling, server
from support.client import client_of
from support.serving import small_site, tiny_site

from guide import clock
from guide.cli.main import main
from guide.config import Settings
from guide.loader.content import load
from guide.web import create_app

ROOT = Path(__file__).parents[1]


def pytest_addoption(parser):
    """Add the option of `make accessibility-figures` and `make test-engines`."""
    parser.addoption(
        "--figures", default="", help="Write what was seen into content/accessibility.yaml, with this day."
    )


def pytest_sessionfinish():
    figures.NOTES.write()


def pytest_configure(config):
    """Prepare the shared server in the first process; the first test that needs it starts it."""
    figures.NOTES.day = config.getoption("--figures")
    clock.now = day.refuse
    read_once.begin()
    config.pluginmanager.register(left_out, "left_out")
    if not hasattr(config, "workerinput"):
        config.shared_server = server.Shared.place()


def pytest_collection_modifyitems(config, items):
    """Mark tests that start servers, and deselect `whole` tests except in `make test-all`."""
    for item in items:
        if "/serving/" in str(item.path):
            item.add_marker("serving")
    if not sampling.WHOLE:
        left = [item for item in items if item.get_closest_marker("whole")]
        items[:] = [item for item in items if not item.get_closest_marker("whole")]
        config.hook.pytest_deselected(items=left)


def pytest_unconfigure(config):
    if shared := getattr(config, "shared_server", None):
        shared.end()


@pytest.fixture(scope="session")
def url():
    """The address of the shared server of this run; the first test that requests it starts it."""
    return server.Shared.here().address()


@pytest.fixture(scope="session")
def serve():
    """Serves another root folder, or the guide under another name of this machine, on the fixed day; gives its address.

    Only `known_as` starts the production server, which then makes all its pages: a minute of work.
    """
    with ExitStack() as running:

        def start(root=None, known_as=None):
            if not known_as:
                site = create_app(Settings(root, day.today))
                return f"http://127.0.0.1:{running.enter_context(server.hosted(site))}"
            process, url = server.start(root=root, known_as=known_as)
            running.callback(server.stop, process)
            return url

        yield start


def read_and_end(options):
    """What the server does at its start, up to where it would serve: the same problems, and no process of its own."""
    from guide.web.server import site, supervisor

    supervisor.listen(options.host, options.port).close()
    assert site.read(options) is None, "it was not refused, and a server would run now"
    raise SystemExit(1)


@pytest.fixture(autouse=True)
def never_a_server_in_this_process(monkeypatch):
    """`guide serve` becomes the server: a test that calls it in this process must not."""
    monkeypatch.setattr("guide.web.server.supervisor.replace_this_process", read_and_end)


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    """A folder with a small site, which no test changes."""
    return small_site(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def tiny(tmp_path_factory):
    """A folder with a guide of a few invented texts, which no test changes."""
    return tiny_site(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="session")
def library():
    return load(ROOT / "content")


@pytest.fixture(scope="session")
def app():
    return create_app(Settings(today=day.today))


@pytest.fixture(scope="session")
def client(app):
    """A test that changes `app`, or counts what a visit does, takes `app.test_client()` instead."""
    return client_of(app)


@pytest.fixture
def run():
    """Runs a command of the guide on the fixed day; names in capitals are its environment."""

    def call(*arguments, **environment):
        words = [str(argument) for argument in arguments]
        return CliRunner().invoke(main, words, env=environment, default_map=day.COMMANDS)

    return call


@pytest.fixture
def answers(tmp_path):
    """Writes answers into a file, and gives its path."""

    def write(text):
        path = tmp_path / "answers.yaml"
        path.write_text(text, "utf-8")
        return path

    return write
