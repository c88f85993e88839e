"""Debian's nginx with the sample of deploy/, over TLS, before a real `guide serve`."""

import contextlib
import gzip
import http.client
import socket
import subprocess
import time

import pytest
from support import error_pages, nginx, server
from support.nginx import FORM, assert_ours

from guide.web.headers import OF_ERRORS

pytestmark = pytest.mark.deploy
CANARY = "zqxcanary7"
POST = b"POST /en/result HTTP/1.1\r\nHost: guide.example.org\r\nContent-Type: application/x-www-form-urlencoded\r\n"
OF_THE_WAY = {"server", "date", "connection", "content-length", "transfer-encoding"}
ENDED_WITHIN = 30  # seconds: three times the 10 s of the sample


@pytest.fixture(scope="module")
def site():
    running, address = server.start(workers=2, prepare=True)
    yield int(address.rpartition(":")[2])
    server.stop(running)


@pytest.fixture(scope="module")
def front(site, tmp_path_factory):
    with nginx.running(tmp_path_factory.mktemp("nginx"), site) as started:
        yield started


def answer(raw):
    """Status, headers and body of the bytes of an answer."""
    head, _, body = raw.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    return int(first.split()[1]), dict(line.split(": ", 1) for line in lines), body


def test_debian_nginx_accepts_the_sample_with_a_certificate(tmp_path):
    nginx.with_certificate(tmp_path)
    nginx.configured(tmp_path, {})
    reported = subprocess.run([*nginx.command(tmp_path), "-t"], capture_output=True, text=True)
    assert reported.returncode == 0, reported.stderr
    assert "[warn]" not in reported.stderr


@pytest.mark.parametrize(
    "path", ["/", "/en/", "/ar/questions", "/es/explain", "/zh-Hans/help", "/en/nothing", "/rules.json"]
)
def test_an_answer_of_the_guide_comes_through_as_it_is(front, site, path):
    asked = "GET", path, None, {"Accept-Encoding": "gzip"}
    behind, own = front.ask(*asked)
    direct, same = nginx.fetched(http.client.HTTPConnection("127.0.0.1", site, timeout=60), *asked)
    assert behind.status == direct.status
    assert own == same
    for name in {name.lower() for name in direct.headers} - OF_THE_WAY:
        assert behind.headers.get_all(name) == direct.headers.get_all(name), name
    if behind.status == 404:
        assert "/en/explain" in gzip.decompress(own).decode()


def test_an_unchanged_page_is_not_sent_again(front):
    first, _ = front.ask("GET", "/en/help")
    again, body = front.ask("GET", "/en/help", headers={"If-None-Match": first.getheader("ETag")})
    assert (again.status, body) == (304, b"")


def test_a_result_is_rendered_each_time_and_never_stored(front):
    held, one = front.ask("POST", "/en/result", "held=yes", FORM)
    free, other = front.ask("POST", "/en/result", "held=no", FORM)
    assert held.status == free.status == 200
    assert one != other
    assert held.getheader("Cache-Control") == free.getheader("Cache-Control") == "no-store"


def test_a_form_that_is_too_large_gets_our_page(front):
    assert_ours(*front.ask("POST", "/en/result", "a=" + "x" * 20_000, FORM), 413)
    assert_ours(*front.ask("POST", "/en/result", "a=" + "x" * 2_000_000, FORM), 413)


def test_requests_rejected_by_nginx_get_our_pages(front):
    assert_ours(*front.ask("GET", "/" + "x" * 9_000), 414)
    assert_ours(*front.ask("GET", "/en/", headers={"X": "x" * 9_000}), 400)
    assert_ours(*front.ask("GET", "/errors/502.html"), 404)
    assert_ours(*front.ask("TRACE", "/en/"), 405, 400)


def test_nobody_outside_is_told_how_often_something_failed(front):
    assert_ours(*front.ask("GET", "/readyz"), 404)


