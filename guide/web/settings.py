"""Where the site finds its files."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


def clock() -> dt.date:
    """The day it is now, in UTC: pages are constant for one version of the content and one day."""
    return dt.datetime.now(dt.UTC).date()


@dataclass(frozen=True)
class Settings:
    """GUIDE_ROOT names the folder of content/, translations/ and static/ when it is not the checkout.

    GUIDE_TODAY fixes the day, for tests and for looking ahead. GUIDE_ADDRESS is the public address of the site
    (https://guide.example.org): links for other sites and codes for cameras need it, and are left out without it.
    """

    root: Path = CHECKOUT
    today: Callable[[], dt.date] = clock
    address: str = ""

    @classmethod
    def from_environment(cls) -> Settings:
        root = Path(os.environ.get("GUIDE_ROOT", CHECKOUT)).resolve()
        fixed = os.environ.get("GUIDE_TODAY")
        address = os.environ.get("GUIDE_ADDRESS", "").rstrip("/")
        return cls(root, (lambda: dt.date.fromisoformat(fixed)) if fixed else clock, address)

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def translations(self) -> Path:
        return self.root / "translations"

    @property
    def static(self) -> Path:
        return self.root / "static"
