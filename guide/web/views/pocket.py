"""Cards and sheets to hold: each as a page and as paper, with the words of the pages for the first minute."""

from __future__ import annotations

from guide.model import pocket
from guide.web.rendering import Page
from guide.web.state import state
from guide.web.urls import Where
from guide.web.views import kits


def index(where: Where) -> Page:
    from guide.web.views import handouts  # it prints the sheets below

    return Page(
        "pocket.html",
        {
            "sheets": tuple(state().library.pocket.values()),
            "on_offer": handouts.offered(where),
            "kits": kits.offered(where),
            "path_of": kits.path_of,
        },
    )


def sheet(where: Where) -> Page:
    """Return the page of the card or sheet that the address names."""
    library = state().library
    shown = library.pocket[where.page.removeprefix("pocket/")]
    return Page(
        "pocket-sheet.html",
        {
            "sheet": shown,
            "said": tuple(library.phrases[id].text for id in shown.phrases),
            "lines_of": lambda block: pocket.lines(library, block.refs),
            "paper_of": lambda block: pocket.part_of(library, block.refs[0]),
            "cited": pocket.cited(library, shown),
        },
    )
