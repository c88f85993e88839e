"""A temporary local server for `guide handout` and `guide export --with pdfs`."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask, Response, request
from werkzeug.serving import WSGIRequestHandler, make_server

from guide.web.export.relative import whole_addresses
from guide.web.handout_files import PRINTER
from guide.web.state import state, state_of

LINK = re.compile(r'(?P<start><a\b[^>]*?)\shref="(?P<path>/(?!/)[^"]*)"')


class _Silent(WSGIRequestHandler):
    """A request handler without an access log, like the production server."""

    def log(self, type: str, message: str, *args: object) -> None:
        pass


def whole_links(html: str, address: str) -> str:
    """Return a page whose links to pages of this site have this address; without an address they are plain text.

    Otherwise the links of a PDF would lead to the server that it was printed from.
    """
    return LINK.sub(lambda link: f'{link["start"]} href="{address}{link["path"]}"' if address else link["start"], html)


def _for_paper(response: Response) -> Response:
    """Give the browser that prints whole links. Whoever else asks gets the page of which the fingerprint is taken."""
    if request.user_agent.string == PRINTER and response.mimetype == "text/html":
        here = state()
        html = whole_links(response.get_data(as_text=True), here.address)
        response.set_data(html if here.exported is None else whole_addresses(html, here.address))
    return response


@contextmanager
def served(app: Flask) -> Iterator[tuple[str, list[str]]]:
    """Serve a site on a free port within the block. Yield its address and the codes of its languages."""
    app.after_request(_for_paper)
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.port}", list(state_of(app).library.languages)
    finally:
        server.shutdown()
