"""The site as a generation reads it, once, before it forks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from flask import Flask

from guide.config import Settings
from guide.model.problems import ContentError
from guide.web.app import create_app
from guide.web.error_place import error_place
from guide.web.every_page import first_pages, pages, results, shared_pages
from guide.web.failures import Failures
from guide.web.load_all import load_all
from guide.web.server.known import Known
from guide.web.server.options import Options
from guide.web.server.processes import log_line
from guide.web.server.wsgi import call, empty_form
from guide.web.state import SiteState
from guide.web.urls import plain_path
from guide.web.views import kits


@dataclass(frozen=True)
class Site:
    """The app, the paths of its static pages, the responses of the front, and the fingerprint of this version."""

    app: Flask
    known: Known
    today: Callable[[], dt.date]
    failures: Failures
    fingerprint: str
    onion: str = ""  # the address of the same site as an onion service


def read(options: Options) -> Site | None:
    """Read the site. Return None after logging every problem to standard error."""
    try:
        today = dt.date.fromisoformat(options.today) if options.today else None
        app = create_app(Settings.from_environment("", today, options.clock_notice))
        load_all(app)
    except ContentError as error:
        for problem in error.problems:
            log_line(str(problem))
    except (ValueError, OSError) as error:
        log_line(str(error))
    except Exception as error:  # a bug: log its place, without its data
        log_line(error_place(error))
    else:
        state: SiteState = app.extensions["state"]
        return Site(app, known(app), state.today, app.extensions["failures"], state.fingerprint, state.onion)
    return None


def warm(made: Site) -> None:
    """Render each page to which answers are posted once, without answers, before the fork.

    Every worker, also one that replaces another under load, then begins with what results share: its first result in
    a language takes a tenth of a second of processor time instead of half a second. A page that fails here is logged by
    the app, and named by the page maker, which renders it again.
    """
    for path in made.known.results:
        with suppress(Exception):
            call(made.app, empty_form(path))


def known(app: Flask) -> Known:
    """Return the paths of all static pages of the app, in the order in which they are rendered."""
    state: SiteState = app.extensions["state"]
    languages = tuple(state.library.languages)
    every = {path for language in languages for path in pages(app, language, with_pairs=True)}
    first = first_pages(app)
    # One language after the other: the sooner all of the first one is there.
    singles = [*first, *shared_pages(app), *(path for language in languages for path in _kit_last(app, language))]
    return Known(
        singles=tuple(dict.fromkeys(singles)),
        pairs=frozenset(every - set(singles)),
        assets=tuple(state.assets.urls()),
        first=tuple(first),
        results=tuple(results(app)),
    )


def _kit_last(app: Flask, language: str) -> list[str]:
    """Return the pages in one language; last, since it takes a second, its kit, and the page that names its size."""
    kit = {kits.path_of([language]): None, plain_path([language], "pocket"): None}
    return [*(path for path in pages(app, language) if path not in kit), *kit]
