"""Recordings whose text has changed since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guide.fields import Problem
from guide.i18n import Catalogue
from guide.model import Library
from guide.recordings import mark, recorded


def stale(library: Library, texts: Mapping[str, Catalogue]) -> Iterator[Problem]:
    """A warning for every recording that the site no longer offers, with the fingerprint of the text of today."""
    for path, item in recorded(library):
        for code, audio in item.audio.items():
            now = mark(item, texts[code].gettext)
            if audio.text != now:
                message = f"`{audio.file}` ({code}) was read from another text, so nobody hears it"
                remedy = f"listen, record it again where the words differ, then write `text: {now}`"
                yield Problem(path, audio.line, "stale-recording", message, remedy, "warning")
