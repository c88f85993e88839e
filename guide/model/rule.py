"""The parts of a rule, and the answers that it is evaluated with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Answers: TypeAlias = Mapping[str, tuple[str, ...]]
"""Question id -> the ids of the ticked options. Skipped questions are omitted."""


@dataclass(frozen=True)
class Chose:
    """True if one of `options` was ticked for `question`."""

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class All:
    """True if every part is true; without parts it is always true."""

    parts: tuple[Rule, ...]


@dataclass(frozen=True)
class Any:
    """True if one part is true; without parts it is never true."""

    parts: tuple[Rule, ...]


@dataclass(frozen=True)
class Not:
    """True if its part is false."""

    part: Rule


Rule: TypeAlias = Chose | All | Any | Not
ALWAYS = All(())
NEVER = Any(())
