"""What all tests share: the content, the site in this process, and one running server for the browser."""

import datetime as dt
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from guide import messages
from guide.content import load
from guide.web import create_app
from guide.web.settings import Settings

ROOT = Path(__file__).parents[1]
TODAY = "2026-11-22"  # no test may fail because a day has passed
STARTS_WITHIN = 60  # seconds: a bound so that a server that never starts cannot hang the tests
SERVER_ADDRESS = "GUIDE_TEST_URL"


def pytest_configure(config):
    """The first process compiles the catalogues and starts the one server; the others are told where it is."""
    if hasattr(config, "workerinput"):
        return
    library = load(ROOT / "content")
    for language in messages.targets(library):
        messages.compile_catalogue(ROOT / "translations", language)
    if config.option.collectonly:
        return
    config.server, os.environ[SERVER_ADDRESS] = _start(ROOT)


def _start(root):
    """The real server for the content, catalogues and static files below `root`, and its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-c",
        "from guide.cli import main; main()",
        "serve",
        "--port",
        str(port),
        "--workers",
        "1",
        "--today",
        TODAY,
    ]
    root_of_it = os.environ | {"GUIDE_ROOT": str(root)}
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=root_of_it)
    url = f"http://127.0.0.1:{port}"
    _wait_for(url + "/healthz")
    return server, url


def _wait_for(url):
    give_up = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < give_up:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise RuntimeError("the server did not start")


def pytest_unconfigure(config):
    server = getattr(config, "server", None)
    if server:
        server.terminate()
        server.wait(timeout=30)


@pytest.fixture(scope="session")
def serve():
    """Starts the real server for another root folder; gives its address."""
    servers = []

    def start(root):
        server, url = _start(root)
        servers.append(server)
        return url

    yield start
    for server in servers:
        server.terminate()
        server.wait(timeout=30)


@pytest.fixture(scope="session")
def library():
    return load(ROOT / "content")


@pytest.fixture(scope="session")
def app():
    return create_app(Settings(today=lambda: dt.date.fromisoformat(TODAY)))


@pytest.fixture
def client(app):
    return app.test_client()
