"""The fingerprint of a version of the site."""

from __future__ import annotations

import hashlib
from pathlib import Path

from guide.config import Settings

SHOWN = 16  # hexadecimal digits: long enough to be unique, short enough to read aloud


def fingerprint(settings: Settings, templates: Path) -> str:
    """Return a hash of the files that pages depend on: content, translations, static files and templates.

    Paths are relative to their folder, so that the same version has the same fingerprint on every machine.
    """
    hashed = hashlib.sha256()
    for folder in (settings.content, settings.translations, settings.static, templates):
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".mo"):
            body = path.read_bytes()
            hashed.update(f"{folder.name}/{path.relative_to(folder)} {len(body)}\n".encode())
            hashed.update(body)
    return hashed.hexdigest()[:SHOWN]
