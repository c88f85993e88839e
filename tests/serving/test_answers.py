"""Responses to every kind of request over a real socket: our pages with our headers."""

import gzip
import http.client
import re

import brotli
import pytest
from support.sampling import WHOLE
from support.serving import FORM, serving, until

REFUSALS = [
    ("GET /en/nothing HTTP/1.1\r\nHost: g\r\n\r\n", 404),
    ("GET /es/result HTTP/1.1\r\nHost: g\r\n\r\n", 405),
    ("PUT /en/ HTTP/1.1\r\nHost: g\r\nContent-Length: 0\r\n\r\n", 405),
    (f"GET /en/?{'x' * 3000} HTTP/1.1\r\nHost: g\r\n\r\n", 414),
    (f"GET /{'x' * 3000} HTTP/1.1\r\nHost: g\r\n\r\n", 414),
    ("GET /en/?q HTTP/1.1\r\nHost: g\r\n" + "A: b\r\n" * 80 + "\r\n", 400),
    (f"POST /es/result HTTP/1.1\r\nHost: g\r\nContent-Type: {FORM}\r\nContent-Length: 20000\r\n\r\n{'x' * 20000}", 413),
]


def answer_to(served, data):
    connection = served.raw(data if isinstance(data, bytes) else data.encode())
    response = http.client.HTTPResponse(connection)
    response.begin()
    body = response.read()
    connection.close()
    return response.status, {name.lower(): value for name, value in response.getheaders()}, body


@pytest.mark.parametrize(("data", "status"), REFUSALS, ids=lambda value: str(value)[:24])
def test_refusals_have_our_error_pages(served, data, status):
    got, headers, body = answer_to(served, data)
    assert got == status
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"
    assert b"/help" in body
    assert "set-cookie" not in headers


def test_a_page_is_the_same_with_and_without_gzip_and_costs_nothing_when_unchanged(served):
    plain = served.get("/en/help")
    packed = served.get("/en/help", accept_encoding="gzip")
    assert packed[1]["content-encoding"] == "gzip"
    assert "content-encoding" not in plain[1]
    assert gzip.decompress(packed[2]) == plain[2]
    assert plain[1]["etag"] == packed[1]["etag"]
    assert served.get("/en/help", accept_encoding="gzip;q=0")[2] == plain[2]
    again = served.get("/en/help", if_none_match=f'"other", {plain[1]["etag"]}')
    assert (again[0], again[2]) == (304, b"")
    assert again[1]["etag"] == plain[1]["etag"]
    assert served.get("/en/help", if_none_match='"other"')[0] == 200


def test_pages_and_style_sheets_come_in_brotli_soon_and_every_form_has_the_same_tag(small, tiny):
    with serving(root=small if WHOLE else tiny, prepare=True) as served:
        page = "/en/"
        sheet = re.search(rb"/static/css/[^\"]*[.]css", served.get(page)[2])[0].decode()
        for path in (page, sheet):
            assert until(
                lambda path=path: served.get(path, accept_encoding="gzip, br")[1]["content-encoding"] == "br", 90
            )
            packed, plain = served.get(path, accept_encoding="gzip, br"), served.get(path)
            assert brotli.decompress(packed[2]) == plain[2]
            assert "Accept-Encoding" in packed[1]["vary"]
            assert packed[1].get("etag") == plain[1].get("etag")
        head = served.get(page, method="HEAD", accept_encoding="br")
        assert head[1]["content-length"] == str(len(served.get(page, accept_encoding="br")[2]))
        tag = served.get(page)[1]["etag"]
        assert served.get(page, accept_encoding="br", if_none_match=tag)[0] == 304


@pytest.mark.parametrize("path", ["/en/help", "/en/nothing", "/healthz"])
def test_head_is_the_head_of_get(served, path):
    status, headers, body = served.get(path, method="HEAD")
    whole = served.get(path)
    assert (status, body) == (whole[0], b"")
    assert headers["content-length"] == whole[1]["content-length"]
    assert headers["content-type"] == whole[1]["content-type"]


def test_a_chunked_body_is_read(served):
    chunks = b"4\r\nheld\r\n4\r\n=yes\r\n0\r\n\r\n"
    head = f"POST /en/result HTTP/1.1\r\nHost: g\r\nContent-Type: {FORM}\r\nTransfer-Encoding: chunked\r\n\r\n"
    whole = served.post("/en/result", body="held=yes")
    assert answer_to(served, head.encode() + chunks)[2] == whole[2]


def test_a_chunked_body_that_is_too_large_is_refused(served):
    head = f"POST /en/result HTTP/1.1\r\nHost: g\r\nContent-Type: {FORM}\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert answer_to(served, head.encode() + b"4e20\r\n" + b"x" * 20000 + b"\r\n0\r\n\r\n")[0] == 413


def test_expect_100_continue_is_answered(served):
    head = f"POST /en/result HTTP/1.1\r\nHost: g\r\nContent-Type: {FORM}\r\nContent-Length: 8\r\n"
    connection = served.raw((head + "Expect: 100-continue\r\n\r\n").encode())
    assert connection.recv(1024).startswith(b"HTTP/1.1 100")
    connection.sendall(b"held=yes")
    assert connection.recv(65536).startswith(b"HTTP/1.1 200")
    connection.close()


def test_http_1_0_is_answered_and_closed(served):
    connection = served.raw(b"GET /en/ HTTP/1.0\r\n\r\n")
    data = b""
    while part := connection.recv(65536):
        data += part
    assert data.startswith(b"HTTP/1.0 200")
    assert b"</html>" in data
    connection.close()


@pytest.mark.parametrize(
    "name", ["X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-For", "X-Forwarded-Prefix", "Forwarded"]
)
def test_proxy_headers_are_ignored(served, name):
    status, headers, body = served.get("/en", **{name: "evil.example"})
    assert (status, headers["location"]) == (308, "/en/")
    assert b"evil" not in body


def test_it_says_that_it_is_alive_and_when_it_is_ready(served):
    alive = served.get("/healthz")
    assert alive[0] == 200
    assert alive[2].startswith(b"ok\n")
    assert len(alive[2].split()[1]) == 16
    assert until(lambda: served.get("/readyz")[0] == 200, 90)
    assert re.fullmatch(
        rb"ready\nfailed requests: 0\nbusy: \d+\nreplaced processes: 0\n",
        served.get("/readyz")[2],  # a test before this one may have come too early for a page
    )
