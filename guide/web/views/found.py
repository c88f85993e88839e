"""What search engines and browsers ask for at fixed addresses: robots.txt, the list of all pages, and icons."""

from __future__ import annotations

from flask import Blueprint, Flask, Response, current_app, render_template

from guide.web import headers
from guide.web.every_page import pages
from guide.web.state import SiteState, state
from guide.web.urls import Where, choice_path, parse

ICONS = {"/favicon.ico": "img/favicon.ico", "/apple-touch-icon.png": "img/touch-icon.png"}
SITEMAP = "/sitemap.xml"


def blueprint(address: str) -> Blueprint:
    """Return the routes of these files. Only a site that knows its public address has a list of its pages."""
    made = Blueprint("found", __name__)
    made.add_url_rule("/robots.txt", "robots", robots)
    if address:
        made.add_url_rule(SITEMAP, "sitemap", sitemap)
    for path, name in ICONS.items():
        made.add_url_rule(path, name.rpartition("/")[2].partition(".")[0], icon, defaults={"name": name})
    return made


def robots() -> Response:
    """Allow everything: what must not be listed says so itself, and a program that may not read it cannot know."""
    address = state().address
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {address}{SITEMAP}"] if address else [])]
    return headers.page("".join(f"{line}\n" for line in lines), "text/plain", cache=True)


def sitemap() -> Response:
    """Return every page that may be listed, with its address in each language (https://www.sitemaps.org)."""
    here = state()
    listed = [where.own_in_each(here.library.languages) for where in _listed(current_app, here)]
    xml = render_template("sitemap.xml", address=here.address, choice=choice_path(None), listed=listed)
    return headers.page(xml, "application/xml", cache=True)


def _listed(app: Flask, here: SiteState) -> list[Where]:
    """Return the pages that may be listed, in the first language; the home page comes first."""
    first = next(iter(here.library.languages))
    every = (parse(path, here.library, here.pages) for path in pages(app, first))
    return [where for where in every if where.indexed]


def icon(name: str) -> Response:
    """Return an icon at the address where browsers look if a page names none: an error page, a PDF."""
    asset = state().assets.of_name(name)
    response = Response(asset.body, mimetype=asset.kind)
    response.headers["Cache-Control"] = headers.REVALIDATE
    return response
