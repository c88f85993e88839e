"""Handouts as files, which `guide handout` printed: offered only while their pages still say the same."""

from __future__ import annotations

import hashlib
from pathlib import Path

from flask import Blueprint, Response, abort, current_app, g

from guide.web import headers, paper
from guide.web.shelf import shelf


def name(kind: str, lang: str) -> str:
    """The name of the PDF of one kind of handout in one language (or a pair of them)."""
    return f"{kind}.{lang}.pdf"


def mark(html: bytes) -> str:
    """What tells one state of a page from another; it stands beside the PDF, as name.pdf.sha256."""
    return hashlib.sha256(html).hexdigest()


blueprint = Blueprint("pdfs", __name__)


@blueprint.get("/<any_language:lang>/<kind>.pdf")
def pdf(kind: str) -> Response:
    if kind not in paper.VIEWS or not is_current(kind):
        abort(404)
    file = name(kind, g.language.code)
    response = Response((_folder() / file).read_bytes(), mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{file}"'
    response.headers["Cache-Control"] = headers.REVALIDATE
    return response


def is_current(kind: str) -> bool:
    """Whether there is a PDF in the language of this request, printed from the page as it is today."""
    file = _folder() / name(kind, g.language.code)
    beside = file.with_name(f"{file.name}.sha256")
    return file.is_file() and beside.is_file() and beside.read_text("utf-8").strip() == _mark_of_today(kind)


def _folder() -> Path:
    return Path(current_app.config["HANDOUTS"])


def _mark_of_today(kind: str) -> str:
    """Pages are constant for one version of the content and one day, so each is made once a day for this."""
    marks = current_app.extensions.setdefault("handout-marks", {})
    key, today = (kind, g.language.code), shelf().today()
    if marks.get(key, (None,))[0] != today:
        marks[key] = today, mark(paper.VIEWS[kind]().get_data())
    return str(marks[key][1])
