"""An organization that shares the guide under its own name, and which pages it has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from guide.model.placed import Placed
from guide.model.provider import Provider

# The pages that a partner may start with; the start page has no name.
STARTS: Mapping[str, str] = {"home": "", "questions": "questions", "explain": "explain", "help": "help"}


class LogoFormat(StrEnum):
    PNG = "png"
    SVG = "svg"


@dataclass(frozen=True)
class Logo:
    """A picture that was checked: it runs nothing and loads nothing."""

    ending: LogoFormat
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

    def in_order(self, providers: Iterable[Provider]) -> tuple[Provider, ...]:
        """Its own entries, those that it puts first, then all others: none is ever left out."""
        known = {provider.id: provider for provider in providers}
        chosen = tuple(known[id] for id in self.first)
        return (*self.own, *chosen, *(provider for id, provider in known.items() if id not in self.first))