@pytest.mark.parametrize("sent", [b"\x16\x03 no request\r\n\r\n", b"GET /en/ HTTP/1.1\r\n\r\n"])
def test_invalid_requests_get_our_page(front, sent):
    status, headers, body = answer(front.ask_raw(sent))
    assert status == 400
    assert {name: headers[name] for name in OF_ERRORS} == OF_ERRORS
    assert body == (error_pages.FOLDER / "400.html").read_bytes()


def over_http2(front, body):
    """The status for a body that came over HTTP/2 without saying how long it is."""
    command = ["curl", "--http2", "--silent", "--max-time", "60", "--cacert", front.folder / "certificate.pem"]
    reported = ["--output", "/dev/null", "--write-out", "%{http_version} %{http_code}", "-X", "POST", "-T", "-"]
    url = f"https://127.0.0.1:{front.port}/en/result"
    done = subprocess.run(
        [*command, *reported, "-H", f"Content-Type: {FORM['Content-Type']}", url], input=body, capture_output=True
    )
    version, status = done.stdout.split()
    assert version == b"2"
    return int(status)


def test_no_body_is_written_to_disk_in_any_encoding(front):
    """nginx has no folder for one any more (see nginx.running): a write would be answered with 500."""
    known = "held=yes&a="  # a body without a question of ours is told that nothing arrived
    largest = known + "x" * (16 * 1024 - len(known))
    assert front.ask("POST", "/en/result", largest, FORM)[0].status == 200
    for size, status in {16_383: 200, 16_384: 200, 16_385: 413, 40_000: 413}.items():
        assert over_http2(front, known.encode() + b"x" * (size - len(known))) == status
    tiny = b"1;" + b"y" * 100 + b"\r\nx\r\n"
    chunked = POST + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + tiny * 1_000 + b"0\r\n\r\n"
    status, _, body = answer(front.ask_raw(chunked))
    assert status == 411
    assert body == (error_pages.FOLDER / "400.html").read_bytes()
    assert not list((front.folder / "temporary").iterdir())


@pytest.mark.parametrize("port", ["plain", "port"])
def test_plain_http_redirects_to_the_name_of_the_site_for_any_host(front, port):
    asked = f"GET /en/?a=b HTTP/1.1\r\nHost: {CANARY}.example\r\nConnection: close\r\n\r\n"
    with socket.create_connection(("127.0.0.1", getattr(front, port)), 10) as connection:
        connection.sendall(asked.encode())
        status, headers, body = answer(nginx.read_all(connection))
    assert status == 301
    assert headers["Location"] == "https://guide.example.org/en/?a=b"
    assert CANARY.encode() not in body


def test_stalled_forms_block_no_one_and_are_closed(front):
    stalled = [front.connected() for _ in range(20)]
    began = time.monotonic()
    for connection in stalled:
        connection.sendall(POST + b"Content-Length: 30\r\n\r\nheld=yes")
    for _ in range(6):
        assert front.ask("GET", "/en/")[0].status == 200
        assert front.ask("POST", "/en/result", "held=yes", FORM)[0].status == 200
    for connection in stalled:
        connection.settimeout(ENDED_WITHIN)
        with contextlib.suppress(ConnectionResetError):
            assert nginx.read_all(connection) == b""
        connection.close()
    assert time.monotonic() - began < ENDED_WITHIN


def test_no_personal_data_is_logged(front):
    front.ask("GET", f"/en/{CANARY}", headers={"User-Agent": CANARY})
    front.ask("POST", "/en/result", f"held={CANARY}", FORM)
    front.ask("POST", "/en/result", CANARY * 2_000, FORM)
    front.ask_raw(f"{CANARY}\r\n\r\n".encode())
    written = {path.name: path.read_text() for path in front.folder.iterdir() if path.is_file()}
    assert written["access.log"] == ""
    assert "127.0.0.1," not in written["error.log"]
    assert not [name for name, text in written.items() if CANARY in text]
