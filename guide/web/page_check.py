"""Renders each page in each language once, and reports the pages that fail."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from werkzeug.datastructures import MultiDict

from guide.model.problems import Problem
from guide.model.rule import Answers
from guide.web.app import log
from guide.web.every_page import pages, shared_pages
from guide.web.state import SiteState
from guide.web.urls import plain_path

NOTHING: Answers = {}
FORMS = ("questions", "result")


def problems(app: Flask) -> Iterator[Problem]:
    """Yield a problem for each page that fails, with its path, and the type and place of the exception."""
    state: SiteState = app.extensions["state"]
    for path in shared_pages(app):
        yield from _of(app, path)
    for code in state.library.languages:
        for path in pages(app, code):
            yield from _of(app, path)
        for name in FORMS:
            for answers in (NOTHING, state.library.sample_answers):
                yield from _of(app, plain_path([code], name), answers)


def _of(app: Flask, path: str, answers: Answers | None = None) -> Iterator[Problem]:
    """Yield the problem of one page, or of a POST with `answers` to it, if it fails."""
    with _logged_errors() as errors:
        try:
            form = MultiDict((id, option) for id, options in (answers or {}).items() for option in options)
            client = app.test_client()
            answer = client.get(path) if answers is None else client.post(path, data=form)
            failed = "" if answer.status_code == 200 else str(answer.status_code)
        except Exception as error:  # the error page failed as well
            failed = type(error).__name__
    if failed:
        what = f"{path}{'' if answers is None else ' after a POST'}"
        how = ", ".join(dict.fromkeys(errors)) or failed
        yield Problem(
            what, 1, "page-fails", f"this page cannot be rendered: {how}", "fix its content, template or view"
        )


@contextmanager
def _logged_errors() -> Iterator[list[str]]:
    """Collect the log messages of the site within the block, instead of logging them."""
    errors: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            errors.append(record.getMessage())

    handler, goes_on = Keep(), log.propagate
    log.addHandler(handler)
    log.propagate = False
    try:
        yield errors
    finally:
        log.removeHandler(handler)
        log.propagate = goes_on
