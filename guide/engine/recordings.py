"""Fingerprints of recorded texts, which show whether a text has changed since its recording."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import TypeAlias

from guide.model.content import Finding, Library, Page, Question, ReviewRoute
from guide.model.placed import Entry
from guide.model.recording import Recording, fingerprint
from guide.model.texts import texts_of
from guide.model.urgent import Line, UrgentPage

Spoken: TypeAlias = Question | Finding | ReviewRoute | Page | UrgentPage
"""The entries that may have recordings."""


def text_fingerprint(item: Spoken, gettext: Callable[[str], str]) -> str:
    """Return the fingerprint of the current text in the language of `gettext`."""
    return fingerprint((text, gettext(text)) for text in _words(item))


def fresh(item: Spoken, language: str, gettext: Callable[[str], str]) -> Recording | None:
    """Return the recording in this language, or None if there is none or its text has changed."""
    audio = item.audio.get(language)
    return audio if audio and audio.text == text_fingerprint(item, gettext) else None


def recorded(library: Library) -> Iterator[tuple[str, Spoken]]:
    """Yield every entry with recordings, with the path of its file."""
    findings = (finding for guideline in library.guidelines.values() for finding in guideline.findings)
    pages, reviews, urgent = (each.values() for each in (library.pages, library.reviews, library.urgent))
    spoken: Iterator[Spoken] = chain(library.questions, pages, findings, reviews, urgent)
    return ((owner.path, owner) for owner in spoken if owner.audio)


def _words(item: Spoken) -> tuple[str, ...]:
    """Return the texts of a recording, in order."""
    if not isinstance(item, UrgentPage):
        return tuple(text.text for text in texts_of(item) if text.spoken)
    return tuple(words for entry in item.entries() for words in _of_page(entry))


def _of_page(entry: Entry) -> Iterator[str]:
    """Yield the texts of an entry of a page for the first minute, with the English to say."""
    yield from (text.text for text in texts_of(entry) if text.spoken)
    if isinstance(entry, Line):
        yield from entry.said
