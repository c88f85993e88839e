"""Roles: what the program asks of an entry of the content, so that it need not know the id of any.

An editor gives a role by `role:` on the entry; the loader refuses one that is given twice, and a required one that no
entry has.
"""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

CURRENT_LAW = "current-law"
"""The guideline set that says what holds today: its findings are today's warnings."""

BEING_HELD: Literal["being-held"] = "being-held"
"""For people who are held: the question if somebody is, the first steps, the theme, the help section."""
YES = "yes"  # the option of that question that says so

QuestionRole: TypeAlias = Literal["tone-only", "being-held"]
TONE_ONLY: QuestionRole = "tone-only"
"""The question that only chooses the words: its options are TONES."""
QUESTION_ROLES = get_args(QuestionRole)
TONES = ("me", "family", "helping")
FindingRole: TypeAlias = Literal["being-held"]
FINDING_ROLES = get_args(FindingRole)

ThemeRole: TypeAlias = Literal["everyone", "being-held"]
EVERYONE: ThemeRole = "everyone"
"""The theme of the findings for all readers: no fact about a person."""
THEME_ROLES = get_args(ThemeRole)

SectionRole: TypeAlias = Literal["by-state", "being-held", "in-danger"]
BY_STATE: SectionRole = "by-state"
"""The section of groups that help in some states only: the help page shows it state by state."""
IN_DANGER: Literal["in-danger"] = "in-danger"
"""The section of help, and the page with what to know before it, for people who fear violence."""
SECTION_ROLES = get_args(SectionRole)

PersonaRole: TypeAlias = Literal["style-guide"]
STYLE_GUIDE: PersonaRole = "style-guide"
"""The persona whose result the page of components shows."""
PERSONA_ROLES = get_args(PersonaRole)

PageRole: TypeAlias = Literal["start", "true-today", "next-steps", "never-asked", "in-danger"]
START: PageRole = "start"
TRUE_TODAY: PageRole = "true-today"
NEXT_STEPS: PageRole = "next-steps"
NEVER_ASKED: PageRole = "never-asked"
"""The pages whose texts stand among others. The text of any other page is the file with the name of the page."""
PAGE_ROLES = get_args(PageRole)
