"""Handouts: pages for paper, the question sheet, and the PDF files of `guide handout`."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, abort

from guide.engine.question_order import old_parts
from guide.web import headers
from guide.web.pages_table import ON_PAPER
from guide.web.presenters import handouts as presenter
from guide.web.rendering import Page, render
from guide.web.state import state, where
from guide.web.urls import PAIR, Where, plain_path
from guide.web.views import pocket
from guide.web.views.bilingual import both

blueprint = Blueprint("handouts", __name__)


def handout(where: Where) -> Page:
    return _handout(where, long=False)


def handout_long(where: Where) -> Page:
    return _handout(where, long=True)


def question_sheet(where: Where) -> Page:
    return _page(where, "question-sheet.html", old_parts=old_parts(state().library))


# The views of the pages for paper, by page name.
VIEWS = {"handout": handout, "handout-long": handout_long, "question-sheet": question_sheet}
VIEWS |= {row: pocket.sheet for row in ON_PAPER if row.startswith("pocket/")}


def _handout(where: Where, long: bool) -> Page:
    here = state()
    return _page(where, "handout.html", handout=presenter.handout(here.library, here.today(), long=long))


def _page(where: Where, template: str, **given: object) -> Page:
    return Page(template, {"front": where.own_start, **given})


def offered(where: Where) -> dict[str, str]:
    """Return the path of each up-to-date PDF in this language (or pair of a bilingual page), by the kind of handout."""
    codes = where.pair or (where.language.code,)
    return {kind: plain_path(codes, f"{kind}.pdf") for kind in ON_PAPER if _file(where, kind)}


def _file(where: Where, kind: str) -> Path | None:
    here = state()
    codes = where.pair or (where.language.code,)
    there = Where(here.library.languages[codes[0]], kind, pair=where.pair, pages=here.pages)

    def html() -> bytes:
        page = both(there, VIEWS[kind], {})[1] if there.pair else render(there, VIEWS[kind](there))
        return page.encode()

    return here.handouts.current(kind, PAIR.join(codes), here.today(), html)


@blueprint.get("/<any_language:lang>/<path:kind>.pdf")
@blueprint.get("/<pair:pair>/<path:kind>.pdf")
def pdf(kind: str) -> Response:
    file = _file(where(), kind) if kind in ON_PAPER else None
    if file is None:
        abort(404)
    response = Response(file.read_bytes(), mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
    response.headers["Cache-Control"] = headers.REVALIDATE
    return response
