"""The words that `guide check` must know, as a frozen value: content/terms.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Terms:
    names: tuple[str, ...] = ()  # names and terms of art: each counts as one word of two syllables
    spanish_names: tuple[str, ...] = ()  # the same for Spanish, besides `names`
    acronyms: tuple[str, ...] = ()  # may stand without an explanation
    jargon: Mapping[str, str] = field(default_factory=dict)  # a word that is never needed -> what to write instead
    negations: tuple[str, ...] = ()
    fixed_phrases: tuple[str, ...] = ()  # have a negation in them, but say one thing
