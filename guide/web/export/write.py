"""Writes an export into a folder: each file, precompressed beside it, and samples for hosts that send headers."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import brotli

from guide.config import Settings
from guide.legal_help import hsds
from guide.model.content import Library
from guide.web.export import hosting, not_found
from guide.web.export.site import File, app_for, files
from guide.web.state import SiteState, state_of

PACKED = (".html", ".mjs", ".js", ".css", ".json", ".xml", ".atom", ".txt", ".svg", ".ico")
PROVIDERS = "legal-help.json"
SMALL = 500  # bytes; what is smaller gains nothing
# The best level of brotli takes seconds for a megabyte: pages above this size get a quicker one.
BEST, QUICK, LARGE = 11, 9, 200_000


@dataclass
class Written:
    """What was written: the number of files and their bytes, without the compressed copies, by language."""

    files: Counter[str] = field(default_factory=Counter)
    bytes: Counter[str] = field(default_factory=Counter)

    def add(self, other: Written) -> None:
        self.files += other.files
        self.bytes += other.bytes


def write_part(settings: Settings, extras: frozenset[str], part: str, folder: Path) -> Written:
    """Write the files of one part (a language, or `` for what all share) into `folder`.

    Files of the same name from other parts are the same, so what exists is left. Raises DeadLink, OSError.
    """
    app = app_for(settings, extras)
    written = Written()
    every: list[File] = list(files(app, part))
    if not part:
        every += [*samples(settings, extras), _providers(state_of(app).library), _not_found(state_of(app))]
    for file in every:
        if _write(folder, file):
            written.files[file.language] += 1
            written.bytes[file.language] += len(file.body)
    return written


def samples(settings: Settings, extras: Iterable[str]) -> list[File]:
    """Return the settings for hosts that can send headers."""
    made = hosting.samples(settings.frame_ancestors, settings.address, framed="frames" in extras)
    return [File(name, text.encode()) for name, text in made.items()]


def _providers(library: Library) -> File:
    """Return the providers as Open Referral HSDS, as `guide help-export` writes them."""
    return File(PROVIDERS, hsds.text(library).encode())


def _not_found(site: SiteState) -> File:
    return File(not_found.NAME, not_found.page(site.library, site.catalogs, site.address))


def _write(folder: Path, file: File) -> bool:
    """Write a file and its compressed copies. Return whether it is new."""
    path = folder / file.name
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as out:
            out.write(file.body)
    except FileExistsError:
        return False
    if path.suffix in PACKED and len(file.body) >= SMALL:
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(file.body, 9, mtime=0))
        quality = BEST if len(file.body) < LARGE else QUICK
        path.with_name(f"{path.name}.br").write_bytes(brotli.compress(file.body, quality=quality))
    return True
