"""Error handlers: redirect to the page that was meant, or speak the language of the path, with links to continue."""

from __future__ import annotations

from dataclasses import replace

from flask import Flask, Response, current_app, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from guide.web import headers, nearest
from guide.web.failures import Failures
from guide.web.rendering import Page, render
from guide.web.state import state, where
from guide.web.urls import Where, named_language

SHOWN = (404, 405, 413, 422)
# A redirect of a POST would send answers twice, or lose them.
MAY_BE_SENT_ON = ("GET", "HEAD")


def register(app: Flask) -> None:
    app.register_error_handler(HTTPException, answer)


def answer(error: HTTPException, cross_origin: bool = False) -> Response:
    """Return the page of an HTTP error; with `cross_origin`, any site may fetch it.

    A path that is not found, but means a page of ours, is answered with a redirect. The error page speaks the language
    that the path names, or all of them.
    """
    code = error.code or 500
    if code == 404 and request.method in MAY_BE_SENT_ON:
        there = nearest.page_meant(request.path)
        if there and there != request.path:
            return _redirect(there)
    language = named_language(request.path, state().library.languages)
    if code >= 500 or language is None:
        response = constant(current_app.extensions["failures"], code)
    else:
        page = Page("error.html", {"code": code if code in SHOWN else 400, "own": ""}, cache=False)
        response = headers.page(render(_place(language), page))
        response.status_code = code
    response.cross_origin = cross_origin
    if isinstance(error, MethodNotAllowed):
        response.headers["Allow"] = ", ".join(sorted(error.valid_methods or ()))
    return response


def _place(code: str) -> Where:
    """Return the place of this request in the language that its path names, which a partner may not offer."""
    here = where().speaking(state().library.languages[code])
    return here if here.partner is None or code in here.partner.languages else replace(here, partner=None)


def _redirect(path: str) -> headers.MarkedResponse:
    """Send the reader on to a page of ours. What follows `?` in the address means nothing here, and is left out."""
    response = headers.MarkedResponse(status=308)
    response.headers["Location"] = path
    return response


def constant(failures: Failures, code: int) -> headers.MarkedResponse:
    """Return the prebuilt page for this status and the language of the path."""
    status, sent, body = failures.answer(code, request.path)
    return headers.MarkedResponse(body, status, sent)
