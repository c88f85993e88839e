"""The page cache and the page maker, without a server."""

import datetime as dt
import gzip
import os

import brotli
import pytest

from guide.web.server.known import Known
from guide.web.server.link import pair
from guide.web.server.maker import Maker
from guide.web.server.store import Reading, Ready, ServiceArea, codings, matches

MONDAY, TUESDAY = dt.date(2026, 11, 30), dt.date(2026, 12, 1)
KNOWN = Known(singles=("/a", "/b"), pairs=frozenset({"/a+b"}), assets=(), first=("/a",), results=("/result",))


class Site:
    """A WSGI app that counts what is made, and may fail."""

    def __init__(self):
        self.made, self.broken, self.more, self.kind = [], set(), "", "text/html"

    def __call__(self, environ, start_response):
        path = environ["PATH_INFO"]
        self.made.append((environ["REQUEST_METHOD"], path))
        if path in self.broken:
            raise ValueError(path)
        status = "404 NOT FOUND" if path == "/b" and "missing" in self.broken else "200 OK"
        start_response(status, [("ETag", f'W/"{path}"'), ("Content-Type", self.kind)])
        return [f"{path} {len(self.made)}{self.more}".encode()]


class Desk:
    """A maker whose day a test sets, and one worker's end of the link."""

    def __init__(self, size=1000, known=KNOWN, prepare=True):
        self.day, self.site = MONDAY, Site()
        makers, self.worker = pair()
        self.maker = Maker(self.site, known, lambda: self.day, [makers], size, prepare=prepare)

    def close(self):
        self.maker.area.close()
        for link in (*self.maker.links, self.worker):
            link.socket.close()

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
    desk.close()


def body(ready):
    return ready.answer(None)[1]


def test_singles_are_made_without_being_asked_for_and_pairs_are_not(desk):
    desk.maker._send_area()
    desk.steps()
    assert [path for _, path in desk.site.made] == ["/a", "/result", "/b"]
    assert set(desk.heard()[1]) == {"/a", "/b"}


def test_without_preparing_only_the_first_and_the_requested_pages_are_made_and_none_is_packed():
    desk = Desk(prepare=False)
    desk.maker._send_area()
    desk.steps()
    assert [path for _, path in desk.site.made] == ["/a", "/result"]
    desk.worker.send({"want": "/b"})
    desk.steps()
    assert set(desk.heard()[1]) == {"/a", "/b"}
    assert not desk.maker.to_pack
    desk.day = TUESDAY
    desk.steps()
    assert sorted(path for _, path in desk.site.made[3:]) == ["/a", "/b"]
    desk.close()


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


def made_long(desk, number=10):
    """What the worker has after some steps with pages that are worth compressing."""
    desk.site.more = " words" * 200
    desk.maker._send_area()
    desk.worker.send({"want": "/a+b"})
    desk.steps(number)
    return desk.heard()[1]


def test_a_page_is_kept_in_brotli_and_gzip_and_a_pair_in_gzip_only(desk):
    ready = made_long(desk)
    headers, packed = ready["/a"].answer("gzip, br")
    assert dict(headers)["content-encoding"] == "br"
    assert dict(headers)["vary"] == "Accept-Encoding"
    whole = brotli.decompress(packed)
    assert brotli.compress(whole, quality=11) == packed
    headers, packed = ready["/a"].answer("gzip")
    assert dict(headers)["content-encoding"] == "gzip"
    assert gzip.decompress(packed) == whole
    headers, plain = ready["/a"].answer(None)
    assert "content-encoding" not in dict(headers)
    assert plain == whole
    assert dict(ready["/a+b"].answer("br, gzip")[0])["content-encoding"] == "gzip"
    assert not dict(ready["/a"].not_modified()).get("content-encoding")


def test_every_page_is_made_in_gzip_before_the_first_is_packed_in_brotli(desk):
    ready = made_long(desk, 3)  # the pair and /a, the result, /b
    assert set(ready) == {"/a", "/b", "/a+b"}
    assert all(list(each.kept) == ["gzip"] for each in ready.values())


def test_a_long_page_is_packed_in_parts_and_a_visitor_comes_in_between(desk):
    desk.maker.area.size = 1_000_000
    desk.site.more = "".join(map(str, range(60_000)))  # three parts
    desk.maker._send_area()
    desk.steps(4)  # /a, the result, /b, and the first part of /a
    desk.worker.send({"want": "/a+b"})
    desk.steps(1)
    ready = desk.heard()[1]
    assert {path: list(each.kept) for path, each in ready.items()} == {"/a": ["gzip"], "/b": ["gzip"], "/a+b": ["gzip"]}
    desk.steps(10)
    packed = desk.heard()[1]["/a"].kept["br"]
    assert len(brotli.compress(body(ready["/a"]), quality=11)) == packed[2]


def test_the_rest_of_yesterdays_page_is_not_packed(desk):
    desk.maker.area.size = 1_000_000
    desk.site.more = "".join(map(str, range(60_000)))
    desk.steps(4)
    desk.day = TUESDAY
    desk.maker._turn_day()
    assert not desk.maker.to_pack


def test_brotli_leaves_room_for_pairs(desk):
    desk.maker.area.used = 1000 - 300
    ready = made_long(desk)
    assert list(ready["/a"].kept) == ["gzip"]


def test_a_picture_is_kept_as_it_is(desk):
    desk.site.kind = "image/png"
    desk.maker.area.size = 10_000
    ready = made_long(desk)
    headers, body = ready["/b"].answer("br, gzip")
    assert "content-encoding" not in dict(headers)
    assert body.endswith(b"words")


def test_static_files_are_made_before_anybody_asks():
    known = Known(singles=("/b",), pairs=frozenset(), assets=("/static/a.css",), first=("/a",), results=())
    assert "/static/a.css" in known
    desk = Desk(known=known)
    desk.steps()
    assert [path for _, path in desk.site.made] == ["/a", "/static/a.css", "/b"]
    desk.close()


@pytest.mark.parametrize(
    ("accepted", "taken"),
    [("gzip", "gzip"), ("br, gzip", "br gzip"), ("gzip, deflate, br, zstd", "br gzip"), ("gzip;q=0", ""),
     ("gzip; q=0.0", ""), ("*", "br gzip"), ("*;q=0", ""), ("", ""), (None, ""), ("identity", ""),
     ("gzip;q=0.5, br", "br gzip"), ("gzip, br;q=0.5", "gzip br"), ("GZIP", "gzip"), ("*, gzip;q=0", "br"),
     ("br;q=0, gzip", "gzip"), ("br;q=0, *", "gzip"), ("x-gzip", "gzip"), ("br;q=words", ""),
     ("identity, gzip;q=0.5", ""), ("identity;q=0.1, br;q=0.2, gzip;q=0.1", "br gzip")],
)  # fmt: skip
def test_the_encoding_is_what_the_client_prefers(accepted, taken):
    assert codings(accepted) == tuple(taken.split())


@pytest.mark.parametrize(
    ("asked", "found"),
    [('W/"1"', True), ('"1"', True), ('"0", W/"1"', True), ("*", True), ('"2"', False), ("", False), (None, False)],
)
def test_an_etag_is_compared_weakly(asked, found):
    assert matches(asked, 'W/"1"') is found
