"""YAML and Markdown files below a root, and the problems found in them so far."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from guide.files import TextFiles
from guide.loader.markdown_reader import front_matter
from guide.loader.yaml_limits import LARGEST
from guide.loader.yaml_reader import StrictMapping, compose
from guide.model.content import Block


class ContentFiles(TextFiles):
    """Reads YAML files, and Markdown files with front matter."""

    def text(self, path: Path) -> str | None:
        """Return the text of a file as `TextFiles.text` does; None after reporting that it is too large."""
        with suppress(OSError):  # `bytes` reports it
            if path.stat().st_size > LARGEST:
                self.report(path).add(1, "big-file", f"the file has more than {LARGEST} bytes", "split it")
                return None
        return super().text(path)

    def fields(self, path: Path, may_be_empty: bool = False) -> StrictMapping:
        """Return the mapping of a YAML file; if it cannot be read, report that and return one that is not `present`."""
        text, report = self.text(path), self.report(path)
        return StrictMapping(None, report) if text is None else compose(text, report, may_be_empty=may_be_empty)

    def prose(self, path: Path) -> tuple[StrictMapping, tuple[Block, ...]]:
        """Return the front matter of a Markdown file, like `fields`, and the blocks below it."""
        text, report = self.text(path), self.report(path)
        return (StrictMapping(None, report), ()) if text is None else front_matter(text, report)
