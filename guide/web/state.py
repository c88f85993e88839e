"""What every view reaches for: the content, the catalogs, the assets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from flask import current_app, g

from guide.i18n.catalogs import LanguageCatalog
from guide.model.content import SOURCE_REVIEW, Library
from guide.web.assets import Assets


@dataclass(frozen=True)
class SiteState:
    library: Library
    catalogs: Mapping[str, LanguageCatalog]
    assets: Assets
    today: Callable[[], dt.date]
    address: str  # the public address of the site, without a slash at the end; empty: not known
    fingerprint: str  # of the files that pages are made of
    clock_stopped: bool = False  # pages say so

    @cached_property
    def source_numbers(self) -> dict[str, int]:
        """A number for each source, the same on every page: paper has no links to follow."""
        return {id: number for number, id in enumerate(self.library.sources, 1)}


def state() -> SiteState:
    return cast(SiteState, current_app.extensions["shelf"])


def catalog() -> LanguageCatalog:
    """The catalog of the language of this request."""
    return state().catalogs[g.language.code]


def english() -> LanguageCatalog:
    """The catalog of the language that the guide is written in."""
    return next(each for each in state().catalogs.values() if each.language.review == SOURCE_REVIEW)
