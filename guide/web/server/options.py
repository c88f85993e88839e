"""The options of `guide serve`, passed from the supervisor to a generation."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Options:
    """The options. `store_mb` limits the page cache of all processes together. `today` is YYYY-MM-DD or empty."""

    host: str
    port: int
    workers: int
    store_mb: int
    today: str = ""
    clock_notice: bool = True  # pages show a notice if the clock is stopped
    prepare: bool = True  # render all pages in the background, and compress them in brotli
    warm: bool = False  # accept no connection before the important pages are rendered

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Options:
        return cls(**json.loads(text))
