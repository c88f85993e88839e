"""Where the site finds its files."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Settings:
    """GUIDE_ROOT names the folder of content/, translations/ and static/ when it is not the checkout."""

    root: Path = CHECKOUT

    @classmethod
    def from_environment(cls) -> Settings:
        return cls(Path(os.environ.get("GUIDE_ROOT", CHECKOUT)).resolve())

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def translations(self) -> Path:
        return self.root / "translations"

    @property
    def static(self) -> Path:
        return self.root / "static"
