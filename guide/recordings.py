"""Recordings that win over the voice of a browser: reading their entries, and telling when their text has changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import TypeAlias

from guide.audio import SHORT, Audio, fingerprint
from guide.fields import Fields, near
from guide.model import Finding, Library, Page, Question, Review

Spoken: TypeAlias = Question | Finding | Review | Page
"""What may have recordings."""

# What every browser plays; wav is for tests and tries.
KINDS = {".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".wav": "audio/wav"}
LARGEST = 2 * 1024 * 1024  # bytes: about eight minutes of one voice
FINGERPRINT = re.compile(rf"[0-9a-f]{{{SHORT}}}")


@dataclass(frozen=True)
class File:
    """A file below content/audio."""

    size: int
    digest: str


def read(fields: Fields, languages: Iterable[str], files: Mapping[str, File]) -> dict[str, Audio]:
    """The recordings that an entry names below `audio`, by language; faults go into the report of `fields`.

    `languages` are the codes that are known, `files` what lies in content/audio, by path.
    """
    listed = fields.mapping("audio") if "audio" in fields else None
    found = {}
    for code in listed or ():
        assert listed is not None
        if code not in languages:
            listed.add(code, "unknown-language", f"no language is called `{code}`", near(code, languages))
        entry = listed.mapping(code)
        if entry is not None:
            found[code] = _audio(entry, files, listed.line_of(code))
            entry.done()
    return found


def _audio(entry: Fields, files: Mapping[str, File], line: int) -> Audio:
    name, text = entry.text("file"), entry.text("text")
    file = files.get(name, File(0, ""))
    if name and name not in files:
        remedy = near(name, files) if files else "put it there"
        entry.add("file", "no-recording", f"there is no `{name}` in content/audio", remedy)
    elif name and PurePath(name).suffix not in KINDS:
        entry.add("file", "bad-recording", f"not every browser plays `{name}`", "use one of: " + ", ".join(KINDS))
    if file.size > LARGEST:
        message = f"`{name}` has {file.size} bytes, more than {LARGEST}"
        entry.add("file", "large-recording", message, "save it as mp3, one channel, 32 kbit/s")
    if text and not FINGERPRINT.fullmatch(text):
        remedy = f"write {SHORT} zeros, and `guide check` tells the right one"
        entry.add("text", "bad-fingerprint", f"`{text}` is no fingerprint of a text", remedy)
    return Audio(name, file.digest, text, entry.date("recorded"), entry.text("voice"), line)


def mark(item: Spoken, say: Callable[[str], str]) -> str:
    """The fingerprint of a text as it is now in the language of `say`."""
    return fingerprint((text, say(text)) for text in _words(item))


def fresh(item: Spoken, language: str, say: Callable[[str], str]) -> Audio | None:
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


def address(audio: Audio) -> str:
    """Where the site serves it: named by its content, so that caches never go stale."""
    path = PurePath(audio.file)
    return f"/static/audio/{path.with_suffix('')}.{audio.digest}{path.suffix}"


def _words(item: Spoken) -> tuple[str, ...]:
    """What a recording must hold, in this order; empty texts count for nothing."""
    match item:
        case Question():
            texts: tuple[str, ...] = (item.ask, item.hint, *(option.label for option in item.options))
        case Review():
            texts = (item.title, item.summary, item.state, *(block.text for block in item.body))
        case _:
            texts = (item.title, *(block.text for block in item.body))
    return tuple(text for text in texts if text)
