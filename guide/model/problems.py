"""Problems in content, catalogs and static files: the place, the message and the fix."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, TypeAlias

Severity: TypeAlias = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Problem:
    """One problem: its file, line, code, message, fix and severity."""

    path: str
    line: int
    code: str
    message: str
    fix: str
    severity: Severity = "error"

    def __str__(self) -> str:
        warning = "warning: " if self.severity == "warning" else ""
        return f"{self.path}:{self.line}: {warning}{self.message}; {self.fix}"


class Report:
    """Collects the problems of one file, so that all are reported together."""

    def __init__(self, path: str, problems: list[Problem]) -> None:
        self.path = path
        self.problems = problems

    def add(self, line: int, code: str, message: str, fix: str) -> None:
        self.problems.append(Problem(self.path, line, code, message, fix))


class ContentError(Exception):
    """The content cannot be used; `problems` has every problem."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))


def near(word: str, known: Iterable[str]) -> str:
    """Return the fix for an unknown word: the most similar known word, or all known words."""
    known = sorted(known)
    close = get_close_matches(word, known, n=1)
    return f"did you mean `{close[0]}`?" if close else "use one of: " + ", ".join(known)
