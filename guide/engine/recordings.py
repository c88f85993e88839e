"""Recordings of texts: their fingerprints, and whether a text has changed since it was read aloud."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from guide.model.content import Finding, Library, Page, Question, ReviewRoute
from guide.model.recording import Recording, fingerprint

Spoken: TypeAlias = Question | Finding | ReviewRoute | Page
"""What may have recordings."""


def mark(item: Spoken, say: Callable[[str], str]) -> str:
    """The fingerprint of a text as it is now in the language of `say`."""
    return fingerprint((text, say(text)) for text in _words(item))


def fresh(item: Spoken, language: str, say: Callable[[str], str]) -> Recording | None:
    """The recording in this language, or None where there is none or its text has changed since."""
    audio = item.audio.get(language)
    return audio if audio and audio.text == mark(item, say) else None


def recorded(library: Library) -> Iterator[tuple[str, Spoken]]:
    """Everything that has recordings, with the path of its file."""
    items: list[tuple[str, Spoken]] = [("content/questions.yaml", question) for question in library.questions]
    items += [(page.path, page) for page in library.pages.values()]
    items += [(finding.path, finding) for each in library.guidelines.values() for finding in each.findings]
    items += [(review.path, review) for review in library.reviews.values()]
    return ((path, item) for path, item in items if item.audio)


def _words(item: Spoken) -> tuple[str, ...]:
    """What a recording must hold, in this order; empty texts count for nothing."""
    match item:
        case Question():
            texts: tuple[str, ...] = (item.ask, item.hint, *(option.label for option in item.options))
        case ReviewRoute():
            texts = (item.title, item.summary, item.state, *(block.text for block in item.body))
        case _:
            texts = (item.title, *(block.text for block in item.body))
    return tuple(text for text in texts if text)
