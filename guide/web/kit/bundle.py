"""Joins script modules into one classic script: modules do not load from `file:`, and a kit has no second file."""

from __future__ import annotations

import re
from collections.abc import Callable, Container

IMPORT = re.compile(r'^import (?:(?P<names>\{[^}]*\}) from )?"\./(?P<module>[a-z_]+\.mjs)";\n', re.M)
EXPORT = re.compile(r"^export (?=(?:(?:async )?function\*?|const|let) (?P<name>\w+))", re.M)
# What this does not know: other forms of import and export; and in a kit, modules that are loaded later.
UNKNOWN = re.compile(r"^\s*(?:import|export)\b(?!\()", re.M)
LATER = re.compile(r"\bimport\(")
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
    for name, text in texts.items():
        if LATER.search(text):
            raise _cannot(name)
    functions = (module_function(name, _without_unused(text, wanted)) for name, text in texts.items())
    return '"use strict";\n' + INDENT.sub("", "".join(functions))


def _read(name: str, text_of: Callable[[str], str], texts: dict[str, str]) -> None:
    """Add the text of a module after those that it imports."""
    if name in texts:
        return
    text = text_of(name)
    for found in IMPORT.finditer(text):
        _read(found["module"], text_of, texts)
    texts[name] = text


def module_function(name: str, text: str) -> str:
    """Return a module as a function that is called at once, and what it gives. Raises CannotJoin."""
    given = [
        f"const {each['names']} = {variable(each['module'])};\n" for each in IMPORT.finditer(text) if each["names"]
    ]
    exported = ", ".join(found["name"] for found in EXPORT.finditer(text))
    body = EXPORT.sub("", IMPORT.sub("", text))
    if UNKNOWN.search(body) or " as " in "".join(given):
        raise _cannot(name)
    return f"const {variable(name)} = (() => {{\n{''.join(given)}{body}return {{ {exported} }};\n}})();\n"


def variable(module: str) -> str:
    """Return the name for what the function of a module gives."""
    return f"of_{module.partition('.')[0]}"


def _without_unused(text: str, wanted: Container[str]) -> str:
    """Return a module without its exported functions that neither it nor another module uses."""
    for found in list(FUNCTION.finditer(text)):
        if found["name"] not in wanted and len(re.findall(rf"\b{found['name']}\b", text)) == 1:
            text = text.replace(found[0], "")
    return text


def _cannot(name: str) -> CannotJoin:
    return CannotJoin(f"{name} cannot be joined: guide/web/kit/bundle.py does not know its imports or exports")
