"""Creates the application: the content is read once, and each view is a pure function of it."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from flask import Flask, Request, Response, request
from flask_babel import Babel
from werkzeug.exceptions import NotFound
from werkzeug.routing import RequestRedirect

from guide.config import Settings
from guide.i18n.catalogs import catalogs
from guide.loader.content import load
from guide.web import asset_names, errors, headers, proof, routes
from guide.web.assets import Assets
from guide.web.error_place import error_place
from guide.web.failures import Failures
from guide.web.fingerprint import fingerprint, whole_version
from guide.web.handout_files import HandoutFiles
from guide.web.modules import OncePerPage
from guide.web.pages_table import PAGES, Pages, Row
from guide.web.presenters.conditional_css import style_rules
from guide.web.state import SiteState, where
from guide.web.views import feeds, found, handouts, health, kits, oembed, partners, recordings, security_txt
from guide.web.views import proof as proof_view

# A form with all questions answered has about 2 KB.
LARGEST_FORM = 16 * 1024
MOST_FIELDS = 200
# Blueprints for programs and files; all pages are rows of pages_table.py.
WITH_ROUTES = (health, oembed, handouts, kits, feeds, security_txt)
log = logging.getLogger("guide")


class Guide(Flask):
    """Flask that logs only the type and place of an exception."""

    response_class = headers.MarkedResponse

    def raise_routing_exception(self, request: Request) -> NoReturn:
        """Treat a path without its last slash as not found: `nearest` redirects to pages of ours only."""
        if isinstance(request.routing_exception, RequestRedirect):
            raise NotFound
        super().raise_routing_exception(request)

    def log_exception(self, exc_info: Any) -> None:
        """Log the type and place only: the message of an exception may contain data of a visitor."""
        log.error(error_place(exc_info[1]))

    def handle_exception(self, e: Exception) -> Response:
        """Answer with a prebuilt page when a view fails: rendering a template could fail again."""
        failures: Failures = self.extensions["failures"]
        failures.note(request.endpoint or "a page without a name")
        self.log_exception((type(e), e, e.__traceback__))
        return errors.constant(failures, 500)


def create_app(settings: Settings | None = None, pages: Iterable[Row] = PAGES) -> Flask:
    """Create the site with these pages.

    Raises ContentError if its content, catalogs or static files are invalid, or ConfigError.
    """
    settings = settings or Settings.from_environment()
    app = Guide(__name__, static_folder=None)
    app.jinja_env.template_class = OncePerPage
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    state = _read(app, settings, Pages(pages))
    app.extensions["state"] = state
    app.extensions["failures"] = Failures(state.library, state.catalogs, state.frame_ancestors, state.address)
    Babel(app, locale_selector=lambda: where().language.locale)
    routes.register(app, state)
    for module in WITH_ROUTES:
        app.register_blueprint(module.blueprint)
    if state.proof:
        app.register_blueprint(proof_view.blueprint)
    app.register_blueprint(found.blueprint(settings.address))
    app.register_blueprint(state.assets.blueprint())
    app.register_blueprint(recordings.blueprint(state.library, settings.content / "audio"))
    errors.register(app)
    headers.register(app)
    return app


def _read(app: Flask, settings: Settings, pages: Pages) -> SiteState:
    """Read the content and build the state that all views use."""
    app.config["MAX_CONTENT_LENGTH"] = app.config["MAX_FORM_MEMORY_SIZE"] = LARGEST_FORM
    app.config["MAX_FORM_PARTS"] = MOST_FIELDS
    library = load(settings.content)
    version = fingerprint(settings, Path(app.root_path) / (app.template_folder or ""))
    languages = library.languages
    made = {"css/follow-ups.css": style_rules(library.questions).encode(), **partners.files(library.partners.values())}
    return SiteState(
        library,
        catalogs(settings.translations, languages),
        Assets.of(asset_names.read(settings.static, languages, bool(settings.address)), made, languages),
        pages,
        settings.today,
        settings.address,
        settings.frame_ancestors,
        HandoutFiles(settings.handouts),
        version,
        proof.read(settings.content, whole_version(version)),
        settings.onion,
        clock_stopped=settings.clock_stopped,
        exported=settings.exported,
    )
