"""Reads files as bytes or UTF-8 text; a file that cannot be read is a `Problem`."""

from __future__ import annotations

from pathlib import Path

from guide.model.problems import ContentError, Problem, Report


class TextFiles:
    """Reads files below `root` and collects their problems, with paths relative to `relative_to`."""

    def __init__(self, root: Path, relative_to: Path | None = None) -> None:
        self.root = root
        self.relative_to = relative_to or root.parent
        self.problems: list[Problem] = []

    def raise_for_problems(self) -> None:
        """Raise ContentError if any problem was reported."""
        if self.problems:
            raise ContentError(self.problems)

    def report(self, path: Path) -> Report:
        return Report(self.name(path), self.problems)

    def bytes(self, path: Path) -> bytes | None:
        """Return the content of a file, or None after reporting why it cannot be read (missing, a folder, locked)."""
        try:
            return path.read_bytes()
        except FileNotFoundError:
            self.report(path).add(1, "no-file", "the file is missing", "write it")
        except OSError as error:
            message = f"the file cannot be read: {error.strerror}"
            self.report(path).add(1, "unreadable", message, "write a file here, readable by all users")
        return None

    def text(self, path: Path) -> str | None:
        """Return the UTF-8 text of a file, or None after reporting why it cannot be read."""
        content = self.bytes(path)
        try:
            return None if content is None else content.decode("utf-8")
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            self.report(path).add(line, "not-utf-8", "the file is not UTF-8", "save it as UTF-8")
        return None

    def name(self, path: Path) -> str:
        return str(path.relative_to(self.relative_to) if path.is_relative_to(self.relative_to) else path)
