"""Whom a family calls first, state by state, when a person was taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from guide.legal_help.freshness import Freshness, freshness, quoted, shows
from guide.model.content import Library
from guide.model.partner import Partner
from guide.model.provider import COUNTY_OFFICE, Audience, Contact, ContactType, Held, Provider, in_state

# In this order: a line for everybody also knows what a family needs.
FOR_FAMILIES = (Audience.PUBLIC, Audience.FAMILY)
MAY_TAKE = (Held.TAKES, Held.ASK_FIRST)
OF_COURT = "IM-01-00-00-00"  # the service of somebody who has a case in immigration court
ONE_LIST = "one-source"  # the grade of a number that only one list shows


@dataclass(frozen=True)
class Call:
    """A provider, and the ways to reach it that a family may use today: numbers first, then mail."""

    provider: Provider
    channels: tuple[Contact, ...]
    old: tuple[Contact, ...] = ()  # those of the channels that nobody has seen for long

    @property
    def numbers(self) -> tuple[Contact, ...]:
        return tuple(channel for channel in self.channels if channel.type == ContactType.PHONE)

    @property
    def in_doubt(self) -> bool:
        """Whether its number stands on one list only, so that somebody else may answer."""
        return bool(self.numbers) and self.provider.grade == ONE_LIST

    @property
    def asks(self) -> bool:
        """Whether it does not say that it takes people who are held."""
        return self.provider.held == Held.ASK_FIRST


@dataclass(frozen=True)
class StateRow:
    """One state. `call` is None where no group comes first; then a family asks `ask`, or the directory.

    `takes_none`: no group of the state in our list says that it takes people who are held.
    """

    code: str
    name: str
    call: Call | None
    ask: Call | None = None
    takes_none: bool = False

    @property
    def has_number(self) -> bool:
        return bool(self.call and self.call.numbers)


@dataclass(frozen=True)
class FirstContacts:
    """The rows of the page: those of a partner, those that are open, and all others."""

    own: tuple[Call, ...]
    open: tuple[StateRow, ...]
    others: tuple[StateRow, ...]
    directories: tuple[Provider, ...]  # run by groups, not by a government
    courts: tuple[Provider, ...]  # the government's lists for cases in immigration court

    @property
    def rows(self) -> tuple[StateRow, ...]:
        return (*self.open, *self.others)

    @cached_property
    def seen(self) -> dt.date | None:
        """The day from which all numbers count: each was seen on a list on this day or later. None: not known."""
        days = [quoted(call.provider, each) for call in self._calls() for each in call.numbers if each not in call.old]
        return min((day for day in days if day), default=None)

    @cached_property
    def called(self) -> bool:
        """Whether one of ours called any of the numbers."""
        return any(call.provider.called for call in self._calls())

    def _calls(self) -> Iterator[Call]:
        yield from self.own
        yield from (row.call for row in self.rows if row.call)


def first_contacts(
    library: Library, open_states: tuple[str, ...], today: dt.date, partner: Partner | None = None
) -> FirstContacts:
    """Return whom to call in each state: the open rows in their order, the others from A to Z.

    Only a provider with this state in `first-in` comes first: never a government line, and none that takes no people
    who are held.
    """
    rows = {code: _row(library, code, name, today) for code, name in library.states.items()}
    lists = [each for each in library.providers if each.official_list]
    return FirstContacts(
        own=_of_partner(library, partner, today) if partner else (),
        open=tuple(rows[code] for code in open_states),
        others=tuple(sorted((row for code, row in rows.items() if code not in open_states), key=lambda row: row.name)),
        directories=tuple(each for each in lists if not each.government_run),
        courts=tuple(each for each in lists if each.government_run and OF_COURT in each.services),
    )


def _row(library: Library, code: str, name: str, today: dt.date) -> StateRow:
    groups = [each for each in in_state(library.providers, code) if not each.government_run]
    takes_none = bool(groups) and not any(each.held == Held.TAKES for each in groups)
    first = next((each for each in groups if code in each.first_in and _is_group(each)), None)
    if first:
        return StateRow(code, name, _call(first, today), takes_none=takes_none)
    ask = next((each for each in groups if not each.has_number and each.held == Held.TAKES), None)
    return StateRow(code, name, None, _call(ask, today) if ask else None, takes_none)


def _is_group(provider: Provider) -> bool:
    """Whether it may take people who are held, and is neither a county office, nor a list, nor a crisis line."""
    return provider.held in MAY_TAKE and provider.operator != COUNTY_OFFICE


def _of_partner(library: Library, partner: Partner, today: dt.date) -> tuple[Call, ...]:
    """The partner's own providers, then those that it puts first, if they may take a person who is held."""
    known = {each.id: each for each in library.providers}
    chosen = [known[id] for id in partner.first if known[id].held in MAY_TAKE]
    found = [each for each in (*partner.own, *chosen) if not each.government_run and each.held != Held.TAKES_NONE]
    return tuple(call for each in found if (call := _call(each, today)).channels)


def _call(provider: Provider, today: dt.date) -> Call:
    """Return how a family reaches it: numbers and mail; a web page only where there is no other way."""
    here = [each for each in provider.channels if each.audience in FOR_FAMILIES and shows(provider, each, today)]
    spoken = [each for each in here if each.type == ContactType.PHONE and each.shown]
    spoken.sort(key=lambda each: FOR_FAMILIES.index(each.audience))
    written = [each for each in here if each.type == ContactType.EMAIL]
    channels = tuple(spoken + written or here)
    old = tuple(each for each in channels if each.reaches and freshness(provider, today, each) == Freshness.OLD)
    return Call(provider, channels, old)
