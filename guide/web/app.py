"""Makes the application: content is read once, every view is a pure function of it."""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flask import Flask, Response, abort, g, request
from flask_babel import Babel
from werkzeug.routing import BaseConverter

from guide.config import Settings
from guide.i18n.catalogs import catalogs
from guide.loader.content import load
from guide.model.content import Language, Library
from guide.web import asset_names, errors, headers
from guide.web.assets import Assets
from guide.web.context import install
from guide.web.failures import Failures
from guide.web.fingerprint import fingerprint
from guide.web.presenters.conditional_css import style_rules
from guide.web.state import SiteState, state
from guide.web.views import (
    bilingual,
    clinics,
    embed,
    feeds,
    handouts,
    health,
    oembed,
    pages,
    partners,
    personas,
    recordings,
    results,
    style_guide,
)

# All questions answered weigh about 2 KB; nobody has a reason to send more.
LARGEST_FORM = 16 * 1024
MOST_FIELDS = 200
WITH_PAGES = (
    pages,
    health,
    personas,
    oembed,
    results,
    bilingual,
    handouts,
    style_guide,
    partners,
    clinics,
    feeds,
)
log = logging.getLogger("guide")


class Guide(Flask):
    """Flask that tells an error by its place in our code alone."""

    def log_exception(self, exc_info: Any) -> None:
        """The message of an exception may hold what somebody sent, so only its kind and place are told."""
        kind, _, trace = exc_info
        ours = [frame for frame in traceback.extract_tb(trace) if "/guide/" in frame.filename]
        places = (f"{frame.filename.rpartition('/guide/')[2]}:{frame.lineno}" for frame in reversed(ours))
        log.error("%s at %s", kind.__name__, " < ".join(places))

    def handle_exception(self, e: Exception) -> Response:
        """A page failed: no template is asked for the answer, since it may be what failed."""
        failures: Failures = self.extensions["failures"]
        failures.note(request.endpoint or "a page without a name")
        self.log_exception((type(e), e, e.__traceback__))
        return errors.constant(failures, 500)


def create_app(settings: Settings | None = None) -> Flask:
    """The site; raises ContentFaults where its content, catalogs or static files cannot be used, or BadSetting."""
    settings = settings or Settings.from_environment()
    app = Guide(__name__, static_folder=None)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    library = _read(app, settings)
    Babel(app, locale_selector=lambda: g.language.locale)
    install(app)
    app.url_map.converters["any_language"] = _converter(library.languages)
    app.url_map.converters["pair"] = bilingual.converter(library.languages)
    app.url_value_preprocessor(_take_language)
    for module in WITH_PAGES:
        app.register_blueprint(module.blueprint)
    app.register_blueprint(app.extensions["shelf"].assets.blueprint())
    app.register_blueprint(recordings.blueprint(library, settings.content / "audio"))
    errors.register(app)
    headers.register(app)
    embed.register(app)
    return app


def _read(app: Flask, settings: Settings) -> Library:
    """Gives the app everything that its views reach for; the content is read here, once."""
    app.config["MAX_CONTENT_LENGTH"] = app.config["MAX_FORM_MEMORY_SIZE"] = LARGEST_FORM
    app.config["MAX_FORM_PARTS"] = MOST_FIELDS
    app.config["HANDOUTS"] = settings.handouts
    app.config["FRAME_ANCESTORS"] = settings.frame_ancestors
    library = load(settings.content)
    made = {"css/follow-ups.css": style_rules(library.questions).encode(), **partners.files(library.partners.values())}
    assets = Assets.of(asset_names.read(settings.static, library.languages, bool(settings.address)), made)
    texts = catalogs(settings.translations, library.languages)
    version = fingerprint(settings, Path(app.root_path) / (app.template_folder or ""))
    app.extensions["shelf"] = SiteState(
        library, texts, assets, settings.today, settings.address, version, clock_stopped=settings.clock_stopped
    )
    app.extensions["failures"] = Failures(library, texts, settings.frame_ancestors)
    return library


def _take_language(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    """The language of a request is the first part of its path after the frame and the partner, and nothing else."""
    languages = state().library.languages
    g.framed, path = embed.in_path(request.path)
    g.partner, path = partners.in_path(path)
    first = path.partition("/")[0].partition("+")[0]
    g.language = languages.get(first) or next(iter(languages.values()))
    if g.partner and g.language.code not in g.partner.languages:
        g.partner = None
    g.prefix = f"{embed.PREFIX if g.framed else ''}{f'/p/{g.partner.id}' if g.partner else ''}"
    values = values or {}
    values.pop("lang", None)
    if values.pop("partner", None) and g.partner is None:
        abort(404)


def _converter(languages: Mapping[str, Language]) -> type[BaseConverter]:
    """The first part of a path is a language that we have, or the page does not exist."""

    class AnyLanguage(BaseConverter):
        regex = "|".join(re.escape(code) for code in languages)

    return AnyLanguage
