"""Reads the entries of recordings, which the site prefers to the voice of the browser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from guide.loader.yaml_reader import StrictMapping
from guide.model.problems import near
from guide.model.recording import SHORT, Recording

# The formats that every browser plays; wav is for tests.
KINDS = {".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".wav": "audio/wav"}
LARGEST = 2 * 1024 * 1024  # bytes: about eight minutes of one voice
FINGERPRINT = re.compile(rf"[0-9a-f]{{{SHORT}}}")


@dataclass(frozen=True)
class File:
    """A file in content/audio."""

    size: int
    digest: str


def read(fields: StrictMapping, languages: Iterable[str], files: Mapping[str, File]) -> dict[str, Recording]:
    """Read the recordings below `audio`, by language; problems go to the report of `fields`.

    `languages` are the known codes, `files` the files in content/audio by path.
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
        fix = near(name, files) if files else "add the file"
        entry.add("file", "no-recording", f"no file `{name}` in content/audio", fix)
    elif name and PurePath(name).suffix not in KINDS:
        entry.add(
            "file", "bad-recording", f"`{name}` does not play in every browser", "use one of: " + ", ".join(KINDS)
        )
    if file.size > LARGEST:
        message = f"`{name}` has {file.size} bytes, more than {LARGEST}"
        entry.add("file", "large-recording", message, "save it as mp3, one channel, 32 kbit/s")
    if text and not FINGERPRINT.fullmatch(text):
        fix = f"write {SHORT} zeros, then copy the fingerprint that `guide check` shows"
        entry.add("text", "bad-fingerprint", f"`{text}` is not a valid fingerprint", fix)
    return Recording(name, file.digest, text, entry.date("recorded"), entry.text("voice"), line)
