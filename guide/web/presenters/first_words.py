"""What the form shows at once when somebody is held: the English words to say, from the page that comes first."""

from __future__ import annotations

from dataclasses import replace

from guide.model.content import Library
from guide.model.urgent import LineKind, Part
from guide.web.pages_table import Pages


def first_words(library: Library, pages: Pages) -> Part | None:
    """Return the first part with words to say of the first page for people in danger, without its other lines.

    None if that page has no words to say: those of another page are for another moment.
    """
    page = library.urgent[pages.urgent(library.urgent)[0].name]
    found = next((part for part in page.parts if part.of(LineKind.SAY)), None)
    return found and replace(found, acts=found.of(LineKind.SAY))
