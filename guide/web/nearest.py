"""The page of ours that a mistyped address means: another case, a region, slashes too many or too few.

What is returned is always one of our own paths, from the list of all pages, and never a part of what was sent.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import cast

from flask import Flask, current_app

from guide.web.every_page import pages, shared_pages
from guide.web.state import state
from guide.web.urls import FRAME, PAIR, PARTNER, nearest_language

KEPT = "pages by folded path"  # where the app keeps the list


def page_meant(path: str) -> str | None:
    """Return the path of the page that a path means, which is the same path if there is such a page; None without one.

    The language is the nearest one that we have, of each half of a pair. Of a partner, only the languages that it
    offers are pages.
    """
    return _known(current_app).get(_folded(path, state().library.languages))


def _known(app: Flask) -> Mapping[str, str]:
    """Return each page by its folded path, listed once for each app."""
    if KEPT not in app.extensions:
        codes = state().library.languages
        listed = [*shared_pages(app), *(path for code in codes for path in pages(app, code, with_pairs=True))]
        app.extensions[KEPT] = {_folded(path, codes): path for path in listed}
    return cast(Mapping[str, str], app.extensions[KEPT])


def _folded(path: str, codes: Collection[str]) -> str:
    """Return a path in small letters, without empty parts, and with a language of ours where it names one near it."""
    parts = [part for part in path.lower().split("/") if part]
    at = 1 if parts[:1] == [FRAME.strip("/")] else 0
    at += 2 if parts[at : at + 1] == [PARTNER] else 0
    if at < len(parts):
        both = [nearest_language(part, codes) or part for part in parts[at].split(PAIR)]
        if all(both):
            parts[at] = PAIR.join(dict.fromkeys(each.lower() for each in both))
    return "/".join(parts)
