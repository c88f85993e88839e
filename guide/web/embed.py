"""Pages for frames in other sites: the same pages in a leaner frame, the only ones that others may frame."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from flask import Blueprint, Flask, Response, g, request
from markupsafe import Markup

from guide.web import headers, pages, questions
from guide.web.shelf import catalogue

PREFIX = "/embed"
# The pages that stay in the frame. Every other link of theirs opens a new tab with the whole site.
PAGES: dict[str, Callable[..., Any]] = {
    "": pages.home,
    "questions": questions.questions,
    "explain": pages.explain,
    "explain/<guideline>": pages.explain_one,
    "help": pages.help,
    "privacy": pages.privacy,
}
LINK = re.compile(r'<a (?P<rest>[^>]*\bhref="(?P<href>/embed/[^"]*)"[^>]*)>(?P<words>.*?)</a>', re.S)
STAYS = re.compile(r"/embed/[^/]+/(?:questions|result|explain(?:/[^/]+)?|help|privacy)?(?:#.*)?")
NEW_TAB = 'target="_blank"'

blueprint = Blueprint("embed", __name__, url_prefix=PREFIX)
for _name, _view in PAGES.items():
    blueprint.add_url_rule(f"/<any_language:lang>/{_name}", f"page_{_name}".replace("/", "_"), _view)
blueprint.add_url_rule("/<any_language:lang>/questions", "same_questions", questions.same_questions, methods=["POST"])
blueprint.add_url_rule("/<any_language:lang>/result", "result", questions.result, methods=["POST"])


def register(app: Flask) -> None:
    """Adds the pages. To be called after headers.register: what comes last is done first to an answer."""
    app.register_blueprint(blueprint)
    app.after_request(_finish)


def _finish(response: Response) -> Response:
    if not g.get("prefix"):
        return response
    if response.mimetype == "text/html":
        response.set_data(_outward(response.get_data(as_text=True)))
    # In a sandbox without an origin of its own the page's script may fetch only what anybody may.
    if request.method == "GET":
        headers.public()
    return response


def _outward(html: str) -> str:
    """The page with each link that would leave the frame led to the whole site, in a new tab."""
    note = Markup('<span class="vh"> {}</span>').format(catalogue().gettext("(opens a new tab)"))

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
