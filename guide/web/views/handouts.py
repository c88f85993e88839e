"""Handouts: pages for paper, the questions to fill in by hand, and the PDF files that `guide handout` printed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import segno
from flask import Blueprint, Response, abort, current_app, g, render_template
from markupsafe import Markup

from guide.legal_help.freshness import oldest_past_its_day
from guide.model.content import Finding, Page
from guide.web import headers
from guide.web.state import state

blueprint = Blueprint("paper", __name__)


@blueprint.get("/<any_language:lang>/handout")
def handout() -> Response:
    return _handout(long=False)


@blueprint.get("/<any_language:lang>/handout-long")
def handout_long() -> Response:
    return _handout(long=True)


@blueprint.get("/<any_language:lang>/question-sheet")
def question_sheet() -> Response:
    return _kept("question-sheet.html")


def code_for(path: str) -> Markup:
    """A QR code that opens a page of ours; nothing where nobody told us our public address (GUIDE_ADDRESS)."""
    if not state().address:
        return Markup("")
    return Markup(segno.make(state().address + path, micro=False).svg_inline(omitsize=True, border=4))


# The pages that `guide handout` prints, by their names.
VIEWS = {"handout": handout, "handout-long": handout_long, "question-sheet": question_sheet}


def _handout(long: bool) -> Response:
    """A handout tells once how old its oldest text is: with a note beside each text it would outgrow its paper."""
    here = state()
    warnings = [each for each in here.library.current_law.findings if long and not each.read_only]
    helpers = [each for each in here.library.helpers if each.on_result and each.section != "crisis"]
    texts: list[Page | Finding] = [here.library.pages["handout"], *warnings]
    since = oldest_past_its_day(here.library, texts, helpers, here.today())
    return _kept("handout.html", long=long, warnings=warnings, on_paper=helpers, since=since)


def _kept(template: str, **given: object) -> Response:
    front = f"/{'+'.join(g.get('pair') or [g.language.code])}/"
    return headers.cacheable(render_template(template, code_for=code_for, front=front, **given))


def name(kind: str, lang: str) -> str:
    """The name of the PDF of one kind of handout in one language (or a pair of them)."""
    return f"{kind}.{lang}.pdf"


def mark(html: bytes) -> str:
    """What tells one state of a page from another; it stands beside the PDF, as name.pdf.sha256."""
    return hashlib.sha256(html).hexdigest()


@blueprint.get("/<any_language:lang>/<kind>.pdf")
def pdf(kind: str) -> Response:
    if kind not in VIEWS or not is_current(kind):
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
    key, today = (kind, g.language.code), state().today()
    if marks.get(key, (None,))[0] != today:
        marks[key] = today, mark(VIEWS[kind]().get_data())
    return str(marks[key][1])
