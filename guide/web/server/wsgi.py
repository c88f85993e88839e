"""Calls a WSGI application with a finished request: no thread ever waits for a visitor."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

Headers = list[tuple[str, str]]
FORM = "application/x-www-form-urlencoded"
# How the body came is over: it lies here whole.
OF_TRANSFER = ("content-length", "transfer-encoding", "expect", "connection", "trailer", "te")


@dataclass(frozen=True)
class Request:
    """A request as it was read. `path` is percent-decoded text; names of headers are in lower case."""

    method: str
    path: str
    query: str = ""
    headers: Iterable[tuple[str, str]] = ()
    body: bytes = b""


def empty_form(path: str) -> Request:
    """A form with no answers, posted there."""
    return Request("POST", path, headers=[("content-type", FORM)])


@dataclass
class Answer:
    status: int = 500
    headers: Headers = field(default_factory=list)
    body: bytes = b""


def call(app: Callable[..., Iterable[bytes]], request: Request) -> Answer:
    """The whole answer of the application; raises what it raises."""
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
    """The WSGI environment (PEP 3333). No address of a visitor comes in, and no header that a proxy may have set."""
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
