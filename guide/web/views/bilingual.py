"""Pages in two languages at once: put together for each request from the two pages, never kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from guide.html.bilingual import pair_mains
from guide.web.rendering import Page, render
from guide.web.state import state
from guide.web.urls import Where


def both(where: Where, view: Callable[..., Page], view_args: Mapping[str, str]) -> tuple[Page, str]:
    """The page in its first language, and its HTML with its main part in both languages of the pair.

    The view is asked once for each language, with the place that speaks it.
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
