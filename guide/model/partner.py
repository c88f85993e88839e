"""An organization that shares the guide under its own name, and which pages it has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guide.model.placed import Placed
from guide.model.provider import Provider

# The pages that a partner may start with; the start page has no name in its address.
STARTS: Mapping[str, str] = {"home": "", "questions": "questions", "explain": "explain", "help": "help"}
# The pages that exist in the name of a partner and in frames. All others are the plain ones.
WITH_PARTNER = frozenset({*STARTS.values(), "result", "privacy"})
IN_NAME = re.compile(r"/p/[^/]+(?=/)")


@dataclass(frozen=True)
class Logo:
    """A picture that was checked: it runs nothing and loads nothing."""

    ending: str  # png | svg
    content: bytes
    width: int
    height: int


@dataclass(frozen=True)
class Partner(Placed):
    """What a partner may change: a line and a logo at the top, the languages on offer, and the order of help."""

    id: str
    name: str
    light: str  # #rrggbb, on paper in light
    dark: str  # the same in dark
    languages: tuple[str, ...]  # in the order of the site; English is always one of them
    start: str  # a key of STARTS
    logo: Logo | None = None
    own: tuple[Provider, ...] = ()
    first: tuple[str, ...] = ()  # ids of help entries of everybody that this partner puts first

    @property
    def start_page(self) -> str:
        return STARTS[self.start]

    @property
    def asset(self) -> str:
        """The name of its logo among the static files; empty: it has none."""
        return f"partners/{self.id}.{self.logo.ending}" if self.logo else ""

    def in_order(self, helpers: Iterable[Provider]) -> tuple[Provider, ...]:
        """Its own entries, those that it puts first, then all others: none is ever left out."""
        known = {helper.id: helper for helper in helpers}
        chosen = tuple(known[id] for id in self.first)
        return (*self.own, *chosen, *(helper for id, helper in known.items() if id not in self.first))


def address_of(base: str, page: str) -> str:
    """The address of a page: `base` is /es, or /p/clinic/es, which leads to /es where a partner has no such page.

    What stands before the partner stays: /embed/p/clinic/es leads to /embed/es.
    """
    name = page.partition("#")[0].partition("/")[0]
    return f"{base}/{page}" if name in WITH_PARTNER else f"{IN_NAME.sub('', base)}/{page}"
