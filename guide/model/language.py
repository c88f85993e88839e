"""A language of the site: how it is written, and how far its translation is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias

from guide.model.placed import Placed

Direction: TypeAlias = Literal["ltr", "rtl"]


class TranslationStatus(StrEnum):
    """What a translation is: the English itself, made by software or by one person, or read by a second one."""

    SOURCE = "source"
    DRAFT = "draft"
    REVIEWED = "reviewed"


class TranslationScope(StrEnum):
    """Which texts must be translated before anybody sees the language."""

    WHOLE = "whole"
    CORE = "core"


@dataclass(frozen=True)
class Language(Placed):
    code: str  # BCP 47
    iso639_3: str
    name: str  # its own name
    script: str
    direction: Direction
    locale: str  # the Babel locale that formats dates
    plural: str  # the gettext Plural-Forms header
    translation_status: TranslationStatus
    scope: TranslationScope
    translated_by: str = ""
    leave_to: str = ""  # where "Leave this site quickly" goes

    @property
    def is_source(self) -> bool:
        """Whether the guide is written in it."""
        return self.translation_status == TranslationStatus.SOURCE
