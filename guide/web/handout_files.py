"""The PDF files of `guide handout`, offered as long as the pages that they were printed from have not changed."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from pathlib import Path

PRINTER = "guide-printer"
"""The user agent of the browser that prints."""


def name(kind: str, lang: str) -> str:
    """Return the file name of the PDF of one kind of handout in one language (or a pair of languages)."""
    return f"{kind.replace('/', '-')}.{lang}.pdf"


def page_fingerprint(html: bytes) -> str:
    """Return the fingerprint of a page, which is stored beside the PDF as name.pdf.sha256."""
    return hashlib.sha256(html).hexdigest()


class HandoutFiles:
    """The files in one folder, with a cache of the fingerprints of pages: each page is rendered once a day for this."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._marks: dict[tuple[str, str], tuple[dt.date, str]] = {}

    def current(self, kind: str, lang: str, today: dt.date, make: Callable[[], bytes]) -> Path | None:
        """Return the PDF that matches the current page, which `make` renders, or None."""
        file = self.folder / name(kind, lang)
        beside = file.with_name(f"{file.name}.sha256")
        if not (file.is_file() and beside.is_file()):
            return None
        known, found = self._marks.get((kind, lang), (None, ""))
        if known != today:
            found = page_fingerprint(make())
            self._marks[kind, lang] = today, found
        return file if beside.read_text("utf-8").strip() == found else None
