"""Which ways to reach a provider stand in its row, and which are folded."""

from __future__ import annotations

from collections.abc import Collection

from guide.model.provider import Audience, Contact, ContactType, Provider


def in_row(provider: Provider, hidden: Collection[Contact]) -> list[Contact]:
    """Return the ways that stand in the row of a provider; `hidden` are those that are too old to be shown.

    A website is folded only where something else reaches everybody without a condition, or people who are held and
    their families.
    """
    shown = [each for each in provider.channels if each not in hidden]
    direct = [each for each in shown if each.type != ContactType.WEB]
    for_all = any(each.audience == Audience.PUBLIC and not each.condition for each in direct)
    for_held = {Audience.DETAINED, Audience.FAMILY} <= {each.audience for each in direct}
    return direct if (for_all or for_held) and not hidden else shown
