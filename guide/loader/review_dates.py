"""Notes in a file that somebody looked at a text and found nothing new, without touching anything else in it."""

from __future__ import annotations

import datetime as dt
import re

import yaml

FENCE = "---"
INITIALS = re.compile(r"[a-z]{2,4}")
KEY = "reviewed"


class NotNoted(ValueError):
    """Why a file could not be changed, in one sentence."""


def noted(text: str, entry: str, day: dt.date, initials: str) -> str:
    """The text of a file with `reviewed` set to a day, and with who looked and when in a comment after it.

    `text` is YAML, or Markdown below YAML; `entry` is the id of the entry of a list, or empty. Where there is no
    `reviewed` yet, it is added at the end. Raises NotNoted where the file has no such entry, or a later day already.
    """
    start, end = _front(text)
    node = _entry(yaml.compose(text[start:end], Loader=yaml.SafeLoader), entry)
    newline = "\r\n" if "\r\n" in text else "\n"
    value = next((value for key, value in node.value if key.value == KEY), None)
    if value is None:
        gap = "" if text[:end].endswith("\n") else newline
        return f"{text[:end]}{gap}{KEY}: {day}{newline}{_comment('', day, initials)}{newline}{text[end:]}"
    if str(value.value) > day.isoformat():
        raise NotNoted(f"`{KEY}` is {value.value} already, which is later than {day}")
    first, last = start + value.start_mark.index, start + value.end_mark.index
    line_end = text.find("\n", last)
    line_end = len(text) if line_end < 0 else line_end + 1
    rest = text[last:line_end] if text[last:line_end].endswith("\n") else text[last:line_end] + newline
    indent = _indent(text, first)
    return f"{text[:first]}{day}{rest}{_comment(indent, day, initials)}{newline}{text[line_end:]}"


def _comment(indent: str, day: dt.date, initials: str) -> str:
    return f"{indent}# Looked at, unchanged: {day}, {initials}"


def _indent(text: str, place: int) -> str:
    """The white space before the key; the sign of a list item counts as white space."""
    line = text[text.rfind("\n", 0, place) + 1 : place]
    return " " * (len(line) - len(line.lstrip(" -")))


def _front(text: str) -> tuple[int, int]:
    """Where the YAML of a file starts and ends: all of it, or what stands between two fences."""
    found = re.match(rf"{FENCE}\r?\n(.*?)^{FENCE}\r?$", text, re.DOTALL | re.MULTILINE)
    return found.span(1) if found else (0, len(text))


def _entry(root: yaml.Node | None, id: str) -> yaml.MappingNode:
    """The mapping of the whole file, or of the entry with an id in one of its lists."""
    if isinstance(root, yaml.MappingNode):
        if not id:
            return root
        for _, value in root.value:
            for item in value.value if isinstance(value, yaml.SequenceNode) else ():
                if isinstance(item, yaml.MappingNode) and _id(item) == id:
                    return item
    raise NotNoted(f"the file has no entry `{id}`" if id else "the file holds no mapping")


def _id(item: yaml.MappingNode) -> str:
    return next((str(value.value) for key, value in item.value if key.value == "id"), "")
