"""Renders the page that a view returns into a response."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from flask import Response, render_template
from markupsafe import Markup

from guide.web import headers
from guide.web.apart import Apart
from guide.web.context import words
from guide.web.one_length import Lengths
from guide.web.state import where as place
from guide.web.urls import Where

JoinMains: TypeAlias = Callable[[str], str]


@dataclass(frozen=True)
class Page:
    """A template with its context, and the properties of the response."""

    template: str
    given: Mapping[str, object] = field(default_factory=dict)
    cache: bool = True  # a browser may store it: it reveals only that it was read
    cross_origin: bool = False  # any site may fetch it: it is the same for every visitor
    self_frames: bool = False  # it shows other pages of this site in a frame
    posted: bool = False  # it answers a form, so it cannot be loaded again
    longest: Callable[[Where], Page] | None = None  # it depends on answers: the view of about the longest there is


def render(where: Where, page: Page, join: JoinMains | None = None, apart: Apart | None = None) -> str:
    """Render the HTML of a page at one place. `join` replaces the HTML of its `<main>`, `apart`: see `words`."""

    def joined(main: str) -> Markup:
        return Markup(join(main)) if join else Markup("\n") + Markup(main)

    return render_template(page.template, **{**words(where, page.posted, apart), **page.given}, main_part=joined)


def answer(page: Page, html: str, lengths: Lengths | None = None) -> Response:
    """Create the response with this HTML of the page of this request, with one of these lengths if there are any."""
    response = headers.page(html, cache=page.cache, cross_origin=page.cross_origin, self_frames=page.self_frames)
    response.lengths = lengths
    if not place().indexed:
        response.headers.update(headers.NOT_INDEXED)
    return response
