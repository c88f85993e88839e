"""The pages and static files that may be cached: only those that exist."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    """The paths of static pages and files, which are the same for every visitor.

    `first` and `results` (to which answers are posted) must have been rendered once before the site is ready. `assets`
    and `singles` are made after startup, in this order; `pairs` at first use.
    """

    singles: tuple[str, ...]
    pairs: frozenset[str]
    assets: tuple[str, ...]
    first: tuple[str, ...]
    results: tuple[str, ...]

    def __contains__(self, path: object) -> bool:
        return path in self._ahead or path in self.pairs

    def __post_init__(self) -> None:
        object.__setattr__(self, "_ahead", frozenset((*self.singles, *self.assets)))

    _ahead: frozenset[str] = frozenset()
