"""nginx with the sample of deploy/, when the guide behind it fails."""

import os
import signal
import socket
import threading
import time
from contextlib import contextmanager

import pytest
from support import nginx, server
from support.nginx import FORM, assert_ours
from support.serving import serving, until

pytestmark = pytest.mark.deploy
VISITORS, WALKS_FOR, PAUSE = 40, 12, 2  # visitors, seconds, seconds
BUSY = 6  # times that a visitor tries a guide that says that it is busy
REPLACED_WITHIN = 30  # seconds


class Behind:
    """A server behind nginx that drops, holds or answers each connection, in a given order."""

    def __init__(self, *acts):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.acts, self.requests, self.held = acts, [], []

    def run(self):
        for act in self.acts:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            self.requests.append(connection.recv(65_536))
            if act == "hold":
                self.held.append(connection)
                continue
            if act == "answer":
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\ngood")
            connection.close()

    def end(self):
        self.socket.shutdown(socket.SHUT_RDWR)
        for each in (self.socket, *self.held):
            each.close()


@contextmanager
def behind(*acts):
    there = Behind(*acts)
    thread = threading.Thread(target=there.run)
    thread.start()
    yield there
    there.end()
    thread.join(timeout=30)


def test_while_the_guide_is_down_our_page_says_whom_to_call(tmp_path):
    with nginx.running(tmp_path, server.free_port()) as front:
        for method, body in (("GET", None), ("POST", "held=yes")):
            response, page = front.ask(method, "/en/result", body, FORM)
            assert_ours(response, page, 502)
            assert b"988" in page
            assert b"911" in page


def test_a_form_whose_worker_died_is_sent_again(tmp_path):
    with behind("drop", "drop", "answer") as there, nginx.running(tmp_path, there.port) as front:
        response, body = front.ask("POST", "/en/result", "held=yes", FORM)
        assert (response.status, body) == (200, b"good")
        assert len(there.requests) == 3
        assert all(request.endswith(b"held=yes") for request in there.requests)


def test_a_page_that_times_out_is_requested_once_and_gets_our_page(tmp_path):
    with behind("hold", "hold", "hold") as there, nginx.running(tmp_path, there.port) as front:
        assert_ours(*front.ask("GET", "/en/", timeout=60), 504)
        assert len(there.requests) == 1


class Visitor(threading.Thread):
    """Walks through the guide until the time is over; keeps every visit that failed."""

    def __init__(self, front, number, until):
        super().__init__()
        self.front, self.number, self.until = front, number, until
        self.visits, self.failures = 0, []

    def run(self):
        time.sleep(PAUSE * self.number / VISITORS)
        pages = [("GET", path, None) for path in ("/en/", "/es/questions", "/zh-Hans/")]
        steps = [*pages, ("POST", "/en/result", "held=yes")]
        while time.monotonic() < self.until:
            method, path, body = steps[(self.number + self.visits) % len(steps)]
            try:
                response, page = self.ask(method, path, body)
                if response.status != 200 or not page:
                    self.failures.append((method, path, response.status))
            except OSError as error:
                self.failures.append((method, path, repr(error)))
            self.visits += 1
            time.sleep(PAUSE)

    def ask(self, method, path, body):
        """The answer; the page that says that the guide is busy is believed, and asked again when it says."""
        for _ in range(BUSY):
            response, page = self.front.ask(method, path, body, {**FORM, "Accept-Encoding": "gzip"})
            if response.status != 503:
                break
            time.sleep(int(response.headers["Retry-After"]))
        return response, page


def test_no_request_fails_when_a_worker_is_killed(tmp_path):
    with serving(prepare=True) as served:
        assert until(lambda: len(served.workers()) == 2, REPLACED_WITHIN)
        before = set(served.workers())
        with nginx.running(tmp_path, served.port) as front:
            visitors = [Visitor(front, number, time.monotonic() + WALKS_FOR) for number in range(VISITORS)]
            for visitor in visitors:
                visitor.start()
            time.sleep(WALKS_FOR / 4)
            os.kill(min(before), signal.SIGKILL)
            for visitor in visitors:
                visitor.join(timeout=120)
        failures = [failure for visitor in visitors for failure in visitor.failures]
        visits = sum(visitor.visits for visitor in visitors)
        assert not failures, f"{len(failures)} of {visits} visits failed: {failures[:5]}"
        assert visits > VISITORS
        assert until(lambda: len(set(served.workers()) - before) == 1, REPLACED_WITHIN)
