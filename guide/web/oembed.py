"""What puts the guide into pages of other sites: embed.js, and oEmbed (https://oembed.com) for a pasted address."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from urllib.parse import urlsplit
from xml.etree import ElementTree as XML

from flask import Blueprint, Response, abort, current_app, request
from werkzeug.exceptions import HTTPException

from guide.web import embed, headers
from guide.web.shelf import shelf

WIDTH, HEIGHT = 720, 700
# As wide as its place: WordPress themes shrink a frame with two numbers in proportion, on phones to half a screen.
AS_ITS_PLACE = "100%"
LONGEST = 2000  # letters of an address
A_WHILE = "public, max-age=3600"
FILLED_IN = "const [NAMES, FRAME] = [{}, {}];"

blueprint = Blueprint("oembed", __name__)


@blueprint.get("/embed.js")
def script() -> Response:
    """The script for other sites, at an address that stays the same, with the names of the guide and the attributes."""
    headers.public()
    here = shelf()
    names = {code: here.catalogues[code].gettext(here.library.site.name) for code in here.library.languages}
    filled = f"const [NAMES, FRAME] = {json.dumps([names, embed.FRAME], ensure_ascii=False)};"
    return _answer(here.assets.text("js/embed.js").replace(FILLED_IN, filled), "text/javascript")


@blueprint.get("/oembed")
def oembed() -> Response:
    """One frame for an address of ours; 404 for any other address, and 501 for a format that is not json or xml."""
    headers.public()
    wanted = request.args.get("format", "json")
    if wanted not in ("json", "xml"):
        abort(501)
    told = _rich(*_page_at(request.args.get("url", "")))
    if wanted == "json":
        return _answer(json.dumps(told, ensure_ascii=False), "application/json")
    tree = XML.Element("oembed")
    for name, value in told.items():
        XML.SubElement(tree, name).text = str(value)
    head = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n'
    return _answer(head + XML.tostring(tree, "unicode"), "text/xml")


def _page_at(url: str) -> tuple[str, str]:
    """The language of a page of ours and the path of its frame; pages that have none give the start page."""
    address = shelf().address
    try:
        asked = urlsplit(url if len(url) <= LONGEST else "")
    except ValueError:
        abort(404)
    own = asked.netloc.lower() == urlsplit(address).netloc.lower()
    if not address or not own or asked.scheme not in ("http", "https"):
        abort(404)
    path = re.sub(rf"^{embed.PREFIX}(?=/)", "", asked.path) or "/"
    if path.count("/") == 1 and path != "/":
        path += "/"  # /es, as people type it
    router = current_app.url_map.bind("", url_scheme="https")
    try:
        _, values = router.match(path, method="GET")
    except HTTPException:
        abort(404)
    named = values.get("guideline")
    if named and named not in shelf().library.guidelines:
        abort(404)
    language, start = _start_of(path, values)
    framed = f"{embed.PREFIX}{path}"
    return language, framed if "lang" in values and router.test(framed, method="GET") else f"{embed.PREFIX}{start}"


def _start_of(path: str, values: Mapping[str, str]) -> tuple[str, str]:
    """The language of an address, and the start page there: that of a partner, where the address names one."""
    library = shelf().library
    if "partner" not in values:
        if path != "/" and "lang" not in values:
            abort(404)
        language = values.get("lang", next(iter(library.languages)))
        return language, f"/{language}/"
    partner = library.partners.get(values["partner"])
    if partner is None or values.get("lang", partner.languages[0]) not in partner.languages:
        abort(404)
    language = values.get("lang", partner.languages[0])
    return language, f"/p/{partner.id}/{language}/{partner.start_page}"


def _rich(language: str, path: str) -> dict[str, str | int]:
    here = shelf()
    title = here.catalogues[language].gettext(here.library.site.name)
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
    """What the asking site has room for, where it says so."""
    given = request.args.get(name, "")
    return min(usual, int(given)) if re.fullmatch("[1-9][0-9]{0,5}", given, re.A) else usual


def _answer(text: str, kind: str) -> Response:
    response = Response(text, mimetype=kind)
    response.headers["Cache-Control"] = A_WHILE
    return response
