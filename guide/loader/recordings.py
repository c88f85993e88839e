"""Reads the entries of recordings, which win over the voice of a browser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from guide.loader.yaml_reader import StrictMapping
from guide.model.problems import near
from guide.model.recording import SHORT, Recording

# What every browser plays; wav is for tests and tries.
KINDS = {".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".wav": "audio/wav"}
LARGEST = 2 * 1024 * 1024  # bytes: about eight minutes of one voice
FINGERPRINT = re.compile(rf"[0-9a-f]{{{SHORT}}}")


@dataclass(frozen=True)
class File:
    """A file below content/audio."""

    size: int
    digest: str


def read(fields: StrictMapping, languages: Iterable[str], files: Mapping[str, File]) -> dict[str, Recording]:
    """The recordings that an entry names below `audio`, by language; problems go into the report of `fields`.

    `languages` are the codes that are known, `files` what lies in content/audio, by path.
    """
    found = {}
    with fields.mapping("audio", required=False) as listed:
        for code, entry in listed.entries():
            if code not in languages:
                listed.add(code, "unknown-language", f"unknown language `{code}`", near(code, languages))
            found[code] = _audio(entry, files, listed.line_of(code))
    return found


def _audio(entry: StrictMapping, files: Mapping[str, File], line: int) -> Recording:
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
        remedy = f"write {SHORT} zeros, and `guide check` shows the right one"
        entry.add("text", "bad-fingerprint", f"`{text}` is not a fingerprint of a text", remedy)
    return Recording(name, file.digest, text, entry.date("recorded"), entry.text("voice"), line)
