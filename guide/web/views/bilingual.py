"""Bilingual pages, joined from the pages in both languages for each request, never stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from guide.html.bilingual import pair_mains
from guide.web.rendering import Page, render
from guide.web.state import state
from guide.web.urls import Where


def both(where: Where, view: Callable[..., Page], view_args: Mapping[str, str]) -> tuple[Page, str]:
    """Return the page in its first language, and its HTML with a bilingual `<main>`.

    The view is called once for each language, with its place.
    """
    languages = state().library.languages
    one, other = (languages[code] for code in where.pair or ())
    mains: list[str] = []

    def take(main: str) -> str:
        mains.append(main)
        return ""

    def join(main: str) -> str:
        return pair_mains(main, mains[0], (one, other))

    there, here = where.speaking(other), where.speaking(one)
    render(there, view(there, **view_args), take)
    page = view(here, **view_args)
    return page, render(here, page, join)
