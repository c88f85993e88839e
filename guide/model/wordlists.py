"""The word lists of `guide check`, from content/terms.yaml and content/terms/<language>.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Agreed:
    """The agreed translation of an English term."""

    term: str
    use: tuple[str, ...]  # a translation must contain one of these
    never: Mapping[str, str] = field(default_factory=dict)  # a forbidden word -> the reason


@dataclass(frozen=True)
class LanguageTerms:
    """The agreed terms of one language."""

    terms: tuple[Agreed, ...] = ()
    negations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # not, never, ... -> their translations


@dataclass(frozen=True)
class WordLists:
    names: tuple[str, ...] = ()  # names and legal terms: each counts as one word of two syllables
    spanish_names: tuple[str, ...] = ()  # the same for Spanish, in addition to `names`
    acronyms: tuple[str, ...] = ()  # need no explanation
    jargon: Mapping[str, str] = field(default_factory=dict)  # a word to avoid -> its replacement
    negations: tuple[str, ...] = ()
    fixed_phrases: tuple[str, ...] = ()  # contain a negation that does not count
    by_language: Mapping[str, LanguageTerms] = field(default_factory=dict)  # by language
