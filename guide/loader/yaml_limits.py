"""Limits of YAML that no text of an editor needs to exceed, and that keep a file from hanging or ending the reader."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

DEEPEST = 50  # levels
LARGEST = 1_000_000  # bytes of one file
NO_ALIAS = ("an alias (`*name`), which repeats another part", "write the text itself, or put quotes around it")
TOO_DEEP = (f"more than {DEEPEST} levels", "write fewer levels below each other")


def excess(root: yaml.Node) -> tuple[int, str, str] | None:
    """Return the line, what is wrong and a fix for the first alias, or for what is nested too deeply; None if sound.

    An alias is the node of its anchor, once more: it may be in itself, or stand for billions of nodes.
    """
    met: set[int] = set()
    left = [(root, 1)]
    while left:
        node, level = left.pop()
        line = int(node.start_mark.line) + 1
        if id(node) in met:
            return line, *NO_ALIAS
        if level > DEEPEST:
            return line, *TOO_DEEP
        met.add(id(node))
        left.extend((inner, level + 1) for inner in _below(node))
    return None


def _below(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.SequenceNode):
        yield from node.value
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key
            yield value
