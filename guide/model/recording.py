"""A recording of a text, and the fingerprint that tells whether the text is still the one that was read."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

# Enough that no two texts share one by chance, and short enough to be copied by hand.
SHORT = 12


@dataclass(frozen=True)
class Recording:
    """Somebody, or a program, reading one text in one language."""

    file: str  # its path below content/audio
    digest: str  # of the file, short: a new recording gets a new address
    text: str  # the fingerprint of the words that were read
    recorded: dt.date
    voice: str  # who read it, or which program
    line: int = 0


def fingerprint(passages: Iterable[tuple[str, str]]) -> str:
    """Of each passage in English and as it was said: it changes when either of them does."""
    words = "\n\n".join(f"{english}\n{said}" for english, said in passages)
    return fingerprint_of_bytes(words.encode())


def fingerprint_of_bytes(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:SHORT]
