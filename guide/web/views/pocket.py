"""Cards and sheets to hold: each as a page and as paper, with the words of the pages for the first minute."""

from __future__ import annotations

from guide.model import pocket
from guide.web.rendering import Page
from guide.web.state import state
from guide.web.urls import Where
from guide.web.views import kits
from guide.web.views.codes import code_for


def index(where: Where) -> Page:
    return Page("pocket.html", {"sheets": pocket.SHEETS, "kits": kits.offered(where), "path_of": kits.path_of})


def sheet(where: Where) -> Page:
    """Return the page of the card or sheet that the address names."""
    library = state().library
    shown = pocket.sheet(where.page.removeprefix("pocket/"))
    return Page(
        "pocket-sheet.html",
        {
            "sheet": shown,
            "said": tuple(library.phrases[id].text for id in shown.phrases),
            "lines_of": lambda block: pocket.lines(library, block.refs),
            "paper_of": lambda block: pocket.part_of(library, block.refs[0]),
            "cited": pocket.cited(library, shown),
            "code_for": code_for,
        },
    )
