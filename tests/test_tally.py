"""Failures are counted in all processes together, by number only, and told to this machine only."""

import asyncio
import os
from types import SimpleNamespace

import pytest
from support import day
from support.serving import FORM

from guide.config import Settings
from guide.web import create_app
from guide.web.server.front import Front
from guide.web.server.link import pair
from guide.web.server.site import Site, known
from guide.web.server.tally import KINDS, Tally


def test_each_process_adds_to_counts_that_all_of_them_read():
    first, second, third = Tally.rows(3, "127.0.0.1")
    for row, times in ((second, 2), (third, 3)):
        if not (child := os.fork()):
            for _ in range(times):
                row.add("busy")
            os._exit(0)
        os.waitpid(child, 0)
    first.add("replaced processes")
    assert first.totals() == third.totals() == {"failed requests": 0, "busy": 5, "replaced processes": 1}


def fails(environ, start_response):
    raise RuntimeError("canary7")


class Protocol:
    """The server's side of one request with a body, which keeps the response."""

    def __init__(self):
        self.status, self.body, self._chunks = 0, b"", [b"held=canary7"]

    def response_bytes(self, status, headers, body):
        self.status, self.body = status, body

    async def client_disconnect(self):
        await asyncio.Event().wait()

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self._chunks:
            return self._chunks.pop()
        raise StopAsyncIteration


@pytest.fixture(scope="module")
def site(tiny):
    app = create_app(Settings(tiny, day.today))
    return Site(fails, known(app), day.today, app.extensions["failures"], "0123")


def asked(site, host, *requests):
    """Send requests to a front of a server that listens on `host`; return the text of its readiness."""

    form = {"content-type": FORM}
    headers = SimpleNamespace(get=form.get, items=lambda: list(form.items()))

    async def ask():
        front = Front(site, workers, asyncio.get_running_loop(), Tally.rows(1, host)[0])
        for method, path in (*requests, ("GET", "/readyz")):
            scope = SimpleNamespace(proto="http", method=method, path=path, query_string="", headers=headers)
            await front.__rsgi__(scope, protocol := Protocol())
        return protocol.body.decode()

    makers, workers = pair()
    with makers.socket, workers.socket:
        return asyncio.run(ask())


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "localhost"])
def test_a_request_that_failed_is_counted_without_anything_of_it(site, host):
    said = asked(site, host, ("POST", "/en/result"), ("POST", "/en/canary7"))
    assert said == "no\nfailed requests: 2\nbusy: 0\nreplaced processes: 0\n"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", ""])
def test_a_server_that_other_machines_reach_tells_no_counts(site, host):
    said = asked(site, host, ("POST", "/en/result"))
    assert said == "no\n"


def test_only_failures_of_the_server_are_counted():
    (row,) = Tally.rows(1, "::1")
    for status in (200, 304, 308, 404, 408, 413, 414, 501, 500, 503):
        row.note(status)
    assert row.totals() == dict(zip(KINDS, (1, 1, 0), strict=True))
