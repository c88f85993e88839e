"""The fingerprint of a version of the site."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from guide.config import HERE, Settings

SHOWN = 16  # hexadecimal digits: long enough to be unique, short enough to read aloud
PROOF = Path("content", "proof.json")
"""The file that `make proof` writes, which is about the version and no part of it."""


def fingerprint(settings: Settings, templates: Path) -> str:
    """Return a hash of the files that pages depend on: content, translations, static files and templates.

    Paths are relative to their folder, so that the same version has the same fingerprint on every machine.
    """
    hashed = hashlib.sha256()
    for folder in (settings.content, settings.translations, settings.static, templates):
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".mo"):
            name = path.relative_to(folder)
            if Path(folder.name, name) != PROOF:
                _add(hashed, f"{folder.name}/{name}", path)
    return hashed.hexdigest()[:SHOWN]


def whole_version(of_pages: str) -> str:
    """Return a hash of everything that is served: the program, and the `fingerprint` of what pages depend on."""
    return hashlib.sha256(f"{_program()} {of_pages}".encode()).hexdigest()[: 2 * SHOWN]


@lru_cache(maxsize=1)
def _program() -> str:
    """Return a hash of the modules of this program, as they were when it was first asked for."""
    hashed = hashlib.sha256()
    for path in _modules():
        _add(hashed, path.relative_to(HERE).as_posix(), path)
    return hashed.hexdigest()


def _modules() -> Iterable[Path]:
    return sorted(path for path in HERE.rglob("*.py") if "carried" not in path.relative_to(HERE).parts)


def _add(hashed: hashlib._Hash, name: str, path: Path) -> None:
    body = path.read_bytes()
    hashed.update(f"{name} {len(body)}\n".encode())
    hashed.update(body)
