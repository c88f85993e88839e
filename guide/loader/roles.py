"""Roles of entries: each at most once, and the required ones once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from guide.model.content import Library
from guide.model.problems import Problem
from guide.model.roles import (
    BEING_HELD,
    CURRENT_LAW,
    FINDING_ROLES,
    PAGE_ROLES,
    PERSONA_ROLES,
    SECTION_ROLES,
    THEME_ROLES,
    TONE_ONLY,
    TONES,
    YES,
)


class WithRole(Protocol):
    """An entry that may have a role."""

    @property
    def id(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def path(self) -> str: ...
    def line_of(self, key: str = "") -> int: ...


def problems(library: Library) -> Iterator[Problem]:
    """Every role that two entries of a kind have, every required one that none has, and what a role cannot mean."""
    site = library.site
    yield from _problems("guideline set", library.guidelines.values(), (CURRENT_LAW,), site.path)
    yield from _problems("theme", site.themes.values(), THEME_ROLES, site.path)
    yield from _problems("help section", site.help_sections.values(), SECTION_ROLES, site.path)
    yield from _problems("file in pages/", library.pages.values(), PAGE_ROLES, site.path)
    yield from _problems("question", library.questions, (BEING_HELD,), site.path)
    yield from _problems("file in scenarios/", library.personas.values(), PERSONA_ROLES, site.path)
    yield from _options(library)
    if library.has_current_law:
        law = library.current_law
        yield from _problems("finding of today", law.findings, FINDING_ROLES, law.path)
        yield from _of_old_sets(library)


def _options(library: Library) -> Iterator[Problem]:
    """Questions whose options do not mean what their role reads from them."""
    for question in library.questions:
        line, options = question.line_of("options"), question.option_ids
        if question.role == BEING_HELD and YES not in options:
            message, fix = f"`{BEING_HELD}` is read from the option `{YES}`", f'add the option `"{YES}"`'
            yield Problem(question.path, line, "options-of-role", message, fix)
        if question.role == TONE_ONLY and not set(options) <= set(TONES):
            message, fix = f"`{TONE_ONLY}` has words for {', '.join(TONES)} only", "use these options"
            yield Problem(question.path, line, "options-of-role", message, fix)


def _of_old_sets(library: Library) -> Iterator[Problem]:
    """Findings with a role, or about old orders, in an old set: it helps nobody today."""
    for guideline in library.guidelines.values():
        for finding in guideline.findings if not guideline.current_law else ():
            if finding.role:
                message, fix = f"`{finding.role}` is not in the set of today", "give the role to a warning of today"
                yield Problem(finding.path, finding.line_of("role"), "role-of-today", message, fix)
            if finding.old_order:
                message, fix = "`old-order` is not in the set of today", "give it to a warning of today"
                yield Problem(finding.path, finding.line_of("old-order"), "role-of-today", message, fix)


def _problems(kind: str, entries: Iterable[WithRole], required: Iterable[str], path: str) -> Iterator[Problem]:
    """The problems of one kind of entries; one that is missing is reported at the start of the file `path`."""
    first: dict[str, str] = {}
    for entry in entries:
        if entry.role and entry.role in first:
            message = f"`{first[entry.role]}` has the role `{entry.role}` already"
            yield Problem(entry.path, entry.line_of("role"), "two-roles", message, "keep one of the two")
        first.setdefault(entry.role, entry.id)
    for role in required:
        if role not in first:
            message, fix = f"no {kind} has the role `{role}`", f"add `role: {role}` to one of them"
            yield Problem(path, 1, "no-role", message, fix)
