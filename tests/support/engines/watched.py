"""Our site as engines meet it: each request is remembered, and the page that readers leave to is on this machine.

No engine is asked what it sent: WebDriver cannot tell, and a server knows. A script in each page, before all others,
reports what scripts throw, and may take features away.
"""

from contextlib import contextmanager
from urllib.parse import parse_qs

from support.server import hosted

WATCH = """(() => {
  const tell = (words) => { new Image().src = "/thrown?" + new URLSearchParams({ words }); };
  window.addEventListener("error", (event) => tell(event.message || "a script did not load"));
  window.addEventListener("unhandledrejection", (event) => tell(String(event.reason)));
})();
"""
TAG = b'<script src="/watch.js"></script>'
HOST = """<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Clinic</title><h1>Clinic</h1>
<script>window.heard = []; addEventListener("message", (event) => heard.push(JSON.stringify(event.data)));</script>
<iframe title="Guide" width="360" height="640" sandbox="{sandbox}" src="{src}"></iframe></html>"""


class Watched:
    """The site, another site, and what both were asked. `forget` before each test."""

    def __init__(self, app, leave_to):
        self.app, self.leave_to = app, leave_to
        self.ours = self.other = ""
        self.host = ""
        self.forget()

    def forget(self):
        """Begin anew: no request was seen, and nothing is taken away."""
        self.requests, self.thrown, self.left, self.before = [], [], [], ""

    def posts(self):
        """Return the paths that were posted to."""
        return [path for method, path in self.requests if method == "POST"]

    def site(self, environ, start_response):
        """Serve our site."""
        path = environ["PATH_INFO"]
        if path == "/watch.js":
            return _answer(start_response, "text/javascript", (WATCH + self.before).encode())
        if path == "/thrown":
            self.thrown += parse_qs(environ["QUERY_STRING"]).get("words", [])
            return _answer(start_response, "image/gif", b"")
        self.requests.append((environ["REQUEST_METHOD"], path))
        environ.pop("HTTP_ACCEPT_ENCODING", None)
        environ.pop("HTTP_IF_NONE_MATCH", None)
        started = []
        body = b"".join(self.app(environ, lambda *given: started.append(given)))
        status, headers = started[0][:2]
        if dict(headers).get("Content-Type", "").startswith("text/html"):
            body = self._changed(body)
            headers = [(name, value) for name, value in headers if name not in ("Content-Length", "ETag")]
            headers.append(("Content-Length", str(len(body))))
        start_response(status, headers)
        return [body]

    def _changed(self, html):
        for address in self.leave_to:
            html = html.replace(f'href="{address}"'.encode(), f'href="{self.other}/weather"'.encode())
        return html.replace(b"<head>", b"<head>" + TAG, 1)

    def elsewhere(self, environ, start_response):
        """Serve the site that readers leave to, and the site that has ours in a frame."""
        if environ["PATH_INFO"] == "/clinic":
            return _answer(start_response, "text/html", self.host.encode())
        if environ["PATH_INFO"] == "/weather":
            self.left.append(environ.get("HTTP_REFERER", ""))
        return _answer(start_response, "text/html", b"<!DOCTYPE html><title>Weather</title><h1>Weather</h1>")

    def frame(self, path, sandbox):
        """Put a page of ours into a frame of the other site; return the address of that site's page."""
        self.host = HOST.format(sandbox=sandbox, src=self.ours + path)
        return f"{self.other}/clinic"


def _answer(start_response, kind, body):
    start_response("200 OK", [("Content-Type", f"{kind}; charset=utf-8"), ("Content-Length", str(len(body)))])
    return [body]


@contextmanager
def watched(make, leave_to):
    """Serve the site that `make` gives for an address, and the other one, as two sites with two names."""
    seen = Watched(None, leave_to)
    with hosted(seen.site) as ours, hosted(seen.elsewhere) as other:
        seen.ours, seen.other = f"http://127.0.0.1:{ours}", f"http://localhost:{other}"
        seen.app = make(seen.ours)
        yield seen
