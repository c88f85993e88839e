"""A problem in one text, before its file and line are known."""

from __future__ import annotations

from typing import NamedTuple

from guide.model.problems import Severity

SHOWN = 60  # the most characters of a text that a message quotes


class TextProblem(NamedTuple):
    code: str
    message: str
    fix: str
    severity: Severity = "error"


def short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}..."
