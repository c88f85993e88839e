"""Joins script modules into one classic script: modules do not load from `file:`, and a kit has no second file."""

from __future__ import annotations

import re
from collections.abc import Callable

IMPORT = re.compile(r'^import (?:(?P<names>\{[^}]*\}) from )?"\./(?P<module>[a-z_]+\.mjs)";\n', re.M)
EXPORT = re.compile(r"^export (?=(?:function\*?|const|let) (?P<name>\w+))", re.M)
# What this does not know: other forms of import and export, and modules that are loaded later.
UNKNOWN = re.compile(r"^\s*(?:import|export)\b|\bimport\(", re.M)
INDENT = re.compile(r"^ +", re.M)


class CannotJoin(ValueError):
    """A module has a form of import or export that is not known here; the message names it."""


def joined(first: str, text_of: Callable[[str], str]) -> str:
    """Return the module `first` with all that it imports as one script, each in a function of its own.

    `text_of` returns the text of a module by its name, such as `rules.mjs`. Raises CannotJoin.
    """
    done: dict[str, str] = {}
    _add(first, text_of, done)
    return '"use strict";\n' + "".join(done.values())


def _add(name: str, text_of: Callable[[str], str], done: dict[str, str]) -> None:
    """Add a module after those that it imports."""
    if name in done:
        return
    text = text_of(name)
    imports = list(IMPORT.finditer(text))
    for found in imports:
        _add(found["module"], text_of, done)
    given = [f"const {each['names']} = {_variable(each['module'])};\n" for each in imports if each["names"]]
    exported = [found["name"] for found in EXPORT.finditer(text)]
    body = EXPORT.sub("", IMPORT.sub("", text))
    if UNKNOWN.search(body) or " as " in "".join(given):
        raise CannotJoin(f"{name} cannot be joined: guide/web/kit/bundle.py does not know its imports or exports")
    body = INDENT.sub("", "".join(given) + body)
    done[name] = f"const {_variable(name)} = (() => {{\n{body}return {{ {', '.join(exported)} }};\n}})();\n"


def _variable(module: str) -> str:
    return f"of_{module.partition('.')[0]}"
