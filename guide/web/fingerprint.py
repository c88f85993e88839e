"""What tells one version of the site from another."""

from __future__ import annotations

import hashlib
from pathlib import Path

from guide.config import Settings

SHOWN = 16  # hexadecimal digits: enough to tell versions apart, short enough to read aloud


def fingerprint(settings: Settings, templates: Path) -> str:
    """A hash over the files that pages are made of: content, translations, static files and templates.

    Each file counts with its path below its folder, so that the same version has the same fingerprint everywhere.
    """
    hashed = hashlib.sha256()
    for folder in (settings.content, settings.translations, settings.static, templates):
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".mo"):
            body = path.read_bytes()
            hashed.update(f"{folder.name}/{path.relative_to(folder)} {len(body)}\n".encode())
            hashed.update(body)
    return hashed.hexdigest()[:SHOWN]
