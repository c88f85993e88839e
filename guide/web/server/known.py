"""The pages that may be cached: only those that exist."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    """The paths of static pages, which are the same for every visitor.

    `singles` are rendered after startup, in this order; `pairs` and `assets` at first use. `first` and `results` (to
    which answers are posted) must have been rendered once before the site is ready.
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
