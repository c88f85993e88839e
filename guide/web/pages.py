"""Pages that are the same for everybody."""

from __future__ import annotations

from flask import Blueprint, Response, render_template

from guide.model import Finding
from guide.rules import to_plain
from guide.web import headers
from guide.web.explanations import context
from guide.web.shelf import shelf

blueprint = Blueprint("pages", __name__)


@blueprint.get("/")
def choose_language() -> Response:
    return _kept(render_template("languages.html"))


@blueprint.get("/<any_language:lang>/")
def home() -> Response:
    return _kept(render_template("home.html"))


@blueprint.get("/<any_language:lang>/explain")
def explain() -> Response:
    headers.public()
    library = shelf().library
    rules = {
        f"{guideline.id}/{finding.id}": _plain_rules(finding)
        for guideline in library.guidelines.values()
        for finding in guideline.findings
        if not finding.read_only
    }
    return _kept(render_template("explain.html", rules=rules, **context(library, None)))


@blueprint.get("/<any_language:lang>/help")
def help() -> Response:
    return _kept(render_template("help.html"))


@blueprint.get("/<any_language:lang>/privacy")
def privacy() -> Response:
    return _kept(render_template("page.html", page=shelf().library.pages["privacy"], path="privacy"))


@blueprint.get("/<any_language:lang>/safety")
def safety() -> Response:
    return _kept(render_template("page.html", page=shelf().library.pages["safety"], path="safety"))


@blueprint.get("/healthz")
def healthz() -> Response:
    return Response("ok\n", mimetype="text/plain")


def _plain_rules(finding: Finding) -> dict[str, object]:
    rules = {"when": finding.when, "may": finding.may}
    return {key: to_plain(rule) for key, rule in rules.items() if rule is not None}


def _kept(html: str) -> Response:
    """A page that says only that it was read: a browser may keep it, and asks again each time."""
    response = Response(html, mimetype="text/html")
    response.headers["Cache-Control"] = headers.REVALIDATE
    return response
