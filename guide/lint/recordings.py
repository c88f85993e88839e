"""Recordings whose text has changed since they were made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from guide.engine.recordings import recorded, text_fingerprint
from guide.lint.translations import Translated
from guide.model.content import Library
from guide.model.problems import Problem


def stale(library: Library, translations: Iterable[Translated]) -> Iterator[Problem]:
    """Yield a warning for every recording that the site no longer offers, with the fingerprint of the current text."""
    catalogs = {each.language.code: each for each in translations}

    def gettext(code: str, text: str) -> str:
        return (catalogs[code].find(text) if code in catalogs else None) or text

    for path, item in recorded(library):
        for code, audio in item.audio.items():
            now = text_fingerprint(item, partial(gettext, code))
            if audio.text != now:
                message = f"`{audio.file}` ({code}) does not match the current text, so the site does not offer it"
                fix = f"listen to it, record it again if the words differ, then write `text: {now}`"
                yield Problem(path, audio.line, "stale-recording", message, fix, "warning")
