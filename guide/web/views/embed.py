"""Pages for frames in other sites: the same pages in a leaner frame, the only ones that others may frame."""

from __future__ import annotations

import re

from flask import Blueprint, Flask, Response, g, request
from markupsafe import Markup

from guide.model.partner import WITH_PARTNER
from guide.web import headers
from guide.web.state import catalog
from guide.web.views.partners import OF_PARTNER
from guide.web.views.shared_pages import add_pages

PREFIX = "/embed"
# What every frame of ours carries, whoever makes it: oEmbed, embed.js, or the snippet of the page for clinics.
FRAME = {
    "loading": "lazy",
    "sandbox": "allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox",
    "allow": "web-share; clipboard-write",
    "referrerpolicy": "no-referrer",
    # A border would stick out of a place that the frame fills; WordPress lets no style through that could say so.
    "frameborder": "0",
}
LINK = re.compile(r'<a (?P<rest>[^>]*\bhref="(?P<href>/embed/[^"]*)"[^>]*)>(?P<words>.*?)</a>', re.S)
# These stay in the frame. Every other link of a page opens a new tab with the whole site.
STAYS = re.compile(rf"{PREFIX}(?:/p/[^/]+)?/[^/]+/(?:{'|'.join(sorted(WITH_PARTNER))})(?:/[^/#]+)?(?:#.*)?")
NEW_TAB = 'target="_blank"'

blueprint = Blueprint("embed", __name__, url_prefix=PREFIX)
add_pages(blueprint)
add_pages(blueprint, OF_PARTNER)


def frame(**attributes: str | int) -> Markup:
    """A frame with these attributes and those that every frame has, as HTML."""
    each = (Markup(' {}="{}"').format(name, value) for name, value in (attributes | FRAME).items())
    return Markup("<iframe{}></iframe>").format(Markup("").join(each))


def in_path(path: str) -> tuple[bool, str]:
    """Whether a path is that of a frame, and the path on the whole site."""
    within = path.removeprefix(f"{PREFIX}/")
    return (True, f"/{within}") if within != path else (False, path)


def register(app: Flask) -> None:
    """Adds the pages. To be called after headers.register: what comes last is done first to an answer."""
    app.register_blueprint(blueprint)
    app.after_request(_finish)


def _finish(response: Response) -> Response:
    if not g.get("framed"):
        return response
    if response.mimetype == "text/html":
        response.set_data(_outward(response.get_data(as_text=True)))
    # In a sandbox without an origin of its own the page's script may fetch only what anybody may.
    if request.method == "GET":
        headers.allow_cross_origin()
    return response


def _outward(html: str) -> str:
    """The page with each link that would leave the frame led to the whole site, in a new tab."""
    note = Markup('<span class="visually-hidden"> {}</span>').format(catalog().gettext("(opens a new tab)"))

    def lead(found: re.Match[str]) -> str:
        rest, href, words = found["rest"], found["href"], found["words"]
        if NEW_TAB not in rest and STAYS.fullmatch(href):
            return found[0]
        rest = rest.replace(f'href="{href}"', f'href="{href.removeprefix(PREFIX)}"')
        if NEW_TAB in rest:
            return f"<a {rest}>{words}</a>"
        rel = "" if "rel=" in rest else ' rel="noopener"'
        return f"<a {rest} {NEW_TAB}{rel}>{words}{note}</a>"

    return LINK.sub(lead, html)
