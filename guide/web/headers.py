"""The headers of every answer, and its compression."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit

from flask import Flask, Response, request

from guide.web.assets import squeeze
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
# An SVG that somebody opens by itself is a page: it may run, load and style nothing.
LOGO_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"
DENIED = (
    "accelerometer autoplay browsing-topics camera clipboard-read display-capture encrypted-media "
    "fullscreen gamepad geolocation gyroscope hid identity-credentials-get idle-detection local-fonts "
    "magnetometer microphone midi payment picture-in-picture publickey-credentials-get screen-wake-lock "
    "serial storage-access usb xr-spatial-tracking"
)

FOR_EVERYBODY = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in DENIED.split()),
    # A browser ignores this over plain http, so it does no harm on a desk. No includeSubDomains: a clinic that hosts
    # a copy has other machines below its name. Whoever has https on all of them adds it in `deploy/nginx.conf`.
    "Strict-Transport-Security": "max-age=63072000",
    "Vary": "Accept-Encoding",
}
NO_STORE = "no-store"
REVALIDATE = "no-cache"
SMALL = 500


def _line(policy: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in policy.items())


def register(app: Flask) -> None:
    app.after_request(_finish)


class MarkedResponse(Response):
    """A response that knows which headers its page needs."""

    cross_origin = False  # any page may fetch it: it is the same for everybody
    self_frames = False  # it shows other pages of ours in a frame


def page(
    body: str, kind: str = "text/html", *, cache: bool = False, cross_origin: bool = False, self_frames: bool = False
) -> MarkedResponse:
    """A response with a body of this kind. With `cache` a browser may keep it, and asks again each time."""
    response = MarkedResponse(body, mimetype=kind)
    response.cross_origin, response.self_frames = cross_origin, self_frames
    if cache:
        response.headers["Cache-Control"] = REVALIDATE
    return response


def standing(framed: bool, framers: str, shared: bool = False, self_frames: bool = False) -> dict[str, str]:
    """The headers of an answer that hang on nothing but what kind of page it is.

    `framed` pages may be framed by `framers` (origins, or `*`), `shared` ones may be fetched by any page.
    """
    policy = dict(POLICY)
    if self_frames:
        policy["frame-src"] = "'self'"
    if framed:
        # Our own page for clinics shows what others will see.
        policy["frame-ancestors"] = framers if framers == "*" else f"'self' {framers}"
    headers = FOR_EVERYBODY | {
        "Content-Security-Policy": _line(policy),
        "Cross-Origin-Resource-Policy": "cross-origin" if shared or framed else "same-origin",
    }
    if framed:  # others may show this page, so nothing else may stand between them and it
        del headers["Cross-Origin-Opener-Policy"]
    if shared:
        headers["Access-Control-Allow-Origin"] = "*"
    return headers


# What an error page carries where no request reached the application. `deploy/nginx.conf` repeats it.
OF_ERRORS = standing(framed=False, framers="") | {"Cache-Control": NO_STORE}


def _relative(response: Response) -> None:
    """A redirect stays on whatever address the reader used: the Host header is not to be trusted."""
    path = urlsplit(response.headers["Location"]).path
    response.headers["Location"] = "/" + path.strip("/") + ("/" if path.strip("/") and path.endswith("/") else "")
    response.set_data("")


def _finish(response: MarkedResponse) -> MarkedResponse:
    if "Location" in response.headers:
        _relative(response)
    framed = is_framed(request.path)
    # In a sandbox without an origin of its own the page's script may fetch only what anybody may.
    shared = request.path.startswith("/static/") or response.cross_origin or (framed and request.method == "GET")
    response.headers.update(standing(framed, state().frame_ancestors, shared, response.self_frames))
    if request.path.startswith("/static/partners/"):
        response.headers["Content-Security-Policy"] = LOGO_POLICY
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = NO_STORE
    if response.headers["Cache-Control"] == REVALIDATE and response.status_code == 200:
        response.add_etag(weak=True)  # the same for gzip and plain, so it is no name of exact bytes
        response.make_conditional(request)
    return _compress(response)


def _compress(response: MarkedResponse) -> MarkedResponse:
    fits = response.status_code not in (204, 304) and not response.is_streamed
    if not fits or not request.accept_encodings["gzip"] or len(body := response.get_data()) < SMALL:
        return response
    kept = response.headers["Cache-Control"] != NO_STORE
    response.set_data(_squeezed(body) if kept else squeeze(body))
    response.headers["Content-Encoding"] = "gzip"
    return response


@lru_cache(maxsize=500)
def _squeezed(body: bytes) -> bytes:
    """Only pages that are the same for everybody come here: no answer is ever kept in this cache."""
    return squeeze(body)
