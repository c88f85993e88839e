"""The content folder while it is read: YAML and Markdown below a root, and the problems found so far."""

from __future__ import annotations

from pathlib import Path

from guide.files import TextFiles
from guide.loader.markdown_reader import front_matter
from guide.loader.yaml_reader import StrictMapping, compose
from guide.model.content import Block


class ContentFiles(TextFiles):
    """Files of YAML, and of Markdown with front matter."""

    def fields(self, path: Path) -> StrictMapping | None:
        text = self.text(path)
        return None if text is None else compose(text, self.report(path))

    def prose(self, path: Path) -> tuple[StrictMapping | None, tuple[Block, ...]]:
        text = self.text(path)
        return (None, ()) if text is None else front_matter(text, self.report(path))
