"""Patterns that find whole words, in any script."""

from __future__ import annotations

import re
from collections.abc import Iterable

NOTHING = "(?!)"  # matches nowhere
LATIN_LETTERS = r"0-9A-Za-z_\u00c0-\u024f\u1e00-\u1eff"
LATIN = re.compile(rf"[{LATIN_LETTERS}]")
NO_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")  # between words


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Finds each of the words, and none inside a longer word."""
    # The longest first: "advance parole" is one word of the glossary, and the "parole" in it is no other.
    return re.compile("|".join(map(_whole, sorted(words, key=len, reverse=True))) or NOTHING)


def _whole(word: str) -> str:
    """A pattern for the word where it is no part of a longer one."""
    return rf"(?<!{_beside(word[0])}){re.escape(word)}(?!{_beside(word[-1])})"


def _beside(letter: str) -> str:
    """What makes a word longer that starts or ends with this letter: only letters of a script like its own."""
    if LATIN.match(letter):
        return rf"[{LATIN_LETTERS}-]"
    return "-" if NO_SPACES.match(letter) else r"[\w-]"
