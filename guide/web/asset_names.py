"""The static files that the site cannot do without: those that its templates, style sheet and scripts name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from guide.files import TextFiles
from guide.model.problems import Problem

TEMPLATES = Path(__file__).parent / "templates"
# asset("img/mark.svg"), and asset("img/share-" ~ language.code ~ ".png"), which is one file for each language.
ASKED = re.compile(r"""\basset\(\s*"(?P<name>[^"]*)"\s*(?:~\s*language\.code\s*~\s*"(?P<end>[^"]*)"\s*)?\)""")
MADE = ("css/follow-ups.css", "css/partners.css")  # by the program
SHEET = "css/site.css"  # lists its parts in their order; they are sent as one file
PART = re.compile(rb'(?m)^@import "\./([a-z-]+\.css)";$')
# What the program itself opens: the script for other sites stands at an address without a fingerprint.
OPENED = ("js/embed.js",)
IMPORT = re.compile(rb'(?<=from ")\./([a-z_-]+\.mjs)(?=")')


def missing(static: Path, languages: Iterable[str], shared: bool = True) -> Iterator[Problem]:
    """A fault for each file that is named and is not there, with the file that names it; and for each unlisted sheet.

    `shared`: with the pictures that other sites show beside a link, which only a site with a public address names.
    """
    files = TextFiles(static)
    asked = {name: path for name, path in _asked(languages if shared else ()) if name not in MADE}
    listed = parts(static)
    asked |= dict.fromkeys(listed, SHEET) | dict.fromkeys(OPENED, "the program")
    modules = [(name, found) for name in asked if name.endswith(".mjs") for found in _imports(static, name)]
    while modules:
        by, name = modules.pop()
        if name not in asked:
            asked[name] = by
            modules += [(name, found) for found in _imports(static, name)]
    for name, by in sorted(asked.items()):
        if not (static / name).is_file():
            yield Problem(
                files.name(static / name), 1, "no-asset", "the file is missing", f"put it there: {by} needs it"
            )
    for name in sorted(f"css/{path.name}" for path in (static / "css").glob("*.css")):
        if listed and name not in asked:
            fix = f"list it in {SHEET} or remove it"
            yield Problem(files.name(static / name), 1, "unlisted-sheet", "no page loads this style sheet", fix)


def parts(static: Path) -> list[str]:
    """The names of the parts of the style sheet, in their order: what css/site.css imports; or none."""
    try:
        content = (static / SHEET).read_bytes()
    except OSError:
        return []
    return [f"css/{found.decode()}" for found in PART.findall(content)]


def read(static: Path, languages: Iterable[str], shared: bool) -> dict[str, bytes]:
    """The files in the folders of `static`, by their names below it; raises ContentError with all that are missing."""
    files = TextFiles(static)
    files.problems += missing(static, languages, shared)
    found = {}
    for path in sorted(path for path in static.glob("*/**/*.*") if not path.is_dir()):
        content = files.bytes(path)
        if content is not None:
            found[path.relative_to(static).as_posix()] = content
    files.fail_if_faulty()
    return found


def _asked(languages: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The names that templates ask for, each with the name of the template."""
    for path in sorted(TEMPLATES.rglob("*.html")):
        for found in ASKED.finditer(path.read_text("utf-8")):
            codes = languages if found["end"] is not None else [""]
            for code in codes:
                yield f"{found['name']}{code}{found['end'] or ''}", f"templates/{path.relative_to(TEMPLATES)}"


def _imports(static: Path, name: str) -> list[str]:
    """The modules that a module imports; none where it cannot be read."""
    try:
        content = (static / name).read_bytes()
    except OSError:
        return []
    folder = name.rpartition("/")[0]
    return [f"{folder}/{found.decode()}" for found in IMPORT.findall(content)]
