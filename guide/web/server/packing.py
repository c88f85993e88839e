"""Packs pages in brotli, a part at a time, so that a visitor who waits for another page does not wait for this."""

from __future__ import annotations

from collections.abc import Callable

import brotli

QUALITY = 11  # the best, and the slowest
PART = 128 * 1024  # bytes of one step; the result does not depend on it


class Packing:
    """The pages that wait to be packed, in order, and the one that is being packed."""

    def __init__(self, body: Callable[[str], bytes]) -> None:
        """`body` returns the bytes of a page by its path."""
        self.body = body
        self.waiting: dict[str, None] = {}
        self._begun: tuple[str, memoryview, brotli.Compressor] | None = None
        self._packed = b""

    def __bool__(self) -> bool:
        return bool(self.waiting or self._begun)

    def clear(self) -> None:
        """Forget everything, also what has begun."""
        self.waiting.clear()
        self._begun, self._packed = None, b""

    def step(self) -> tuple[str, bytes] | None:
        """Pack one part of a page. Return the path and its bytes in brotli after its last part, otherwise None."""
        if self._begun is None:
            path = next(iter(self.waiting))
            del self.waiting[path]
            self._begun = path, memoryview(self.body(path)), brotli.Compressor(quality=QUALITY)
        path, rest, compressor = self._begun
        self._packed += compressor.process(bytes(rest[:PART]))
        if rest := rest[PART:]:
            self._begun = path, rest, compressor
            return None
        packed = self._packed + compressor.finish()
        self._begun, self._packed = None, b""
        return path, packed
