"""A temporary local server for `guide handout`."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from werkzeug.serving import WSGIRequestHandler, make_server

from guide.config import Settings
from guide.web.app import create_app


class _Silent(WSGIRequestHandler):
    """A request handler without an access log, like the production server."""

    def log(self, type: str, message: str, *args: object) -> None:
        pass


@contextmanager
def served(settings: Settings) -> Iterator[tuple[str, list[str]]]:
    """Serve the site on a free port within the block. Yield its address and the codes of its languages."""
    app = create_app(settings)
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.port}", list(app.extensions["state"].library.languages)
    finally:
        server.shutdown()
