"""A folder of content that is being read, and the faults found so far."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from guide.blocks import front_matter
from guide.fields import Fields, Problem, Report, compose
from guide.model import Block
from guide.places import Places


class ContentFaults(Exception):
    """Content that cannot be used, with every fault of the run."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))


class Folder:
    """Reads files below `root`; their faults are collected, and told from `told_from`."""

    def __init__(self, root: Path, told_from: Path | None = None) -> None:
        self.root = root
        self.told_from = told_from or root.parent
        self.problems: list[Problem] = []
        self.places = Places()

    def fail_if_faulty(self) -> None:
        if self.problems:
            raise ContentFaults(self.problems)

    def report(self, path: Path) -> Report:
        return Report(self.name(path), self.problems, self.places)

    def bytes(self, path: Path) -> bytes | None:
        """What a file holds, or None after reporting why it cannot be read: it is missing, a folder, locked."""
        try:
            return path.read_bytes()
        except FileNotFoundError:
            self.report(path).add(1, "no-file", "the file is missing", "write it")
        except OSError as error:
            message = f"this cannot be read: {error.strerror}"
            self.report(path).add(1, "unreadable", message, "put a file here that everybody may read")
        return None

    def text(self, path: Path) -> str | None:
        content = self.bytes(path)
        try:
            return None if content is None else content.decode("utf-8")
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            self.report(path).add(line, "not-utf-8", "the file is not UTF-8", "save it as UTF-8")
        return None

    def fields(self, path: Path) -> Fields | None:
        text = self.text(path)
        return None if text is None else compose(text, self.report(path))

    def prose(self, path: Path) -> tuple[Fields | None, tuple[Block, ...]]:
        text = self.text(path)
        return (None, ()) if text is None else front_matter(text, self.report(path))

    def name(self, path: Path) -> str:
        return str(path.relative_to(self.told_from) if path.is_relative_to(self.told_from) else path)
