"""Joins script modules into one classic script: modules do not load from `file:`, and a kit has no second file."""

from __future__ import annotations

import re
from collections.abc import Callable, Container

IMPORT = re.compile(r'^import (?:(?P<names>\{[^}]*\}) from )?"\./(?P<module>[a-z_]+\.mjs)";\n', re.M)
EXPORT = re.compile(r"^export (?=(?:function\*?|const|let) (?P<name>\w+))", re.M)
# What this does not know: other forms of import and export, and modules that are loaded later.
UNKNOWN = re.compile(r"^\s*(?:import|export)\b|\bimport\(", re.M)
FUNCTION = re.compile(r"^export function (?P<name>\w+)\([^\n]*\{\n.*?^\}\n", re.M | re.S)
NAME = re.compile(r"\w+")
# A // comment on a separate line; /** ... */ on separate lines or inside a line. A license, /*! ... */, stays.
TYPE = r"/\*\*(?:(?!\*/).)*\*/"
COMMENTS = re.compile(r"(?ms)^[ \t]*//[^\n]*\n|^[ \t]*" + TYPE + r"[ \t]*\n|" + TYPE + r" ?")
INDENT = re.compile(r"^ +", re.M)


class CannotJoin(ValueError):
    """A module has a form of import or export that is not known here; the message names it."""


def without_comments(script: str) -> str:
    """Return a script without comments on separate lines and JSDoc types, in lines as before, but with its license."""
    return COMMENTS.sub("", script)


def joined(first: str, text_of: Callable[[str], str]) -> str:
    """Return the module `first` with all that it imports as one script, each in a function of its own.

    `text_of` returns the text of a module by its name, such as `rules.mjs`. Functions that nothing uses are left out.
    Raises CannotJoin.
    """
    texts: dict[str, str] = {}
    _read(first, text_of, texts)
    every = [found for text in texts.values() for found in IMPORT.finditer(text)]
    wanted = {name for found in every for name in NAME.findall(found["names"] or "")}
    return '"use strict";\n' + "".join(_function(name, text, wanted) for name, text in texts.items())


def _read(name: str, text_of: Callable[[str], str], texts: dict[str, str]) -> None:
    """Add the text of a module after those that it imports."""
    if name in texts:
        return
    text = text_of(name)
    for found in IMPORT.finditer(text):
        _read(found["module"], text_of, texts)
    texts[name] = text


def _function(name: str, text: str, wanted: Container[str]) -> str:
    """Return a module as a function that is called at once, and what it gives."""
    for found in list(FUNCTION.finditer(text)):
        if found["name"] not in wanted and len(re.findall(rf"\b{found['name']}\b", text)) == 1:
            text = text.replace(found[0], "")
    given = [
        f"const {each['names']} = {_variable(each['module'])};\n" for each in IMPORT.finditer(text) if each["names"]
    ]
    exported = ", ".join(found["name"] for found in EXPORT.finditer(text))
    body = EXPORT.sub("", IMPORT.sub("", text))
    if UNKNOWN.search(body) or " as " in "".join(given):
        raise CannotJoin(f"{name} cannot be joined: guide/web/kit/bundle.py does not know its imports or exports")
    body = INDENT.sub("", "".join(given) + body)
    return f"const {_variable(name)} = (() => {{\n{body}return {{ {exported} }};\n}})();\n"


def _variable(module: str) -> str:
    return f"of_{module.partition('.')[0]}"
