"""The words that `guide check` must know, as frozen values: content/terms.yaml and content/terms/<language>.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Agreed:
    """How one language says an English term."""

    term: str
    use: tuple[str, ...]  # a translation of the term has one of these
    never: Mapping[str, str] = field(default_factory=dict)  # a forbidden word -> why


@dataclass(frozen=True)
class LanguageTerms:
    """What was agreed about the words of one language."""

    terms: tuple[Agreed, ...] = ()
    negations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # not, never, ... -> how it is said


@dataclass(frozen=True)
class WordLists:
    names: tuple[str, ...] = ()  # names and terms of art: each counts as one word of two syllables
    spanish_names: tuple[str, ...] = ()  # the same for Spanish, besides `names`
    acronyms: tuple[str, ...] = ()  # may stand without an explanation
    jargon: Mapping[str, str] = field(default_factory=dict)  # a word that is never needed -> what to write instead
    negations: tuple[str, ...] = ()
    fixed_phrases: tuple[str, ...] = ()  # have a negation in them, but say one thing
    tongues: Mapping[str, LanguageTerms] = field(default_factory=dict)  # by language, where words were agreed
