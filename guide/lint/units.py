"""Passages: the texts that are read and measured together, with their file and line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from guide.lint import readability
from guide.model.content import About, Block, Guideline, Library, Source
from guide.model.provider import Provider
from guide.model.texts import Text, texts

MEASURABLE = 30  # the least number of words that a formula can measure
HEADINGS = ("title", "h2", "h3")
LISTS = ("ul", "ol")
HELP = "help"  # the group of all providers


@dataclass(frozen=True)
class TextUnit:
    """A passage: a finding, a section of a page or review, a question with its hint and reason, or a list entry."""

    path: str
    name: str  # unique within its path
    blocks: tuple[Block, ...]  # the kinds of the model, `title` for a title outside Markdown, `label` for a button
    group: str = ""  # short passages of the same group are measured together
    entry: str = ""  # the id of the entry, in a file that is a list

    @property
    def line(self) -> int:
        return next((block.line for block in self.blocks if block.line), 1)

    @property
    def running(self) -> tuple[Block, ...]:
        """The measured blocks: paragraphs and list items, without headings and labels."""
        return tuple(block for block in self.blocks if block.kind not in (*HEADINGS, "label"))

    @property
    def prose(self) -> tuple[str, ...]:
        return tuple(block.text for block in self.running)


def passages(library: Library) -> Iterator[TextUnit]:
    """Yield all passages, in the order of the content."""
    for _, found in groupby(_each_once(library), key=lambda text: (text.path, id(text.owner))):
        yield from _sections(list(found))


def _each_once(library: Library) -> Iterator[Text]:
    """Yield all texts; a note that several sources share is measured once."""
    notes: set[str] = set()
    for text in texts(library):
        if text.kind is not Source or text.text not in notes:
            yield text
        notes.update([text.text] if text.kind is Source else [])


def _sections(found: list[Text]) -> Iterator[TextUnit]:
    """Split one entry into passages at its headings. The first passage has the name of the entry."""
    # Labels come last: they are not part of the running text.
    blocks = [Block(text.form, text.text, text.line) for text in sorted(found, key=lambda text: text.form == "label")]
    path, entry, name, group = found[0].path, found[0].entry, _name(found[0]), _group(found[0])
    section: list[Block] = []
    for block in blocks:
        if block.kind in HEADINGS and any(one.kind not in HEADINGS for one in section):
            yield TextUnit(path, name, tuple(section), group, entry)
            section, name = [], block.text
        section.append(block)
    yield TextUnit(path, name, tuple(section), group, entry)


def _name(text: Text) -> str:
    """Return its name for editors: the id in a list, else its title or name."""
    owner = text.parent if text.kind is About else text.owner
    return text.entry or getattr(owner, "title", "") or getattr(owner, "name", "") or text.path


def _group(text: Text) -> str:
    """Return the group of texts that are measured together: one file, one guideline set, or all providers."""
    own = text.parent if isinstance(text.parent, Guideline) else text.owner
    if isinstance(own, Guideline):
        return own.id
    return HELP if text.kind is Provider else text.path


def measured(passages: Iterable[TextUnit], names: tuple[str, ...]) -> Iterator[TextUnit]:
    """Yield the passages to measure, with short ones joined.

    A passage under 30 words is measured together with the passages after it in its group, up to
    30 words; the last of a group, with the one before it. The result has the place of the first.
    """
    groups: dict[str, list[TextUnit]] = {}
    for passage in passages:
        done = groups.setdefault(passage.group, [])
        if done and _words(done[-1], names) < MEASURABLE:
            done[-1] = _joined(done[-1], passage)
        elif passage.prose:
            done.append(passage)
    for done in groups.values():
        if len(done) > 1 and _words(done[-1], names) < MEASURABLE:
            last = done.pop()
            done[-1] = _joined(done[-1], last)
        yield from done


def _joined(first: TextUnit, second: TextUnit) -> TextUnit:
    return replace(first, name=f"{first.name}, {second.name}", blocks=(*first.blocks, *second.blocks))


def _words(passage: TextUnit, names: tuple[str, ...]) -> int:
    return readability.english(passage.prose, names).words
