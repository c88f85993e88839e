"""The pages for the first minute: somebody was taken, officers are here, a paper came, a plan, the steps."""

from __future__ import annotations

from guide.web.presenters.first_contacts import first_contacts
from guide.web.presenters.sheets import drawing_of
from guide.web.rendering import Page
from guide.web.state import state
from guide.web.urls import Where


def page(where: Where) -> Page:
    """Return a page that shows its content page of the same name."""
    row = where.row
    assert row is not None
    return Page(row.file, _given(where))


def held(where: Where) -> Page:
    here = state()
    open_states = here.library.urgent[where.page].open_states
    contacts = first_contacts(here.library, open_states, here.today(), where.partner)
    return Page("held.html", {**_given(where), "contacts": contacts})


def papers(where: Where) -> Page:
    return Page("papers.html", {**_given(where), "drawing_of": drawing_of})


def _given(where: Where) -> dict[str, object]:
    return {"page": state().library.urgent[where.page], "path": where.page}
