"""The static files of partners: their logos and their colors."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from guide.model.partner import Partner


def files(partners: Collection[Partner]) -> Mapping[str, bytes]:
    """Return the static files of partners: their logos, and one style sheet with their colors."""
    made = {partner.asset: partner.logo.content for partner in partners if partner.logo}
    return made | {"css/partners.css": style_rules(partners).encode()}


def style_rules(partners: Collection[Partner]) -> str:
    """Return the style rules of the partners' bands, in their colors, which the loader has checked."""
    light = "\n".join(_band(partner.id, partner.light) for partner in partners)
    dark = "\n".join(_band(partner.id, partner.dark) for partner in partners)
    return f"{light}\n@media(prefers-color-scheme:dark){{\n{dark}\n}}\n"


def _band(id: str, colour: str) -> str:
    return f'[data-partner="{id}"]{{border-color:{colour}}}'
