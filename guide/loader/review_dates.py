"""Writes the date of a check into a content file, and changes nothing else in it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

import yaml

FENCE = "---"
INITIALS = re.compile(r"[a-z]{2,4}")
KEY = "reviewed"


class NotNoted(ValueError):
    """The file could not be changed; the message says why."""


def noted(text: str, entries: Iterable[str], day: dt.date, initials: str) -> str:
    """Return the text of a file with each `reviewed` set to `day`, and with `day` and `initials` in a comment after it.

    `text` is YAML, or Markdown with YAML front matter; each of `entries` is the id of a list entry, with the ids of
    the entries that contain it (`door/closed`), or empty. A missing
    `reviewed` is added at the end. Raises NotNoted if the file has no such entry, or has a later date already.
    """
    start, end = _front(text)
    root = yaml.compose(text[start:end], Loader=yaml.SafeLoader)
    places = [_place(_entry(root, entry), start, end, day) for entry in entries]
    # From the last to the first: a change moves what stands after it.
    for first, last in sorted(places, reverse=True):
        text = _dated(text, first, last, day, initials)
    return text


def _place(node: yaml.MappingNode, start: int, end: int, day: dt.date) -> tuple[int, int]:
    """Return the start and end of the date in the text of the file, or twice its end. Raises NotNoted."""
    value = next((value for key, value in node.value if key.value == KEY), None)
    if value is None:
        return end, end
    if str(value.value) > day.isoformat():
        raise NotNoted(f"`{KEY}` is {value.value}, which is later than {day}")
    return start + value.start_mark.index, start + value.end_mark.index


def _dated(text: str, first: int, last: int, day: dt.date, initials: str) -> str:
    """Return the text with the date at a place replaced, or added where there is none."""
    newline = "\r\n" if "\r\n" in text else "\n"
    if first == last:
        gap = "" if text[:last].endswith("\n") else newline
        return f"{text[:last]}{gap}{KEY}: {day}{newline}{_comment('', day, initials)}{newline}{text[last:]}"
    line_end = text.find("\n", last)
    line_end = len(text) if line_end < 0 else line_end + 1
    rest = text[last:line_end] if text[last:line_end].endswith("\n") else text[last:line_end] + newline
    indent = _indent(text, first)
    return f"{text[:first]}{day}{rest}{_comment(indent, day, initials)}{newline}{text[line_end:]}"


def _comment(indent: str, day: dt.date, initials: str) -> str:
    return f"{indent}# Checked, unchanged: {day}, {initials}"


def _indent(text: str, place: int) -> str:
    """Return the whitespace before the key; the dash of a list item counts as whitespace."""
    line = text[text.rfind("\n", 0, place) + 1 : place]
    return " " * (len(line) - len(line.lstrip(" -")))


def _front(text: str) -> tuple[int, int]:
    """Return the start and end of the YAML in a file: the front matter, or everything."""
    found = re.match(rf"{FENCE}\r?\n(.*?)^{FENCE}\r?$", text, re.DOTALL | re.MULTILINE)
    return found.span(1) if found else (0, len(text))


def _entry(root: yaml.Node | None, id: str) -> yaml.MappingNode:
    """Return the mapping of the file, or that of the list entry with this id. Raises NotNoted."""
    if not isinstance(root, yaml.MappingNode):
        raise NotNoted("the file has no mapping")
    node: yaml.MappingNode | None = root
    for part in id.split("/") if id else ():
        node = next((item for item in _items(node) if _id(item) == part), None) if node else None
    if node is None:
        raise NotNoted(f"the file has no entry `{id}`")
    return node


def _items(node: yaml.MappingNode) -> Iterator[yaml.MappingNode]:
    """Yield the mappings of all lists in a mapping."""
    for _, value in node.value:
        items = value.value if isinstance(value, yaml.SequenceNode) else ()
        yield from (item for item in items if isinstance(item, yaml.MappingNode))


def _id(item: yaml.MappingNode) -> str:
    return next((str(value.value) for key, value in item.value if key.value == "id"), "")
