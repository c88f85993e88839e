"""Settings from environment variables: the folders, the public address, and who may frame the pages."""

from __future__ import annotations

import datetime as dt
import ipaddress
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from guide import clock

HERE = Path(__file__).resolve().parent
# A wheel carries the folders of the checkout within the package (setup.py).
CHECKOUT = HERE.parent if (HERE.parent / "content" / "site.yaml").is_file() else HERE / "carried"
LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
NAME = rf"{LABEL}(?:\.{LABEL})*"
PORT = r"(?::(?P<port>[0-9]{1,5}))?"
ADDRESS = re.compile(rf"https?://(?:{NAME}|\[(?P<ip>[0-9a-f:.]+)\]){PORT}", re.IGNORECASE)
FRAMER = re.compile(rf"https?://(?:\*\.)?{NAME}{PORT}", re.IGNORECASE)
# A service of version 3: a key of 56 letters and digits. Tor Browser takes only such an address.
ONION = re.compile(r"https?://[a-z2-7]{56}\.onion")
HIGHEST_PORT = 65_535


def root() -> Path:
    """Return the folder of content/, translations/ and static/: GUIDE_ROOT, the checkout, or the package."""
    return Path(os.environ.get("GUIDE_ROOT", CHECKOUT)).resolve()


class ConfigError(ValueError):
    """An invalid setting; the message names it and says what is allowed."""


@dataclass(frozen=True)
class StoppedClock:
    """A clock that always returns one date. A class, not a function, so that it can be pickled."""

    day: dt.date

    def __call__(self) -> dt.date:
        return self.day


@dataclass(frozen=True)
class Settings:
    """The settings of one server. Raises ConfigError. Can be pickled, for worker processes.

    GUIDE_ROOT: the folder of content/, translations/ and static/ (default: the checkout).

    GUIDE_ADDRESS: the public address of the site (https://guide.example.org), without a path. Links for other sites
    and QR codes need it, and are omitted without it.
    GUIDE_ONION: the address of the same site as an onion service (http://....onion); each page then names its own
    address there in `Onion-Location` (default: none).
    GUIDE_FRAME_ANCESTORS: the origins that may frame the pages below /embed/ (default: `*`, all).

    No environment variable sets the date: a forgotten one would hide every notice that a text is old.
    `guide serve --today` sets it, and then every page says so (`clock_stopped`).
    """

    root: Path = CHECKOUT
    # Pages are constant for one version of the content and one date.
    today: Callable[[], dt.date] = clock.today
    address: str = ""
    frame_ancestors: str = "*"
    clock_stopped: bool = False  # every page shows a notice
    # For `guide export`: pages without what needs a server, and what of guide.web.export.site.EXTRAS is exported.
    exported: frozenset[str] | None = None
    onion: str = ""
    pdfs: Path | None = None  # where the PDFs of an export are, in place of build/handouts

    def __post_init__(self) -> None:
        # Both appear in links and headers: only origins are valid, and a mistake must not allow every site.
        if self.address and not _is_origin(ADDRESS, self.address):
            raise ConfigError(
                "GUIDE_ADDRESS must be the public address of the site without a path, such as "
                f"https://guide.example.org; it is {self.address!r}."
            )
        if self.onion and not ONION.fullmatch(self.onion):
            raise ConfigError(
                "GUIDE_ONION must be the address of an onion service without a path: http://, 56 letters and digits, "
                f"and .onion; it is {self.onion!r}."
            )
        listed = self.frame_ancestors.split()
        if self.frame_ancestors != "*" and not (listed and all(_is_origin(FRAMER, origin) for origin in listed)):
            raise ConfigError(
                "GUIDE_FRAME_ANCESTORS must be * or origins with spaces between them, such as "
                f"https://clinic.example.org https://other.example; it is {self.frame_ancestors!r}."
            )

    @classmethod
    def from_environment(cls, address: str = "", stopped_at: dt.date | None = None, notice: bool = True) -> Settings:
        """Return the settings of this process; `address` and `stopped_at` come from the command line.

        `notice`: pages say that the clock is stopped. Raises ConfigError.
        """
        address = (address or os.environ.get("GUIDE_ADDRESS", "")).strip().removesuffix("/")
        framers = " ".join(os.environ.get("GUIDE_FRAME_ANCESTORS", "*").split())
        today = StoppedClock(stopped_at) if stopped_at else clock.today
        onion = os.environ.get("GUIDE_ONION", "").strip().removesuffix("/")
        return cls(root(), today, address, framers, clock_stopped=bool(stopped_at and notice), onion=onion)

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def translations(self) -> Path:
        return self.root / "translations"

    @property
    def handouts(self) -> Path:
        """The folder into which `guide handout` writes the PDFs that the site offers."""
        return self.pdfs or self.root / "build" / "handouts"

    @property
    def static(self) -> Path:
        return self.root / "static"


def _is_origin(shape: re.Pattern[str], text: str) -> bool:
    """Whether a text is an origin: a scheme, a host and optionally a port, and nothing else."""
    found = shape.fullmatch(text)
    parts = found.groupdict() if found else {}
    if not found or not 1 <= int(parts["port"] or 1) <= HIGHEST_PORT:
        return False
    try:
        return not parts.get("ip") or bool(ipaddress.IPv6Address(parts["ip"]))
    except ValueError:
        return False
