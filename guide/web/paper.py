"""What is handed out on paper: one page, four pages, and the questions to fill in by hand."""

from __future__ import annotations

import segno
from flask import Blueprint, Response, g, render_template
from markupsafe import Markup

from guide.freshness import TODAY, oldest_past_its_day
from guide.web import headers
from guide.web.shelf import shelf

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
    if not shelf().address:
        return Markup("")
    return Markup(segno.make(shelf().address + path, micro=False).svg_inline(omitsize=True, border=4))


# The pages that `guide handout` prints, by their names.
VIEWS = {"handout": handout, "handout-long": handout_long, "question-sheet": question_sheet}


def _handout(long: bool) -> Response:
    """A handout tells once how old its oldest text is: with a note beside each text it would outgrow its paper."""
    here = shelf()
    warnings = [each for each in here.library.guidelines[TODAY].findings if long and not each.read_only]
    helpers = [each for each in here.library.helpers if each.on_result and each.section != "crisis"]
    texts = [here.library.pages["handout"], *warnings]
    since = oldest_past_its_day(here.library, texts, helpers, here.today())
    return _kept("handout.html", long=long, warnings=warnings, on_paper=helpers, since=since)


def _kept(template: str, **given: object) -> Response:
    front = f"/{'+'.join(g.get('pair') or [g.language.code])}/"
    return headers.kept(render_template(template, code_for=code_for, front=front, **given))
