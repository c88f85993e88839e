"""Where each text of the content stands: the index that gives a problem its line."""

from __future__ import annotations


class Places:
    """The lines of the texts of all files. A text may stand in several entries of one file."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, str], dict[str, int]] = {}

    def add(self, path: str, text: str, line: int, entry: str = "") -> None:
        """Notes a text; `entry` is the id of the list entry that it belongs to, if it belongs to one."""
        self._lines.setdefault((path, text), {}).setdefault(entry, line)

    def line(self, path: str, text: str, entry: str = "") -> int:
        """The line of the text: in its entry if it stands there, else where the file has it first, else 1."""
        lines = self._lines.get((path, text))
        if not lines:
            return 1
        return lines.get(entry) or min(lines.values())
