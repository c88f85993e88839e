"""Errors, in the language of the path, each with a way on."""

from __future__ import annotations

from flask import Flask, Response, current_app, render_template, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from guide.web.failures import Failures

SHOWN = (404, 405, 413)


def register(app: Flask) -> None:
    app.register_error_handler(HTTPException, _page)


def _page(error: HTTPException) -> tuple[str, int, dict[str, str]] | Response:
    code = error.code or 500
    if code >= 500:
        return constant(current_app.extensions["failures"], code)
    headers = {"Allow": ", ".join(error.valid_methods or ())} if isinstance(error, MethodNotAllowed) else {}
    return render_template("error.html", code=code if code in SHOWN else 400), code, headers


def constant(failures: Failures, code: int) -> Response:
    """The page that was made at the start, for this status and the language of this path."""
    status, headers, body = failures.answer(code, request.path)
    return Response(body, status, headers)
