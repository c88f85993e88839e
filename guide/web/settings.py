"""Where the site finds its files."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from guide import clock

CHECKOUT = Path(__file__).resolve().parents[2]
ORIGIN = re.compile(r"https?://[a-z0-9*][a-z0-9.-]*(?::[0-9]{1,5})?")


@dataclass(frozen=True)
class Settings:
    """What may differ from one server to another; raises ValueError for origins that are none.

    GUIDE_ROOT names the folder of content/, translations/ and static/ when it is not the checkout.

    GUIDE_TODAY fixes the day, for tests and for looking ahead. GUIDE_ADDRESS is the public address of the site
    (https://guide.example.org): links for other sites and codes for cameras need it, and are left out without it.
    GUIDE_FRAME_ANCESTORS says which sites may frame the pages below /embed/: `*` for all of them, or their origins.
    """

    root: Path = CHECKOUT
    # Pages are constant for one version of the content and one day.
    today: Callable[[], dt.date] = clock.today
    address: str = ""
    frame_ancestors: str = "*"

    def __post_init__(self) -> None:
        # It becomes a part of a header: nothing but origins may come in, and no mistake may open it to everybody.
        listed = self.frame_ancestors.split()
        if self.frame_ancestors != "*" and not (listed and all(ORIGIN.fullmatch(origin) for origin in listed)):
            raise ValueError(
                "GUIDE_FRAME_ANCESTORS must be * or origins with spaces between them: "
                f"https://clinic.example.org https://other.example; it is {self.frame_ancestors!r}"
            )

    @classmethod
    def from_environment(cls) -> Settings:
        root = Path(os.environ.get("GUIDE_ROOT", CHECKOUT)).resolve()
        fixed = os.environ.get("GUIDE_TODAY")
        address = os.environ.get("GUIDE_ADDRESS", "").rstrip("/")
        framers = " ".join(os.environ.get("GUIDE_FRAME_ANCESTORS", "*").split())
        return cls(root, (lambda: dt.date.fromisoformat(fixed)) if fixed else clock.today, address, framers)

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def translations(self) -> Path:
        return self.root / "translations"

    @property
    def handouts(self) -> Path:
        """Where `guide handout` puts its PDFs, for the site to offer."""
        return self.root / "build" / "handouts"

    @property
    def static(self) -> Path:
        return self.root / "static"
