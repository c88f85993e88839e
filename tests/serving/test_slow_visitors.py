"""Slow clients do not block others. `make test` tries a few, `make test-all` as many as once blocked the server."""

import contextlib
import resource
import time

import pytest
from support.sampling import WHOLE
from support.serving import STALLED_POST, until

STALLED, SILENT, SLOW_HEADERS = (20, 1200, 300) if WHOLE else (6, 100, 40)
VISITORS = 6
HELD_FOR = 10  # seconds that the server waits for a body, and for the headers
PATHS = ["/en/", "/es/help", "/en/nothing"]


@pytest.fixture(autouse=True)
def enough_files():
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 4096), hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@contextlib.contextmanager
def held(served, number, data=b""):
    connections = [served.raw(data) for _ in range(number)]
    yield connections
    for connection in connections:
        connection.close()


def visitors_are_served(served):
    for number in range(VISITORS):
        status = served.get(PATHS[number % len(PATHS)], timeout=30)[0]
        assert status == (404 if PATHS[number % len(PATHS)].endswith("nothing") else 200)
    assert served.post(timeout=30)[0] == 200


def closed(connection, answered):
    """Whether the server has ended this connection, with or without an answer."""
    connection.settimeout(HELD_FOR * 3)
    data = b""
    while part := _receive(connection):
        data += part
    return data.startswith(b"HTTP/1.1 408") if answered else True


def _receive(connection):
    try:
        return connection.recv(65536)
    except ConnectionResetError:
        return b""


def test_stalled_posts_block_no_one(served):
    with held(served, STALLED, STALLED_POST):
        visitors_are_served(served)


@pytest.mark.whole  # ten seconds of waiting
def test_stalled_posts_are_closed(served):
    with held(served, STALLED, STALLED_POST) as connections:
        assert all(closed(connection, answered=True) for connection in connections)


@pytest.mark.whole  # ten seconds of waiting; the posts that stall go the same way
def test_silent_connections_block_no_one_and_are_closed(served):
    with held(served, SILENT) as connections:
        visitors_are_served(served)
        assert all(closed(connection, answered=False) for connection in connections[:20])


@pytest.mark.whole  # as above
def test_slow_headers_block_no_one(served):
    with held(served, SLOW_HEADERS, b"GET /en/ HTTP/1.1\r\nHost: guide\r\n") as connections:
        for connection in connections:
            with contextlib.suppress(OSError):
                connection.sendall(b"X-Slow: 1\r\n")
        visitors_are_served(served)


def test_a_visitor_who_sends_in_time_is_answered(served):
    slow = served.raw(STALLED_POST)
    time.sleep(1)
    slow.sendall(b"&proceedings=unsure&x=")
    assert until(lambda: slow.recv(4096).startswith(b"HTTP/1.1 200"), 30)
    slow.close()


def test_a_body_that_is_too_large_is_refused_without_waiting_for_its_end(served):
    head = STALLED_POST.replace(b"Content-Length: 30", b"Content-Length: 1000000")
    large = served.raw(head + b"x" * 20_000)
    answer = large.recv(65536)
    assert answer.startswith(b"HTTP/1.1 413")
    assert b"content-security-policy" in answer
    large.close()
