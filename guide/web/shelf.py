"""What every view reaches for: the content, the catalogues, the assets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

from flask import current_app, g

from guide.i18n import Catalogue
from guide.model import Library
from guide.web.assets import Assets


@dataclass(frozen=True)
class Shelf:
    library: Library
    catalogues: Mapping[str, Catalogue]
    assets: Assets
    today: Callable[[], dt.date]
    address: str  # the public address of the site, without a slash at the end; empty: not known


def shelf() -> Shelf:
    return cast(Shelf, current_app.extensions["shelf"])


def catalogue() -> Catalogue:
    """The catalogue of the language of this request."""
    return shelf().catalogues[g.language.code]
