"""The visitors of `make soak` find what they are for: a request that fails, a result of other answers."""

import http.client
import io
import threading
from types import SimpleNamespace

import pytest
import soak as program
from support import day, server, soak

from guide.config import Settings
from guide.web import create_app

pytestmark = pytest.mark.slow
VISITORS, WALKS_FOR, PAUSE = 3, 1.5, 0.05  # visitors, seconds, seconds


@pytest.fixture(scope="module")
def walks(small):
    return soak.Walks(small, each=1)


@pytest.fixture(scope="module")
def site(small):
    return create_app(Settings(small, day.today))


def seen(site, walks):
    """What a few visitors of a WSGI application see."""
    with server.hosted(site) as port:
        connect = lambda: http.client.HTTPConnection("127.0.0.1", port, timeout=30)  # noqa: E731
        return soak.visit(connect, walks, VISITORS, PAUSE, lambda: threading.Event().wait(WALKS_FOR))


def posts(site, instead):
    """A site whose posts are answered by another WSGI application."""
    return lambda environ, start: (instead if environ["REQUEST_METHOD"] == "POST" else site)(environ, start)


def test_a_sound_site_fails_nobody(site, walks):
    met = seen(site, walks)
    assert (met.failed, met.wrong, met.lost) == ([], [], 0)
    assert met.counts["results"] > 0
    assert met.counts["requests"] > 4 * met.counts["walks"]  # style sheets and scripts too


@pytest.mark.whole
def test_a_result_of_other_answers_is_a_lost_answer(site, walks):
    forgets = lambda environ, start: site(environ | {"wsgi.input": io.BytesIO(), "CONTENT_LENGTH": "0"}, start)  # noqa: E731
    met = seen(posts(site, forgets), walks)
    assert met.failed == []
    assert met.lost == len(met.wrong) > 0


@pytest.mark.whole
def test_a_post_that_fails_is_a_lost_answer(site, walks):
    def fails(environ, start):
        start("500 No", [("Content-Length", "0")])
        return [b""]

    met = seen(posts(site, fails), walks)
    assert met.lost == len(met.failed) > 0
    assert {method for method, *_ in met.failed} == {"POST"}


@pytest.mark.whole
def test_a_guide_that_is_busy_is_asked_again(site, walks):
    asked = []

    def at_first_busy(environ, start):
        asked.append(1)
        if len(asked) % 2:
            start("503 Busy", [("Content-Length", "0"), ("Retry-After", "0")])
            return [b""]
        return site(environ, start)

    met = seen(posts(site, at_first_busy), walks)
    assert met.failed == []
    assert met.counts["busy"] > 0
    assert met.counts["results"] > 0


@pytest.mark.parametrize(("end", "passes"), [(104.0, True), (106.0, False)])
def test_memory_that_grows_by_five_percent_fails_the_run(end, passes):
    run = program.Run(SimpleNamespace(workers=lambda: [1, 2], family=lambda: [0, 1, 2]))
    run.memory = [(100.0, 50.0)] * 8 + [(end, 50.0)] * 4
    assert program.passed(soak.Seen(), run, "") is passes
    assert not program.passed(soak.Seen(failed=[("GET", "/", "")]), run, "")
    assert not program.passed(soak.Seen(wrong=[("en", "")]), run, "")
