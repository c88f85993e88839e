"""The page cache and the page maker, without a server."""

import datetime as dt
import gzip
import os

import pytest

from guide.web.server.known import Known
from guide.web.server.link import pair
from guide.web.server.maker import Maker
from guide.web.server.store import Reading, Ready, ServiceArea, matches, takes_gzip

MONDAY, TUESDAY = dt.date(2026, 11, 30), dt.date(2026, 12, 1)
KNOWN = Known(singles=("/a", "/b"), pairs=frozenset({"/a+b"}), assets=frozenset(), first=("/a",), results=("/result",))


class Site:
    """A WSGI app that counts what is made, and may fail."""

    def __init__(self):
        self.made, self.broken = [], set()

    def __call__(self, environ, start_response):
        path = environ["PATH_INFO"]
        self.made.append((environ["REQUEST_METHOD"], path))
        if path in self.broken:
            raise ValueError(path)
        status = "404 NOT FOUND" if path == "/b" and "missing" in self.broken else "200 OK"
        start_response(status, [("ETag", f'W/"{path}"'), ("Content-Type", "text/html")])
        return [f"{path} {len(self.made)}".encode()]


class Desk:
    """A maker whose day a test sets, and one worker's end of the link."""

    def __init__(self, size=1000, known=KNOWN):
        self.day, self.site = MONDAY, Site()
        makers, self.worker = pair()
        self.maker = Maker(self.site, known, lambda: self.day, [makers], size)

    def steps(self, number=10):
        for _ in range(number):
            self.maker._listen(0)
            self.maker._turn_day()
            self.maker._one_step()

    def heard(self):
        """What the worker hears, and the pages that it can then answer."""
        messages, area, ready = [], None, {}
        while received := self.worker.receive():
            message, descriptor = received
            messages.append(message)
            area = Reading.of(descriptor) if descriptor is not None else area
            if "page" in message:
                ready[message["page"]] = Ready.of(area, message)
        return messages, ready


@pytest.fixture
def desk():
    desk = Desk()
    yield desk
    desk.maker.area.close()
    for link in (*desk.maker.links, desk.worker):
        link.socket.close()


def body(ready):
    return ready.answer(takes_gzip=False)[1]


def test_singles_are_made_without_being_asked_for_and_pairs_are_not(desk):
    desk.maker._send_area()
    desk.steps()
    assert [path for _, path in desk.site.made] == ["/a", "/result", "/b"]
    assert set(desk.heard()[1]) == {"/a", "/b"}


def test_a_page_is_rendered_once_for_many_requests(desk):
    for _ in range(50):
        desk.worker.send({"want": "/a+b"})
    desk.steps()
    assert desk.site.made.count(("GET", "/a+b")) == 1


def test_requested_pages_come_first_and_singles_before_pairs(desk):
    desk.worker.send({"want": "/a+b"})
    desk.worker.send({"want": "/b"})
    desk.steps(1)
    assert [path for _, path in desk.site.made] == ["/b"]
    desk.steps(1)
    assert [path for _, path in desk.site.made][1] == "/a+b"


def test_only_known_pages_are_made(desk):
    desk.worker.send({"want": "/secret"})
    desk.worker.send({"want": "/result"})
    desk.steps()
    assert "/secret" not in [path for _, path in desk.site.made]
    assert ("GET", "/result") not in desk.site.made


def test_yesterdays_page_is_served_until_todays_is_ready(desk):
    desk.maker._send_area()
    desk.worker.send({"want": "/a+b"})
    desk.steps()
    old = desk.heard()[1]
    before = body(old["/a+b"])
    desk.day = TUESDAY
    desk.maker._turn_day()
    assert body(old["/a+b"]) == before  # its memory outlives the day
    desk.steps()
    new = desk.heard()[1]
    assert set(new) == {"/a", "/b", "/a+b"}  # the pair too, since somebody read it yesterday
    assert body(new["/a+b"]) != before


def test_a_new_worker_gets_everything(desk):
    desk.steps()
    desk.heard()
    desk.worker.send({"hello": True})
    desk.steps(1)
    messages, ready = desk.heard()
    assert set(ready) == {"/a", "/b"}
    assert messages[-1] == {"ready": True, "failed": []}


def test_it_is_ready_once_the_first_pages_and_a_result_were_made(desk):
    desk.steps(1)
    assert not desk.maker._state()["ready"]
    desk.steps(1)
    assert desk.maker._state() == {"ready": True, "failed": []}
    assert ("POST", "/result") in desk.site.made


@pytest.mark.parametrize("path", ["/a", "/b", "/result"])
def test_a_page_that_fails_is_named(desk, path):
    desk.site.broken.add(path)
    desk.steps()
    assert desk.maker._state()["failed"] == [path]
    assert path not in desk.heard()[1]


def test_a_failure_in_a_worker_is_sent_to_all(desk):
    desk.worker.send({"failed": "pages.help"})
    desk.steps()
    assert {"ready": True, "failed": ["pages.help"]} in desk.heard()[0]


def test_a_missing_page_is_not_cached(desk):
    desk.site.broken.add("missing")
    desk.steps()
    messages, ready = desk.heard()
    assert "/b" not in ready
    assert {"cannot": "/b"} in messages


def test_a_full_area_takes_no_more(desk):
    desk.maker.area.used = desk.maker.area.size - 3
    desk.steps()
    assert not desk.heard()[1]


def test_an_area_is_freed_with_its_last_page():
    area = ServiceArea(100)
    assert (area.append(b"one"), area.append(b"x" * 98)) == (0, None)
    reading = Reading.of(os.dup(area.descriptor))
    assert reading.read(0, 3) == b"one"
    assert area.append(b"two") == 3
    assert reading.read(3, 3) == b"two"
    descriptor = reading.descriptor
    area.close()
    del reading
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(descriptor)


def test_a_compressed_page_is_decompressed_for_old_clients(desk):
    packed = gzip.compress(b"words")
    place = desk.maker.area.append(packed)
    headers = [["content-encoding", "gzip"], ["content-length", str(len(packed))], ["etag", 'W/"1"']]
    message = {"page": "/a", "place": place, "size": len(packed), "headers": headers}
    ready = Ready.of(Reading.of(os.dup(desk.maker.area.descriptor)), message)
    assert ready.answer(takes_gzip=True) == ([("etag", 'W/"1"'), ("content-encoding", "gzip")], packed)
    assert ready.answer(takes_gzip=False) == ([("etag", 'W/"1"')], b"words")


@pytest.mark.parametrize(
    ("accepted", "takes"),
    [("gzip", True), ("br, gzip", True), ("gzip;q=0", False), ("gzip; q=0.0", False), ("*", True), ("*;q=0", False),
     ("", False), (None, False), ("identity", False), ("gzip;q=0.5, br", True), ("GZIP", True), ("*, gzip;q=0", False)],
)  # fmt: skip
def test_gzip_is_sent_if_accepted(accepted, takes):
    assert takes_gzip(accepted) is takes


@pytest.mark.parametrize(
    ("asked", "found"),
    [('W/"1"', True), ('"1"', True), ('"0", W/"1"', True), ("*", True), ('"2"', False), ("", False), (None, False)],
)
def test_an_etag_is_compared_weakly(asked, found):
    assert matches(asked, 'W/"1"') is found
