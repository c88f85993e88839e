"""A recording of a text, and the fingerprint that shows whether the text has changed since."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

# Long enough to avoid collisions, and short enough to copy by hand.
SHORT = 12


@dataclass(frozen=True)
class Recording:
    """A recording of one text in one language, by a person or a program."""

    file: str  # its path below content/audio
    digest: str  # short hash of the file: a new recording gets a new URL
    text: str  # the fingerprint of the text that was read
    recorded: dt.date
    voice: str  # the person or program that read it
    line: int = 0


def fingerprint(passages: Iterable[tuple[str, str]]) -> str:
    """Return a hash of pairs of English and translated texts: it changes if either changes."""
    words = "\n\n".join(f"{english}\n{said}" for english, said in passages)
    return fingerprint_of_bytes(words.encode())


def fingerprint_of_bytes(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:SHORT]
