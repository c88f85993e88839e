"""Whom a family calls first, state by state, when a person was taken."""

from __future__ import annotations

from dataclasses import dataclass

from guide.model.content import Library
from guide.model.provider import Audience, Contact, ContactType, Held, Provider, in_state

FOR_FAMILIES = (Audience.PUBLIC, Audience.FAMILY)


@dataclass(frozen=True)
class StateRow:
    """One state, and the provider that comes first there; `provider` is None where no group comes first.

    `takes_none`: the groups of the state that we list do not take people who are held.
    """

    code: str
    name: str
    provider: Provider | None
    channels: tuple[Contact, ...]
    takes_none: bool

    @property
    def has_number(self) -> bool:
        return any(channel.type == ContactType.PHONE for channel in self.channels)


def first_contacts(library: Library) -> list[StateRow]:
    """Return a row for each state, in the order of `states.yaml`.

    Only a provider with this state in `first-in` comes first: never a government line, and none that takes no people
    who are held.
    """
    return [_row(library, code, name) for code, name in library.states.items()]


def _row(library: Library, code: str, name: str) -> StateRow:
    found = in_state(library.providers, code)
    first = next((each for each in found if code in each.first_in and each.held != Held.TAKES_NONE), None)
    takes_none = bool(found) and all(each.held == Held.TAKES_NONE for each in found)
    channels = _for_families(first) if first else ()
    return StateRow(code, name, first, channels, takes_none)


def _for_families(provider: Provider) -> tuple[Contact, ...]:
    """Return how a family reaches it: numbers first, then mail; a web page only where there is no other way."""
    open_to_all = [each for each in provider.channels if each.audience in FOR_FAMILIES]
    spoken = [each for each in open_to_all if each.type == ContactType.PHONE and each.shown]
    written = [each for each in open_to_all if each.type == ContactType.EMAIL]
    return tuple(spoken + written or open_to_all)
