"""The routes of all pages, from the table of pages: plain, of partners, in frames and bilingual."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any, TypeAlias, cast

from flask import Flask, Response, abort, g, request
from werkzeug.routing import BaseConverter

from guide.model.language import Language
from guide.web.pages_table import Row
from guide.web.rendering import Page, answer, render
from guide.web.state import SiteState, state, where
from guide.web.urls import FRAME, PAIR, PARTNER_RULE, Where, choice_path, parse
from guide.web.views.bilingual import both

# Takes the place and the view arguments of the address.
View: TypeAlias = Callable[..., Page]
LANGUAGE_RULE, PAIR_RULE = "/<any_language:lang>", "/<pair:pair>"


def register(app: Flask, state: SiteState) -> None:
    """Add the routes of every page, and the URL converters for languages."""
    app.url_map.merge_slashes = False  # nearest.py does it, without sending a form twice
    app.url_map.converters["any_language"] = _one_language(state.library.languages)
    app.url_map.converters["pair"] = _pair(state.library.languages)
    app.url_value_preprocessor(lambda _, values: _take_place(state, values or {}))
    _add(app, "languages", "/", "GET", _choose_language)
    _add(app, "partner languages", f"{PARTNER_RULE}/", "GET", _choose_language)
    for row in state.pages:
        for before in _places(row):
            for method, view in _views(row):
                endpoint = _name(before, row, method)
                _add(app, endpoint, f"{before}/{row.name}", method, view)


def _name(before: str, row: Row, method: str) -> str:
    """Return the name of a page in logs and health checks: `help`, `embed/help`, `pair/help`, `questions, posted`."""
    place = {"any_language:lang": "", "pair:pair": "pair", "partner": ""}
    parts = [place.get(part.strip("<>"), part) for part in before.split("/")]
    name = "/".join([*filter(None, parts), row.name or "home"])
    return name if method == "GET" else f"{name}, posted"


def resolve(name: str) -> View:
    """Return the view with this name, such as `pages.explain`. Raises AttributeError or ImportError."""
    module, _, function = name.partition(".")
    return cast(View, getattr(import_module(f"guide.web.views.{module}"), function))


def _places(row: Row) -> Iterator[str]:
    """Yield the URL prefixes of a page."""
    yield LANGUAGE_RULE
    if row.of_partners:
        yield PARTNER_RULE + LANGUAGE_RULE
    if row.in_frames:
        yield FRAME + LANGUAGE_RULE
    if row.in_frames and row.of_partners:
        yield FRAME + PARTNER_RULE + LANGUAGE_RULE
    if row.in_pairs:
        yield PAIR_RULE


def _views(row: Row) -> Iterator[tuple[str, View]]:
    if row.fetched:
        yield "GET", resolve(row.view) if row.view else lambda _where: Page(row.file)
    if row.posted:
        yield "POST", resolve(row.posted)


def _add(app: Flask, endpoint: str, rule: str, method: str, view: View) -> None:
    def respond(**view_args: str) -> Response:
        here = where()
        page, html = _made(here, view, view_args)
        if longest := page.longest:
            lengths = state().lengths.get((endpoint, here), state().today(), lambda: _made(here, longest, view_args)[1])
            return answer(page, html, lengths)
        return answer(page, html)

    app.add_url_rule(rule, endpoint, respond, methods=[method])


def _made(here: Where, view: View, view_args: Mapping[str, str]) -> tuple[Page, str]:
    if here.pair:
        return both(here, view, view_args)
    page = view(here, **view_args)
    return page, render(here, page)


def _choose_language(where: Where) -> Page:
    return Page("languages.html", {"own": choice_path(where.partner)})


def _take_place(state: SiteState, values: dict[str, Any]) -> None:
    """Parse the URL once per request, and remove what views do not take from `values`."""
    g.where = parse(request.path, state.library, state.pages)
    for name in ("lang", "pair"):
        values.pop(name, None)
    if values.pop("partner", None) and g.where.partner is None:
        abort(404)


def _one_language(languages: Mapping[str, Language]) -> type[BaseConverter]:
    """Return a URL converter for one of our languages; any other value gives 404."""

    class AnyLanguage(BaseConverter):
        regex = "|".join(re.escape(code) for code in languages)

    return AnyLanguage


def _pair(languages: Mapping[str, Language]) -> type[BaseConverter]:
    """Return a URL converter for two different languages of ours, such as `es+en`."""

    class Pair(BaseConverter):
        regex = "|".join(
            re.escape(f"{first}{PAIR}{second}") for first in languages for second in languages if first != second
        )

    return Pair
