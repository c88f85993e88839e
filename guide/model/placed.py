"""Entries of the content: where each was read, and which of its fields are texts for readers.

An annotation says which fields are texts and how each is written; `guide.model.texts` finds them by it. A new kind of
text is a new subclass of `Entry` in a field of `Library`: nothing else has to know about it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal, TypeAlias

Form: TypeAlias = Literal["title", "h2", "h3", "p", "ul", "ol", "label"]
"""How a text is written: `title` and `label` (a few words on a button) are no Markdown, `p` may be either."""


@dataclass(frozen=True)
class IsText:
    """Marks a field that holds texts: a text, a tuple of texts, or a mapping of ids to texts."""

    form: Form
    spoken: bool = True  # a recording of the entry holds it
    vital: bool = False  # it can save a life: no draft of a translation stands alone on it
    only: str = ""  # the field that tells whether this is ours to translate


@dataclass(frozen=True)
class CheckedWithFile:
    """Marks a list that is checked as a whole: `field` of Library has the day."""

    field: str


Title: TypeAlias = Annotated[str, IsText("title")]
Heading: TypeAlias = Annotated[str, IsText("h2")]
Paragraph: TypeAlias = Annotated[str, IsText("p")]
Label: TypeAlias = Annotated[str, IsText("label")]
Labels: TypeAlias = Annotated[Mapping[str, str], IsText("label")]
VitalLabels: TypeAlias = Annotated[Mapping[str, str], IsText("label", vital=True)]


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A value that knows the file that it was read from, and the line of each of its keys."""

    path: str = field(default="", compare=False)
    entry: str = field(default="", compare=False, repr=False)  # its id in a file that is a list
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False, hash=False)

    def line_of(self, key: str = "") -> int:
        """The line of a key (`title`, `words.0`, `options.yes`); of one that is not there, the first line."""
        return self.lines.get(key) or min(self.lines.values(), default=1)


@dataclass(frozen=True, kw_only=True)
class Entry(Placed):
    """A value with texts of its own: a page, a question, a list entry. The class is the kind of its texts."""

    page: ClassVar[str] = ""  # the page that shows it
    anchor: ClassVar[str] = ""  # what comes before the id in its address there
