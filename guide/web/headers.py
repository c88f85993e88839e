"""The headers and compression of every response."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit

from flask import Flask, Response, request

from guide.web import one_length
from guide.web.assets import squeeze
from guide.web.one_length import Lengths
from guide.web.state import state
from guide.web.urls import is_framed

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "media-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
# The policy of an exported page, which is in the page: many hosts send no headers. `frame-ancestors` needs a header.
FILES_POLICY = "; ".join(
    f"{name} {value}" for name, value in (POLICY | {"form-action": "'none'"}).items() if name != "frame-ancestors"
)
# An SVG that is opened directly is a document: it must not run scripts, load resources or apply styles.
PICTURE_POLICY = "default-src 'none'; sandbox"
# A logo comes from somebody else: no other site shows it as a page.
LOGO_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"
# What a style sheet or script needs: the rest is for documents, and weighs more than many a script does.
OF_ASSETS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "cross-origin",  # in a sandbox a page of ours has an opaque origin
    "Access-Control-Allow-Origin": "*",
    "Referrer-Policy": "no-referrer",  # for what a sheet or module loads in its turn
    "Vary": "Accept-Encoding",
}
DOCUMENTS = ("image/svg+xml", "text/html")
# What could tell something about a reader or a device. The line comes with each page, so it names no more.
DENIED = (
    "accelerometer browsing-topics camera clipboard-read display-capture geolocation gyroscope hid "
    "identity-credentials-get idle-detection local-fonts magnetometer microphone midi payment "
    "publickey-credentials-get serial storage-access usb xr-spatial-tracking"
)

FOR_EVERYBODY = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in DENIED.split()),
    # Browsers ignore this over plain http, so it is harmless in development. No includeSubDomains: a clinic that hosts
    # a copy may have other hosts in its domain. If all of them have https, add it in `deploy/nginx.conf`.
    "Strict-Transport-Security": "max-age=63072000",
    "Vary": "Accept-Encoding",
}
NOT_INDEXED = {"X-Robots-Tag": "noindex"}
NO_STORE = "no-store"
REVALIDATE = "no-cache"
SMALL = 500


def _line(policy: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in policy.items())


def register(app: Flask) -> None:
    app.after_request(_finish)


class MarkedResponse(Response):
    """A response with the properties of its page that decide its headers."""

    cross_origin = False  # any site may fetch it: it is the same for every visitor
    self_frames = False  # it shows other pages of this site in a frame
    lengths: Lengths | None = None  # it depends on answers, and its length must not
    policy = ""  # its own Content-Security-Policy


def page(
    body: str, kind: str = "text/html", *, cache: bool = False, cross_origin: bool = False, self_frames: bool = False
) -> MarkedResponse:
    """Create a response. With `cache`, a browser may store it, but must revalidate it each time."""
    response = MarkedResponse(body, mimetype=kind)
    response.cross_origin, response.self_frames = cross_origin, self_frames
    if cache:
        response.headers["Cache-Control"] = REVALIDATE
    return response


def security_headers(
    framed: bool, framers: str, shared: bool = False, self_frames: bool = False, address: str = ""
) -> dict[str, str]:
    """Return the headers that depend only on the kind of page.

    `framed` pages may be framed by `framers` (origins, or `*`), `shared` ones may be fetched by any site. `address` is
    the public address of the site, if it is known.
    """
    policy = dict(POLICY)
    if framed and address:
        # In a sandbox a page has an opaque origin. For WebKit nothing is 'self' then: no style, no script, no form.
        policy = {name: f"'self' {address}" if source == "'self'" else source for name, source in POLICY.items()}
    if self_frames:
        policy["frame-src"] = "'self'"
    if framed:
        # The page for clinics shows a preview of the embed.
        policy["frame-ancestors"] = framers if framers == "*" else f"'self' {framers}"
    headers = FOR_EVERYBODY | {
        "Content-Security-Policy": _line(policy),
        "Cross-Origin-Resource-Policy": "cross-origin" if shared or framed else "same-origin",
    }
    if framed:  # other sites may frame this page, so no other header may forbid it
        del headers["Cross-Origin-Opener-Policy"]
    if shared:
        headers["Access-Control-Allow-Origin"] = "*"
    return headers


# The headers of error pages when no request reached the application. `deploy/nginx.conf` repeats them.
OF_ERRORS = security_headers(framed=False, framers="") | {"Cache-Control": NO_STORE}


def _relative(response: Response) -> None:
    """Make a redirect relative, so that it stays on the host of the visitor: the Host header cannot be trusted."""
    path = urlsplit(response.headers["Location"]).path
    response.headers["Location"] = "/" + path.strip("/") + ("/" if path.strip("/") and path.endswith("/") else "")
    response.set_data("")


def _finish(response: MarkedResponse) -> MarkedResponse:
    if "Location" in response.headers:
        _relative(response)
    framed = is_framed(request.path)
    # In a sandbox with an opaque origin, the script of the page may fetch only what any site may.
    shared = request.path.startswith("/static/") or response.cross_origin or (framed and request.method == "GET")
    here = state()
    if request.path.startswith("/static/") and response.status_code == 200:
        response.headers.update(OF_ASSETS)
        if response.mimetype in DOCUMENTS:
            foreign = request.path.startswith("/static/partners/")
            response.headers["Content-Security-Policy"] = LOGO_POLICY if foreign else PICTURE_POLICY
    else:
        every = security_headers(framed, here.frame_ancestors, shared, response.self_frames, here.address)
        response.headers.update(every)
        if response.policy:
            response.headers["Content-Security-Policy"] = response.policy
    if here.onion and _has_onion_page(response, framed):
        response.headers["Onion-Location"] = f"{here.onion}{request.path}"
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = NO_STORE
    if response.status_code >= 400:
        response.headers.update(NOT_INDEXED)
    if response.headers["Cache-Control"] == REVALIDATE and response.status_code == 200:
        response.add_etag(weak=True)  # weak, because it is the same for gzip and plain
        response.make_conditional(request)
    return _compress(response)


def _has_onion_page(response: MarkedResponse, framed: bool) -> bool:
    """Whether Tor Browser may offer this page of the onion service: a page of ours that can be fetched, as a whole.

    Not on the onion service itself. An address that was mistyped is not repeated.
    """
    fetched = request.method == "GET" and response.status_code == 200 and response.mimetype == "text/html"
    return fetched and not framed and not is_onion(request.host)


def is_onion(host: str) -> bool:
    """Whether a Host header names an onion service."""
    return host.partition(":")[0].lower().endswith(".onion")


def _compress(response: MarkedResponse) -> MarkedResponse:
    if response.lengths:
        return _with_one_length(response, response.lengths)
    fits = response.status_code not in (204, 304) and not response.is_streamed
    if not fits or not request.accept_encodings["gzip"] or len(body := response.get_data()) < SMALL:
        return response
    kept = response.headers["Cache-Control"] != NO_STORE
    response.set_data(_squeezed(body) if kept else squeeze(body))
    response.headers["Content-Encoding"] = "gzip"
    return response


def _with_one_length(response: MarkedResponse, lengths: Lengths) -> MarkedResponse:
    body, accepted = response.get_data(), request.accept_encodings
    if accepted["br"]:
        response.set_data(one_length.in_brotli(body, lengths.br))
        response.headers["Content-Encoding"] = "br"
    elif accepted["gzip"]:
        response.set_data(one_length.gzipped(body, lengths.gzip))
        response.headers["Content-Encoding"] = "gzip"
    else:
        response.set_data(one_length.plain(body, lengths.plain))
    return response


@lru_cache(maxsize=500)
def _squeezed(body: bytes) -> bytes:
    """Compress and cache a body. Only for pages that are the same for every visitor: answers are never cached."""
    return squeeze(body)
