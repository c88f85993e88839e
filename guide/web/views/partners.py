"""The guide under a partner's name: the same pages, at /p/<partner>/<language>/."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from flask import Blueprint, Response, render_template

from guide.model.partner import Partner
from guide.web.headers import cacheable
from guide.web.state import state
from guide.web.views.shared_pages import add_pages

blueprint = Blueprint("partners", __name__)
OF_PARTNER = "/p/<partner>"
add_pages(blueprint, OF_PARTNER)


@blueprint.get(f"{OF_PARTNER}/")
def choose_language() -> Response:
    return cacheable(render_template("languages.html"))


def in_path(path: str) -> tuple[Partner | None, str]:
    """The partner that a path names, if we have it, and the path without its name and without its first slash."""
    first, *rest = path.lstrip("/").split("/")
    if first != "p" or not rest:
        return None, path.lstrip("/")
    return state().library.partners.get(rest[0]), "/".join(rest[1:])


def files(partners: Collection[Partner]) -> Mapping[str, bytes]:
    """The static files that partners need: their logos, and one sheet with their colours."""
    made = {partner.asset: partner.logo.content for partner in partners if partner.logo}
    return made | {"css/partners.css": style_rules(partners).encode()}


def style_rules(partners: Collection[Partner]) -> str:
    """The band beside each partner's name, in its colours, which were checked when they were read."""
    light = "\n".join(_band(partner.id, partner.light) for partner in partners)
    dark = "\n".join(_band(partner.id, partner.dark) for partner in partners)
    return f"{light}\n@media(prefers-color-scheme:dark){{\n{dark}\n}}\n"


def _band(id: str, colour: str) -> str:
    return f'[data-partner="{id}"]{{border-color:{colour}}}'
