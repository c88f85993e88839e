"""State that every view needs: the content, the catalogs, the assets, and the place of the request."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

from flask import Flask, current_app, g

from guide.i18n.catalogs import LanguageCatalog
from guide.model.content import Library
from guide.model.language import Language
from guide.model.rule import Answers
from guide.web.assets import Assets
from guide.web.handout_files import HandoutFiles
from guide.web.kept import Kept
from guide.web.one_length import LengthsOfPages
from guide.web.pages_table import Pages
from guide.web.presenters.longest import longest_answers
from guide.web.proof import Proof
from guide.web.urls import Where


@dataclass(frozen=True)
class SiteState:
    library: Library
    catalogs: Mapping[str, LanguageCatalog]
    assets: Assets
    pages: Pages
    today: Callable[[], dt.date]
    address: str  # the public address of the site, without a trailing slash; empty: not known
    frame_ancestors: str  # who may frame the pages below /embed/: `*`, or origins
    handouts: HandoutFiles
    fingerprint: str  # of the files that pages depend on
    proof: Proof | None = None  # what `make proof` found; None: it was not run
    onion: str = ""  # the address of the same site as an onion service
    clock_stopped: bool = False  # pages show a notice
    kept: Kept = field(default_factory=Kept)
    lengths: LengthsOfPages = field(default_factory=LengthsOfPages)
    exported: frozenset[str] | None = None  # pages become files: with what of EXTRAS; None: a server answers

    @cached_property
    def source_numbers(self) -> dict[str, int]:
        """A number for each source, the same on every page, for paper without links."""
        return {id: number for number, id in enumerate(self.library.sources, 1)}

    @cached_property
    def english(self) -> LanguageCatalog:
        """The catalog of the source language, English."""
        return next(each for each in self.catalogs.values() if each.language.is_source)

    @cached_property
    def longest(self) -> Answers:
        """Answers of ours, with about the longest result."""
        return longest_answers(self.library)

    def catalog(self, language: Language) -> LanguageCatalog:
        return self.catalogs[language.code]


def state() -> SiteState:
    return state_of(current_app)


def state_of(app: Flask) -> SiteState:
    """Return the state of an application, outside of a request."""
    return cast(SiteState, app.extensions["state"])


def where() -> Where:
    """Return the place of this request, the only value that is stored per request. See urls.py."""
    return cast(Where, g.where)
