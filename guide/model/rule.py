"""What a rule is made of, and what it looks at: answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Answers: TypeAlias = Mapping[str, tuple[str, ...]]
"""Question id -> the ids of the options that were ticked. A skipped question is left out."""


@dataclass(frozen=True)
class Chose:
    """Holds if one of `options` was ticked for `question`."""

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class All:
    """Holds if every part holds; without parts it always holds."""

    parts: tuple[Rule, ...]


@dataclass(frozen=True)
class Any:
    """Holds if one part holds; without parts it never holds."""

    parts: tuple[Rule, ...]


@dataclass(frozen=True)
class Not:
    """Holds if its part does not hold."""

    part: Rule


Rule: TypeAlias = Chose | All | Any | Not
ALWAYS = All(())
NEVER = Any(())
