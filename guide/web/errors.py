"""Errors, in the language of the path, each with a way on."""

from __future__ import annotations

from flask import Flask, current_app, render_template
from werkzeug.exceptions import HTTPException, InternalServerError, MethodNotAllowed

SHOWN = (404, 405, 413)


def register(app: Flask) -> None:
    app.register_error_handler(HTTPException, _page)
    app.register_error_handler(Exception, _failed)


def _page(error: HTTPException) -> tuple[str, int, dict[str, str]]:
    code = error.code or 500
    headers = {"Allow": ", ".join(error.valid_methods or ())} if isinstance(error, MethodNotAllowed) else {}
    return (
        render_template("error.html", code=code if code in SHOWN else 500 if code >= 500 else 400),
        code,
        headers,
    )


def _failed(error: Exception) -> tuple[str, int, dict[str, str]]:
    current_app.log_exception((type(error), error, error.__traceback__))
    return _page(InternalServerError())
