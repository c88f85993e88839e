"""The parts of a rule, and the answers that it is evaluated with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

Answers: TypeAlias = Mapping[str, tuple[str, ...]]
"""Question id -> the ids of the ticked options. Skipped questions are omitted."""


@dataclass(frozen=True)
class Chose:
    """True if one of `options` was ticked for `question`."""

    question: str
    options: tuple[str, ...]

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that the rule uses, without duplicates, in the order of the rule."""
        return (self.question,)


@dataclass(frozen=True)
class All:
    """True if every part is true; without parts it is always true."""

    parts: tuple[Rule, ...]

    @cached_property
    def questions(self) -> tuple[str, ...]:
        return _questions_of(self.parts)


@dataclass(frozen=True)
class Any:
    """True if one part is true; without parts it is never true."""

    parts: tuple[Rule, ...]

    @cached_property
    def questions(self) -> tuple[str, ...]:
        return _questions_of(self.parts)


@dataclass(frozen=True)
class Not:
    """True if its part is false."""

    part: Rule

    @property
    def questions(self) -> tuple[str, ...]:
        return self.part.questions


def _questions_of(parts: Iterable[Rule]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(question for part in parts for question in part.questions))


Rule: TypeAlias = Chose | All | Any | Not
ALWAYS = All(())
NEVER = Any(())
