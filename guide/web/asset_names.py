"""The required static files: those that templates, the style sheet and scripts refer to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from guide.files import TextFiles
from guide.model.problems import Problem
from guide.web import joined_scripts, sheets

TEMPLATES = Path(__file__).parent / "templates"
# asset("img/mark.svg"), and asset("img/share-" ~ language.code ~ ".png"), which is one file for each language.
ASKED = re.compile(r"""\basset\(\s*"(?P<name>[^"]*)"\s*(?:~\s*language\.code\s*~\s*"(?P<end>[^"]*)"\s*)?\)""")
# asset("css/for-" ~ style ~ ".css"), of the kind that the template of a page names.
OF_KIND = re.compile(r'\{% set style = "(?P<kind>[a-z]+)" %\}')
MADE = ("css/follow-ups.css", "css/partners.css", *joined_scripts.names())  # generated at startup
# Files that the code opens itself: the script for other sites and the icons have URLs without a fingerprint, and those
# of the kit stand within its file.
OPENED = ("js/embed.js", "js/kit.mjs", "css/kit.css", "img/favicon.ico", "img/touch-icon.png")
IMPORT = re.compile(rb'(?:(?<=from ")|(?<=from")|(?<=import\("))\./([a-z_-]+\.mjs)(?=")')


def missing(static: Path, languages: Iterable[str], shared: bool = True) -> Iterator[Problem]:
    """Yield a problem for each missing file, with the file that refers to it, and for each unlisted style sheet.

    `shared`: also require the preview images for links, which only a site with a public address uses.
    """
    files = TextFiles(static)
    asked = {name: path for name, path in _asked(languages if shared else ()) if name not in MADE}
    listed = sheets.parts(static)
    asked |= dict.fromkeys((part.name for part in listed if part.name not in MADE), sheets.LIST)
    asked |= dict.fromkeys((*OPENED, *joined_scripts.modules()), "the program") | {
        sheets.LIST: "templates/base.html",
        sheets.SHARES: "the program",
    }
    made = sheets.names(listed)
    yield from (_no_kind(name, by) for name, by in asked.items() if listed and _joined(name) and name not in made)
    asked = {name: by for name, by in asked.items() if not _joined(name)}
    modules = [(name, found) for name in asked if name.endswith(".mjs") for found in _imports(static, name)]
    while modules:
        by, name = modules.pop()
        if name not in asked:
            asked[name] = by
            modules += [(name, found) for found in _imports(static, name)]
    for name, by in sorted(asked.items()):
        if not (static / name).is_file():
            yield Problem(files.name(static / name), 1, "no-asset", "the file is missing", f"add it: {by} needs it")
    for name in sorted(f"css/{path.name}" for path in (static / "css").glob("*.css")):
        if listed and name not in asked:
            fix = f"list it in {sheets.LIST} or remove it"
            yield Problem(files.name(static / name), 1, "unlisted-sheet", "no page loads this style sheet", fix)


def read(static: Path, languages: Iterable[str], shared: bool) -> dict[str, bytes]:
    """Read the files in the folders of `static`, by relative path. Raises ContentError with every missing file."""
    files = TextFiles(static)
    files.problems += missing(static, languages, shared)
    found = {}
    for path in sorted(path for path in static.glob("*/**/*.*") if not path.is_dir()):
        content = files.bytes(path)
        if content is not None:
            found[path.relative_to(static).as_posix()] = content
    files.raise_for_problems()
    return found


def _asked(languages: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the assets that templates refer to, each with the name of the template."""
    for path in sorted(TEMPLATES.rglob("*.html")):
        for found in ASKED.finditer(path.read_text("utf-8")):
            codes = languages if found["end"] is not None else [""]
            for code in codes:
                yield f"{found['name']}{code}{found['end'] or ''}", f"templates/{path.relative_to(TEMPLATES)}"
        for found in OF_KIND.finditer(path.read_text("utf-8")):
            yield f"css/for-{found['kind']}.css", f"templates/{path.relative_to(TEMPLATES)}"


def _joined(name: str) -> bool:
    """Whether a sheet is joined by the program."""
    return name.startswith(("css/for-", "css/beside-"))


def _no_kind(name: str, by: str) -> Problem:
    fix = f"name the kind at a part in css/site.css, or another one in {by}"
    return Problem(f"static/{sheets.LIST}", 1, "no-kind", f"no part is for the sheet {name}", fix)


def _imports(static: Path, name: str) -> list[str]:
    """Return the modules that a module imports; none if it cannot be read."""
    try:
        content = (static / name).read_bytes()
    except OSError:
        return []
    folder = name.rpartition("/")[0]
    return [f"{folder}/{found.decode()}" for found in IMPORT.findall(content)]
