"""Roles of entries: each at most once, and the required ones once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guide.model.content import Library
from guide.model.placed import Placed
from guide.model.problems import Problem
from guide.model.roles import CURRENT_LAW, SECTION_ROLES, THEME_ROLES

Given = tuple[str, str, Placed]  # the id of an entry, its role or nothing, and its place


def problems(library: Library) -> Iterator[Problem]:
    """Every role that two entries of a kind have, and every required one that none has."""
    site = library.site
    laws = [(each.id, CURRENT_LAW if each.current_law else "", each) for each in library.guidelines.values()]
    yield from _problems("guideline set", laws, (CURRENT_LAW,), site.path)
    themes = [(each.id, each.role, each) for each in site.themes.values()]
    yield from _problems("theme", themes, THEME_ROLES, site.path)
    sections = [(each.id, each.role, each) for each in site.help_sections.values()]
    yield from _problems("help section", sections, SECTION_ROLES, site.path)


def _problems(kind: str, entries: Iterable[Given], required: Iterable[str], path: str) -> Iterator[Problem]:
    """The problems of one kind of entries; one that is missing is reported at the start of the file `path`."""
    first: dict[str, str] = {}
    for id, role, place in entries:
        if role and role in first:
            message = f"`{first[role]}` has the role `{role}` already"
            yield Problem(place.path, place.line_of("role"), "two-roles", message, "keep one of the two")
        first.setdefault(role, id)
    for role in required:
        if role not in first:
            message, fix = f"no {kind} has the role `{role}`", f"add `role: {role}` to one of them"
            yield Problem(path, 1, "no-role", message, fix)
