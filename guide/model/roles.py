"""Roles: what the program asks of an entry of the content, so that it need not know the id of any.

An editor gives a role by `role:` on the entry; the loader refuses one that is given twice, and a required one that no
entry has.
"""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

CURRENT_LAW = "current-law"
"""The guideline set that says what holds today: its findings are today's warnings."""

BEING_HELD: Literal["being-held"] = "being-held"
"""The theme that comes before any table, and the help section whose numbers matter most to people who are held."""

ThemeRole: TypeAlias = Literal["everyone", "being-held"]
EVERYONE: ThemeRole = "everyone"
"""The theme of the findings for all readers: no fact about a person."""
THEME_ROLES = get_args(ThemeRole)

SectionRole: TypeAlias = Literal["by-state", "being-held", "in-danger"]
BY_STATE: SectionRole = "by-state"
"""The section of groups that help in some states only: the help page shows it state by state."""
IN_DANGER: Literal["in-danger"] = "in-danger"
SECTION_ROLES = get_args(SectionRole)
