"""The pages that the store may hold: those that exist, and no other address."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    """Paths of pages that are the same for everybody.

    `singles` are made after the start, in this order; `pairs` and `assets` at first use. `first` and `results` (where
    answers are posted) must have been made once before the site says that it is ready.
    """

    singles: tuple[str, ...]
    pairs: frozenset[str]
    assets: frozenset[str]
    first: tuple[str, ...]
    results: tuple[str, ...]

    def __contains__(self, path: object) -> bool:
        return path in self.pairs or path in self.assets or path in self._singles

    def __post_init__(self) -> None:
        object.__setattr__(self, "_singles", frozenset(self.singles))

    _singles: frozenset[str] = frozenset()
