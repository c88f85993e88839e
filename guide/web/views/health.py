"""Health checks for monitoring. The production server answers them itself, for all its processes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from flask import Blueprint, Flask, Response, current_app

from guide.web.every_page import first_pages, results
from guide.web.failures import Failures, RawResponse
from guide.web.server.wsgi import Request, call, empty_form
from guide.web.state import state

blueprint = Blueprint("health", __name__)


def health(failures: Failures, fingerprint: str) -> RawResponse:
    """Return the liveness response, with the fingerprint of the content."""
    return failures.plain(200, f"ok\n{fingerprint}\n")


def readiness(
    failures: Failures, ready: bool, failed: list[str], counts: Mapping[str, int] = MappingProxyType({})
) -> RawResponse:
    """Return the readiness response: whether the important pages were rendered, the names of failed pages, and counts.

    `counts` says how often what failed since the start, or since the last reload.
    """
    word = "no" if failed or not ready else "ready"
    lines = [f"failed: {name}\n" for name in failed] + [f"{name}: {count}\n" for name, count in counts.items()]
    return failures.plain(200 if word == "ready" else 503, f"{word}\n{''.join(lines)}")


@blueprint.get("/healthz")
def healthz() -> Response:
    return _response(health(_failures(), state().fingerprint))


@blueprint.get("/readyz")
def readyz() -> Response:
    """For other servers, which have no page maker: the first request renders the important pages."""
    failures = _failures()
    if "readyz" not in current_app.extensions:
        current_app.extensions["readyz"] = True
        _make_first(current_app, failures)
    return _response(readiness(failures, True, list(failures.names)))


def first_requests(app: Flask) -> list[Request]:
    """Return the requests that must succeed before the site is ready: home, questions, help, explain and a result."""
    fetched = [Request("GET", path) for path in first_pages(app)]
    return fetched + [empty_form(path) for path in results(app)]


def _make_first(app: Flask, failures: Failures) -> None:
    for request in first_requests(app):
        if call(app.wsgi_app, request).status != 200:
            failures.note(request.path)


def _failures() -> Failures:
    failures: Failures = current_app.extensions["failures"]
    return failures


def _response(response: RawResponse) -> Response:
    status, headers, body = response
    return Response(body, status, headers)
