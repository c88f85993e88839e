"""Error handlers: pages in the language of the path, with links to continue."""

from __future__ import annotations

from flask import Flask, Response, current_app, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from guide.web import headers
from guide.web.failures import Failures
from guide.web.rendering import Page, render
from guide.web.state import where

SHOWN = (404, 405, 413)


def register(app: Flask) -> None:
    app.register_error_handler(HTTPException, answer)


def answer(error: HTTPException, cross_origin: bool = False) -> Response:
    """Return the page of an HTTP error; with `cross_origin`, any site may fetch it."""
    code = error.code or 500
    if code >= 500:
        response = constant(current_app.extensions["failures"], code)
        response.cross_origin = cross_origin
        return response
    page = Page("error.html", {"code": code if code in SHOWN else 400}, cache=False)
    response = headers.page(render(where(), page), cross_origin=cross_origin)
    response.status_code = code
    if isinstance(error, MethodNotAllowed):
        response.headers["Allow"] = ", ".join(sorted(error.valid_methods or ()))
    return response


def constant(failures: Failures, code: int) -> headers.MarkedResponse:
    """Return the prebuilt page for this status and the language of the path."""
    status, sent, body = failures.answer(code, request.path)
    return headers.MarkedResponse(body, status, sent)
