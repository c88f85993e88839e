"""Counts of failures that all processes of one generation share: numbers only, nothing of a request or of a visitor.

The memory is mapped before the fork. Each process adds to a row of its own, so no count is lost without a lock; the row
of a process that died goes to its successor.
"""

from __future__ import annotations

import mmap

LOOPBACK = ("127.", "::1", "localhost")
KINDS = ("failed requests", "busy", "replaced processes")
OF_STATUS = {500: "failed requests", 503: "busy"}
SIZE = 8  # bytes of a number


class Tally:
    """One row of the counts, for one process. Rows are numbered from 0.

    `told`: `/readyz` may say the counts, because the server listens to this machine only. No visitor is asked for an
    address.
    """

    def __init__(self, shared: mmap.mmap, row: int, told: bool) -> None:
        self.told = told
        self._numbers, self._row = memoryview(shared).cast("Q"), row

    @classmethod
    def rows(cls, number: int, host: str) -> list[Tally]:
        """Return that many rows of new counts, all zero, for a server that listens on `host`."""
        shared = mmap.mmap(-1, number * len(KINDS) * SIZE)
        return [cls(shared, row, host.startswith(LOOPBACK)) for row in range(number)]

    def add(self, kind: str) -> None:
        self._numbers[self._row * len(KINDS) + KINDS.index(kind)] += 1

    def note(self, status: int) -> None:
        """Count a response if its status is that of a failure."""
        if kind := OF_STATUS.get(status):
            self.add(kind)

    def totals(self) -> dict[str, int]:
        """Return the counts of all processes since the start of this generation."""
        return {kind: sum(self._numbers[place :: len(KINDS)]) for place, kind in enumerate(KINDS)}
