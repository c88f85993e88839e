"""The content folder while it is read: YAML and Markdown below a root, and the problems found so far."""

from __future__ import annotations

from pathlib import Path

from guide.files import TextFiles
from guide.loader.markdown_reader import front_matter
from guide.loader.yaml_reader import StrictMapping, compose
from guide.model.content import Block


class ContentFiles(TextFiles):
    """Files of YAML, and of Markdown with front matter."""

    def fields(self, path: Path, may_be_empty: bool = False) -> StrictMapping:
        """The mapping that a YAML file holds; it is not `present` where it cannot be read, which is reported."""
        text, report = self.text(path), self.report(path)
        return StrictMapping(None, report) if text is None else compose(text, report, may_be_empty=may_be_empty)

    def prose(self, path: Path) -> tuple[StrictMapping, tuple[Block, ...]]:
        """The front matter of a file, as `fields` gives it, and the blocks below it."""
        text, report = self.text(path), self.report(path)
        return (StrictMapping(None, report), ()) if text is None else front_matter(text, report)
