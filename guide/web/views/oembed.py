"""Embedding in other sites: embed.js, and oEmbed (https://oembed.com) for a pasted URL."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from urllib.parse import SplitResult, unquote, urlsplit
from xml.etree import ElementTree as XML

from flask import Blueprint, Response, abort, request
from werkzeug.exceptions import HTTPException

from guide.engine.sharing import PICKS
from guide.web import errors, headers, nearest
from guide.web.state import state
from guide.web.urls import choice_path, outside_frame, parse, start
from guide.web.views import embed

WIDTH, HEIGHT = 720, 700
# Full width: with a numeric width and height, WordPress themes scale a frame, on phones to half a screen.
AS_ITS_PLACE = "100%"
LONGEST = 2000  # the most characters of a URL
# Pages that show picked explanations: the first one is shown in frames. A browser keeps what follows the directive.
WITH_PICKS, DIRECTIVE = ("explain/all", "present"), ":~:"
FORMATS = ("json", "xml")
A_WHILE = "public, max-age=3600"
FILLED_IN = "const[NAMES,FRAME,ADDRESS]=", '[{},{},""];'  # as the script is sent: without spaces

blueprint = Blueprint("oembed", __name__)


@blueprint.get("/embed.js")
def script() -> Response:
    """Return the script for other sites, at a stable URL, with the names of the guide and the frame attributes."""
    here = state()
    names = {code: here.catalogs[code].gettext(here.library.site.name) for code in here.library.languages}
    filled = f"{FILLED_IN[0]}{json.dumps([names, embed.FRAME, here.address], ensure_ascii=False)};"
    return _answer(here.assets.text("js/embed.js").replace("".join(FILLED_IN), filled), "text/javascript")


@blueprint.errorhandler(HTTPException)
def refuse(error: HTTPException) -> Response:
    """Return an error that any site may fetch, like the successful response."""
    return errors.answer(error, cross_origin=True)


@blueprint.get("/oembed")
def oembed() -> Response:
    """Return a frame for a URL of this site; 404 for any other URL, and 501 for a format other than json or xml."""
    wanted = request.args.get("format", FORMATS[0])
    if wanted not in FORMATS:
        return _not_offered()
    embed = _rich(*_page_at(request.args.get("url", "")))
    if wanted == "json":
        return _answer(json.dumps(embed, ensure_ascii=False), "application/json")
    tree = XML.Element("oembed")
    for name, value in embed.items():
        XML.SubElement(tree, name).text = str(value)
    head = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n'
    return _answer(head + XML.tostring(tree, "unicode"), "text/xml")


def _not_offered() -> Response:
    """Say to a program which formats there are. What it asked for is not said again, as nothing that is sent here."""
    text = f"The format that was asked for is not offered here. Ask with format={' or format='.join(FORMATS)}.\n"
    response = headers.page(text, "text/plain", cross_origin=True)
    response.status_code = 501
    return response


def _page_at(url: str) -> tuple[str, str]:
    """Return the language of a page and the path of its frame; for pages without one, that of the home page.

    There are no frames in two languages: a page in two shows its frame in the first. Picked explanations stay picked.
    """
    try:
        asked, ours = urlsplit(url if len(url) <= LONGEST else ""), urlsplit(state().address)
        own = ours.netloc and _place(asked) == _place(ours)
    except ValueError:
        abort(404)
    if not own or asked.scheme not in ("http", "https"):
        abort(404)
    path = outside_frame(nearest.page_meant(unquote(asked.path)) or abort(404))
    where = parse(path, state().library, state().pages)
    there = replace(where, framed=True, pair=None)
    if path == choice_path(where.partner):
        return where.language.code, there.url(start(where.partner))
    if path != where.own or where.row is None:
        abort(404)
    # A page without a frame shows the home page, or the start page of the partner in the URL.
    page = where.page if there.stays(where.page) else start(where.partner)
    picks = asked.fragment.partition(DIRECTIVE)[0]
    if where.page in WITH_PICKS and PICKS.fullmatch(picks):
        page = f"{WITH_PICKS[0]}#{picks}"
    return where.language.code, there.url(page)


def _place(address: SplitResult) -> tuple[str | None, int | None]:
    return address.hostname, None if address.port in (80, 443) else address.port


def _rich(language: str, path: str) -> dict[str, str | int]:
    here = state()
    title = here.catalogs[language].gettext(here.library.site.name)
    width, height = _at_most("maxwidth", WIDTH), _at_most("maxheight", HEIGHT)
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": here.library.site.name,
        "provider_url": f"{here.address}/",
        "cache_age": 86400,
        "width": width,
        "height": height,
        "html": str(embed.frame(src=f"{here.address}{path}", title=title, width=AS_ITS_PLACE, height=height)),
    }


def _at_most(name: str, usual: int) -> int:
    """Return the size, limited to the maximum that the requesting site gave."""
    given = request.args.get(name, "")
    return min(usual, int(given)) if re.fullmatch("[1-9][0-9]{0,5}", given, re.A) else usual


def _answer(text: str, kind: str) -> Response:
    response = headers.page(text, kind, cross_origin=True)
    response.headers["Cache-Control"] = A_WHILE
    return response
