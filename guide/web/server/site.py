"""What a generation reads once, before anything is forked from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask

from guide.config import Settings
from guide.model.problems import ContentError
from guide.web.app import create_app
from guide.web.error_place import error_place
from guide.web.every_page import first_pages, pages, results, shared_pages
from guide.web.failures import Failures
from guide.web.server.known import Known
from guide.web.server.options import Options
from guide.web.server.processes import log_line
from guide.web.state import SiteState


@dataclass(frozen=True)
class Site:
    """The app, the paths of its constant pages, the answers of the front itself, and what tells this version apart."""

    app: Flask
    known: Known
    today: Callable[[], dt.date]
    failures: Failures
    fingerprint: str


def read(options: Options) -> Site | None:
    """The site, or None after every fault was told on standard error."""
    try:
        today = dt.date.fromisoformat(options.today) if options.today else None
        app = create_app(Settings.from_environment("", today, options.clock_notice))
    except ContentError as faults:
        for problem in faults.problems:
            log_line(str(problem))
    except (ValueError, OSError) as error:
        log_line(str(error))
    except Exception as error:  # a fault of ours: where it is, without what it held
        log_line(error_place(error))
    else:
        state: SiteState = app.extensions["state"]
        return Site(app, known(app), state.today, app.extensions["failures"], state.fingerprint)
    return None


def known(app: Flask) -> Known:
    """The paths of all constant pages of the app, in the order in which they are to be made."""
    state: SiteState = app.extensions["state"]
    languages = tuple(state.library.languages)
    singles = [*shared_pages(app), *(path for language in languages for path in pages(app, language))]
    every = {path for language in languages for path in pages(app, language, with_pairs=True)}
    first = first_pages(app)
    return Known(
        singles=tuple(dict.fromkeys([*first, *singles])),
        pairs=frozenset(every - set(singles)),
        assets=frozenset(state.assets.urls()),
        first=tuple(first),
        results=tuple(results(app)),
    )
