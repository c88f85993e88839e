"""A temporary local server for `guide handout` and `guide export --with pdfs`."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server


class _Silent(WSGIRequestHandler):
    """A request handler without an access log, like the production server."""

    def log(self, type: str, message: str, *args: object) -> None:
        pass


@contextmanager
def served(app: Flask) -> Iterator[tuple[str, list[str]]]:
    """Serve a site on a free port within the block. Yield its address and the codes of its languages."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.port}", list(app.extensions["state"].library.languages)
    finally:
        server.shutdown()
