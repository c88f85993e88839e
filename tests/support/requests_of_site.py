"""A request to the site and its response, over HTTP or through a WSGI test client, in one form that can be saved."""

import gzip
import http.client
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

TIMEOUT = 60  # seconds, so that a server that hangs cannot hang its caller
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Ask:
    """One request. `label` tells POSTs to one path apart; `form` has pairs of a field name and a value."""

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
    """A response: its status, its headers by lower-case name (the values of one name joined), and its body unpacked."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def kind(self) -> str:
        """The media type without parameters."""
        return self.headers.get("content-type", "").partition(";")[0]

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")


Fetch = Callable[[Ask], Answer]


def over_http(address: str) -> Fetch:
    """Asks a server, such as http://127.0.0.1:8000, and follows no redirect; raises OSError where nothing answers."""
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


def through_client(client) -> Fetch:
    """Asks a werkzeug test client."""

    def fetch(ask: Ask) -> Answer:
        options = {"data": urlencode(ask.form), "content_type": FORM} if ask.method == "POST" else {}
        with client.open(ask.path, method=ask.method, headers={"Accept-Encoding": "gzip"}, **options) as response:
            return answer(response.status_code, response.headers.items(), response.data)

    return fetch


def answer(status: int, headers: Iterable[tuple[str, str]], body: bytes) -> Answer:
    joined: dict[str, str] = {}
    for name, value in headers:
        name = name.lower()
        joined[name] = f"{joined[name]}, {value}" if name in joined else value
    packed = joined.get("content-encoding") == "gzip" and body
    return Answer(status, joined, gzip.decompress(body) if packed else body)
