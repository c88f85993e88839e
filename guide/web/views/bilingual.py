"""Bilingual pages, joined from the pages in both languages for each request, never stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from guide.html.bilingual import numbered, pair_mains
from guide.web.apart import Apart, Joiner, NotApart, put_back
from guide.web.rendering import Page, render
from guide.web.state import state
from guide.web.urls import Where


def both(where: Where, view: Callable[..., Page], view_args: Mapping[str, str]) -> tuple[Page, str]:
    """Return the page in its first language, and its HTML with a bilingual `<main>`.

    The view is called once for each language, with its place.
    """
    one, other = (state().library.languages[code] for code in where.pair or ())
    here, there = where.speaking(one), where.speaking(other)
    page, beside = view(here, **view_args), view(there, **view_args)
    try:
        return page, _joined(here, there, page, beside, apart=page.posted)
    except NotApart:
        return page, _joined(here, there, page, beside, apart=False)


def _joined(here: Where, there: Where, page: Page, beside: Page, *, apart: bool) -> str:
    """Return the HTML of both pages; `apart`: what every visitor gets is joined once. Raises NotApart."""
    mains: list[str] = []
    first, second = (Apart(), Apart(second=True)) if apart else (None, None)
    languages = here.language, there.language

    def take(main: str) -> str:
        mains.append(main)
        return ""

    def join(main: str) -> str:
        if not (first and second):
            return pair_mains(main, mains[0], languages)
        english = first.has_english(main) and second.has_english(mains[0])
        joiner = Joiner(state().kept.parts(here, state().today()), languages, english)
        return numbered(put_back(pair_mains(main, mains[0], languages, english), first, second, joiner))

    render(there, beside, take, second)
    return render(here, page, join, first)
