"""The guide under a partner's name: the same pages, at /p/<partner>/<language>/."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from flask import Blueprint, Response, render_template, request

from guide.partners import Partner
from guide.web import headers, pages, questions
from guide.web.shelf import shelf

blueprint = Blueprint("partners", __name__)
OF_PARTNER = "/p/<partner>"
IN_LANGUAGE = f"{OF_PARTNER}/<any_language:lang>"

blueprint.add_url_rule(f"{IN_LANGUAGE}/", view_func=pages.home)
blueprint.add_url_rule(f"{IN_LANGUAGE}/explain", view_func=pages.explain)
blueprint.add_url_rule(f"{IN_LANGUAGE}/explain/<guideline>", view_func=pages.explain_one)
blueprint.add_url_rule(f"{IN_LANGUAGE}/help", view_func=pages.help)
blueprint.add_url_rule(f"{IN_LANGUAGE}/questions", view_func=questions.questions)
blueprint.add_url_rule(f"{IN_LANGUAGE}/questions", view_func=questions.same_questions, methods=["POST"])
blueprint.add_url_rule(f"{IN_LANGUAGE}/result", view_func=questions.result, methods=["POST"])


@blueprint.get(f"{OF_PARTNER}/")
def choose_language() -> Response:
    response = Response(render_template("languages.html"), mimetype="text/html")
    response.headers["Cache-Control"] = headers.REVALIDATE
    return response


def in_path() -> tuple[Partner | None, str]:
    """The partner that the path of this request names, if we have it, and the path without it."""
    _, first, *rest = request.path.split("/")
    partner = shelf().library.partners.get(rest[0]) if first == "p" and rest else None
    return (partner, "/".join(rest[1:])) if partner else (None, request.path.lstrip("/"))


def files(partners: Iterable[Partner]) -> Mapping[str, bytes]:
    """The static files that partners need: their logos, and one sheet with their colours."""
    partners = tuple(partners)
    made = {partner.asset: partner.logo.content for partner in partners if partner.logo}
    return made | {"css/partners.css": style_rules(partners).encode()}


def style_rules(partners: Iterable[Partner]) -> str:
    """The band beside each partner's name, in its colours, which were checked when they were read."""
    partners = tuple(partners)
    light = "\n".join(_band(partner.id, partner.light) for partner in partners)
    dark = "\n".join(_band(partner.id, partner.dark) for partner in partners)
    return f"{light}\n@media(prefers-color-scheme:dark){{\n{dark}\n}}\n"


def _band(id: str, colour: str) -> str:
    return f'[data-partner="{id}"]{{border-color:{colour}}}'
