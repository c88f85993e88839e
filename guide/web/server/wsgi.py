"""Calls a WSGI application with a complete request, so that no thread waits for a client."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

Headers = list[tuple[str, str]]
FORM = "application/x-www-form-urlencoded"
# Headers about the transfer of the body, which is complete here.
OF_TRANSFER = ("content-length", "transfer-encoding", "expect", "connection", "trailer", "te")


@dataclass(frozen=True)
class Request:
    """A complete request. `path` is percent-decoded; header names are in lowercase."""

    method: str
    path: str
    query: str = ""
    headers: Iterable[tuple[str, str]] = ()
    body: bytes = b""


def empty_form(path: str) -> Request:
    """Return a POST request to `path` with an empty form."""
    return Request("POST", path, headers=[("content-type", FORM)])


@dataclass
class Answer:
    status: int = 500
    headers: Headers = field(default_factory=list)
    body: bytes = b""


def call(app: Callable[..., Iterable[bytes]], request: Request) -> Answer:
    """Call the application and return its complete response. Raises what the application raises."""
    answer = Answer()

    def start_response(status: str, headers: Headers, exc_info: Any = None) -> Callable[[bytes], None]:
        answer.status, answer.headers = int(status[:3]), headers
        return lambda _: None

    parts = app(_environ(request), start_response)
    try:
        answer.body = b"".join(parts)
    finally:
        close = getattr(parts, "close", None)
        if close:
            close()
    return answer


def _environ(request: Request) -> dict[str, Any]:
    """Return the WSGI environment (PEP 3333), without client addresses and proxy headers."""
    environ = {
        "REQUEST_METHOD": request.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": request.path.encode("utf-8", "replace").decode("latin-1"),
        "QUERY_STRING": request.query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "CONTENT_LENGTH": str(len(request.body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(request.body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in request.headers:
        if name == "content-type":
            environ["CONTENT_TYPE"] = value
        elif name not in OF_TRANSFER and not name.startswith("x-forwarded-"):
            environ[f"HTTP_{name.upper().replace('-', '_')}"] = value
    return environ
