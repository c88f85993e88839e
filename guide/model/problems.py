"""Problems in content, catalogs and static files: where they are, what is wrong, and the fix."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from guide.model.places import Places


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in content: where it is, what is wrong, and the remedy."""

    path: str
    line: int
    code: str
    message: str
    remedy: str
    severity: str = "error"  # or warning

    def __str__(self) -> str:
        warning = "warning: " if self.severity == "warning" else ""
        return f"{self.path}:{self.line}: {warning}{self.message}; {self.remedy}"


class Report:
    """Collects the faults of one file, so that all of them are told together, and the places of its texts."""

    def __init__(self, path: str, problems: list[Problem], places: Places) -> None:
        self.path = path
        self.problems = problems
        self.places = places

    def add(self, line: int, code: str, message: str, remedy: str) -> None:
        self.problems.append(Problem(self.path, line, code, message, remedy))


class ContentError(Exception):
    """Content that cannot be used, with every fault of the run."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))


def near(word: str, known: Iterable[str]) -> str:
    """The remedy for a word nobody knows: the nearest one that somebody does."""
    known = sorted(known)
    close = get_close_matches(word, known, n=1)
    return f"did you mean `{close[0]}`?" if close else "use one of: " + ", ".join(known)
