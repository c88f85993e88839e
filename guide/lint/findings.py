"""What a check of words finds in one text, before it has a place."""

from __future__ import annotations

from typing import NamedTuple

from guide.model.problems import Severity

SHOWN = 60  # letters of a text in a message


class Fault(NamedTuple):
    code: str
    message: str
    remedy: str
    severity: Severity = "error"


def short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}..."
