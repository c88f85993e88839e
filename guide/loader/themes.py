"""The themes of findings and the sections of help: the entries of site.yaml that may have a role."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from guide.loader.yaml_reader import StrictMapping
from guide.model.figure import SIGNS
from guide.model.problems import Report
from guide.model.roles import SECTION_ROLES, THEME_ROLES, SectionRole, ThemeRole
from guide.model.site import HelpSection, Site, Theme


def themes(fields: StrictMapping) -> dict[str, Theme]:
    with fields.mapping("themes") as entries:
        return {id: _theme(id, entry) for id, entry in entries.entries()}


def _theme(id: str, entry: StrictMapping) -> Theme:
    role = cast(ThemeRole, entry.one_of("role", THEME_ROLES, ""))
    sign = entry.one_of("sign", SIGNS) if "role" not in entry else ""
    return entry.place(Theme(id, entry.text("title"), sign, role, entry.texts("asked-by", ())))


def unknown_questions(site: Site, questions: Iterable[str], report: Report) -> None:
    """Report each theme that is asked by a question that does not exist."""
    known = sorted(questions)
    for theme in site.themes.values():
        for id in theme.asked_by:
            if id not in known:
                message = f"unknown question `{id}` of the theme `{theme.id}`"
                report.add(theme.line_of("asked-by"), "unknown-id", message, f"use one of: {', '.join(known)}")


def help_sections(fields: StrictMapping) -> dict[str, HelpSection]:
    with fields.mapping("help-sections") as entries:
        return {id: _help_section(id, entry) for id, entry in entries.entries()}


def _help_section(id: str, entry: StrictMapping) -> HelpSection:
    role = cast(SectionRole, entry.one_of("role", SECTION_ROLES, ""))
    return entry.place(HelpSection(id, entry.text("title"), role, entry.flag("keeps-old-numbers")))
