"""What puts the guide into pages of other sites: embed.js, and oEmbed (https://oembed.com) for a pasted address."""

from __future__ import annotations

import json
import re
from urllib.parse import urlsplit
from xml.etree import ElementTree as XML

from flask import Blueprint, Response, abort, current_app, request
from markupsafe import Markup
from werkzeug.exceptions import HTTPException

from guide.web import embed, headers
from guide.web.shelf import shelf

WIDTH, HEIGHT = 720, 700
LONGEST = 2000  # letters of an address
A_WHILE = "public, max-age=3600"
NAMES = "const NAMES = {};"
FRAME = Markup(
    '<iframe src="{src}" title="{title}" width="{width}" height="{height}" loading="lazy" referrerpolicy="no-referrer" '
    'sandbox="allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox" '
    'allow="web-share; clipboard-write"></iframe>'
)

blueprint = Blueprint("oembed", __name__)


@blueprint.get("/embed.js")
def script() -> Response:
    """The script for other sites, at an address that stays the same, with the name of the guide in each language."""
    headers.public()
    here = shelf()
    names = {code: here.catalogues[code].gettext(here.library.site.name) for code in here.library.languages}
    code = here.assets.text("js/embed.js").replace(NAMES, f"const NAMES = {json.dumps(names, ensure_ascii=False)};")
    return _answer(code, "text/javascript")


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
    languages = shelf().library.languages
    named = values.get("guideline")
    if (path != "/" and "lang" not in values) or (named and named not in shelf().library.guidelines):
        abort(404)
    language = str(values.get("lang", next(iter(languages))))
    framed = f"{embed.PREFIX}{path}"
    return language, framed if router.test(framed, method="GET") else f"{embed.PREFIX}/{language}/"


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
        "html": str(FRAME.format(src=f"{here.address}{path}", title=title, width=width, height=height)),
    }


def _at_most(name: str, usual: int) -> int:
    """What the asking site has room for, where it says so."""
    given = request.args.get(name, "")
    return min(usual, int(given)) if re.fullmatch("[1-9][0-9]{0,5}", given, re.A) else usual


def _answer(text: str, kind: str) -> Response:
    response = Response(text, mimetype=kind)
    response.headers["Cache-Control"] = A_WHILE
    return response
