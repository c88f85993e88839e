"""Patterns for whole words, in any script."""

from __future__ import annotations

import re
from collections.abc import Iterable

NOTHING = "(?!)"  # never matches
LATIN_LETTERS = r"0-9A-Za-z_\u00c0-\u024f\u1e00-\u1eff"
LATIN = re.compile(rf"[{LATIN_LETTERS}]")
NO_SPACES = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
)  # scripts without spaces between words


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds each of the words, but not inside a longer word."""
    # The longest first: the "parole" in "advance parole" must not match as another word.
    return re.compile("|".join(map(_whole, sorted(words, key=len, reverse=True))) or NOTHING)


def _whole(word: str) -> str:
    """Return a pattern for the word that does not match inside a longer word."""
    return rf"(?<!{_beside(word[0])}){re.escape(word)}(?!{_beside(word[-1])})"


def _beside(letter: str) -> str:
    """Return the characters that would extend a word at this letter: only letters of a similar script."""
    if LATIN.match(letter):
        return rf"[{LATIN_LETTERS}-]"
    return "-" if NO_SPACES.match(letter) else r"[\w-]"
