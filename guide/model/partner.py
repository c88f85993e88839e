"""A partner: an organization that shares the guide under its own name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from guide.model.placed import Placed
from guide.model.provider import Provider

# The possible start pages of a partner, with their page names; the home page has the name "".
STARTS: Mapping[str, str] = {"home": "", "questions": "questions", "explain": "explain", "help": "help"}


class LogoFormat(StrEnum):
    PNG = "png"
    SVG = "svg"


@dataclass(frozen=True)
class Logo:
    """A logo that was checked: it runs no code and loads nothing."""

    ending: LogoFormat
    content: bytes
    width: int
    height: int


@dataclass(frozen=True)
class Partner(Placed):
    """What a partner may change: a line and a logo at the top, the offered languages, and the order of providers."""

    id: str
    name: str
    light: str  # #rrggbb, for the light scheme
    dark: str  # #rrggbb, for the dark scheme
    languages: tuple[str, ...]  # in the order of the site; English is always one of them
    start: str  # a key of STARTS
    logo: Logo | None = None
    own: tuple[Provider, ...] = ()
    first: tuple[str, ...] = ()  # ids of providers of content/help that this partner puts first

    @property
    def start_page(self) -> str:
        return STARTS[self.start]

    @property
    def asset(self) -> str:
        """The name of its logo among the static files, or "" without a logo."""
        return f"partners/{self.id}.{self.logo.ending}" if self.logo else ""

    def in_order(self, providers: Iterable[Provider]) -> tuple[Provider, ...]:
        """Return its own providers, those that it puts first, then all others. None is omitted."""
        known = {provider.id: provider for provider in providers}
        chosen = tuple(known[id] for id in self.first)
        return (*self.own, *chosen, *(provider for id, provider in known.items() if id not in self.first))
