"""Base classes of content entries: the place of each in its file, and which fields are texts for readers.

Annotations mark the fields that are texts; `guide.model.texts` finds them. To add a kind of text, add a subclass of
`Entry` and a field of `Library` with it: no other code needs to change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal, TypeAlias

Form: TypeAlias = Literal["title", "h2", "h3", "p", "ul", "ol", "label"]
"""The form of a text: `title` and `label` (a few words on a button) are plain text, `p` may be Markdown."""


@dataclass(frozen=True)
class IsText:
    """Marks a field with texts: a text, a tuple of texts, or a mapping of ids to texts."""

    form: Form
    spoken: bool = True  # a recording of the entry contains it
    vital: bool = False  # it can save a life: a draft translation is shown with the English
    only: str = ""  # the name of the field that says whether this text is translated


@dataclass(frozen=True)
class CheckedWithFile:
    """Marks a list with one check date for all entries: `field` of Library has the date."""

    field: str


Title: TypeAlias = Annotated[str, IsText("title")]
Heading: TypeAlias = Annotated[str, IsText("h2")]
Paragraph: TypeAlias = Annotated[str, IsText("p")]
Label: TypeAlias = Annotated[str, IsText("label")]
Labels: TypeAlias = Annotated[Mapping[str, str], IsText("label")]
VitalLabels: TypeAlias = Annotated[Mapping[str, str], IsText("label", vital=True)]


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A value with the file that it was read from, and the line of each of its keys."""

    path: str = field(default="", compare=False)
    entry: str = field(default="", compare=False, repr=False)  # its id in a file that is a list
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False, hash=False)

    def line_of(self, key: str = "") -> int:
        """Return the line of a key (`title`, `words.0`, `options.yes`); for a missing key, the first line."""
        return self.lines.get(key) or min(self.lines.values(), default=1)


@dataclass(frozen=True, kw_only=True)
class Entry(Placed):
    """A value with texts: a page, a question, a list entry. The class is the kind of its texts."""

    page: ClassVar[str] = ""  # the name of the page that shows it
    anchor: ClassVar[str] = ""  # the prefix of its id in the fragment of its URL
