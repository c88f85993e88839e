"""What `guide serve` was told, as it travels from the supervisor to a generation."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Options:
    """`store_mb` bounds the memory for ready pages, for all processes together. `today` is YYYY-MM-DD or empty."""

    host: str
    port: int
    workers: int
    store_mb: int
    today: str = ""
    clock_notice: bool = True  # pages say that the clock is stopped
    warm: bool = False  # take no visitor before the pages that matter were made

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Options:
        return cls(**json.loads(text))
