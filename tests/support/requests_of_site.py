"""A request to the site and its response, over HTTP or through a WSGI test client, in one form that can be saved."""

import gzip
import http.client
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

TIMEOUT = 60  # seconds, so that a server that hangs cannot hang its caller
TRIES = 60
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Ask:
    """A request. `label` distinguishes POSTs to one path; `form` has pairs of a field name and a value."""

    path: str
    method: str = "GET"
    form: tuple[tuple[str, str], ...] = ()
    label: str = ""

    @property
    def key(self) -> str:
        """The name of the request in a saved crawl: `POST /en/result [nothing]`."""
        return f"{self.method} {self.path}{f' [{self.label}]' if self.label else ''}"


@dataclass(frozen=True)
class Answer:
    """A response: its status, its headers by lower-case name (values of one name joined), and its decompressed body."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def kind(self) -> str:
        """The media type without parameters."""
        return self.headers.get("content-type", "").partition(";")[0]

    @property
    def text(self) -> str:
        """The body as text; invalid UTF-8 is replaced."""
        return self.body.decode("utf-8", "replace")


Fetch = Callable[[Ask], Answer]


def over_http(address: str) -> Fetch:
    """Return a function that sends requests to a server and follows no redirect. It raises OSError if none responds."""
    place = urlsplit(address).netloc

    def fetch(ask: Ask) -> Answer:
        connection = http.client.HTTPConnection(place, timeout=TIMEOUT)
        body = urlencode(ask.form) if ask.method == "POST" else None
        sent = {"Accept-Encoding": "gzip", "Connection": "close"} | ({"Content-Type": FORM} if body is not None else {})
        try:
            connection.request(ask.method, ask.path, body, sent)
            response = connection.getresponse()
            return answer(response.status, response.getheaders(), response.read())
        finally:
            connection.close()

    return fetch


def patient(fetch: Fetch) -> Fetch:
    """Return a function that repeats a request while a busy server responds 503; at last it raises RuntimeError."""

    def again(ask: Ask) -> Answer:
        for _ in range(TRIES):
            given = fetch(ask)
            if given.status != 503:
                return given
            time.sleep(int(given.headers.get("retry-after", 1)))
        raise RuntimeError(f"{ask.key} is answered with 503 {TRIES} times")

    return again


def through_client(client) -> Fetch:
    """Return a function that sends requests through a Werkzeug test client."""

    def fetch(ask: Ask) -> Answer:
        options = {"data": urlencode(ask.form), "content_type": FORM} if ask.method == "POST" else {}
        with client.open(ask.path, method=ask.method, headers={"Accept-Encoding": "gzip"}, **options) as response:
            return answer(response.status_code, response.headers.items(), response.data)

    return fetch


def answer(status: int, headers: Iterable[tuple[str, str]], body: bytes) -> Answer:
    """Return the response with joined headers and a decompressed body."""
    joined: dict[str, str] = {}
    for name, value in headers:
        name = name.lower()
        joined[name] = f"{joined[name]}, {value}" if name in joined else value
    packed = joined.get("content-encoding") == "gzip" and body
    return Answer(status, joined, gzip.decompress(body) if packed else body)
