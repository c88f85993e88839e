"""Renders the whole site as files for any host.

The application renders each page, as the server does; only addresses change (relative.py). The export begins with all
pages that are known, and follows each address in them: so it has every file that is linked, and a dead link ends it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from flask import Flask
from flask.testing import FlaskClient

from guide.config import Settings
from guide.web import every_page
from guide.web.app import create_app
from guide.web.export import relative
from guide.web.pages_table import PAGES, Row
from guide.web.state import state_of
from guide.web.urls import FRAME, PARTNER, plain_path

# What `guide export --with` adds. Frames need headers, which not every host sends.
EXTRAS = ("pairs", "frames", "kits", "pdfs")
# Pages about frames; the style guide is for developers.
FOR_FRAMES, LEFT_OUT = ("clinics",), ("design",)
# What other programs read far from here, with whole addresses; the first also as `/LANG/changes.atom`.
NEED_ADDRESS = ("changes.atom", "sitemap.xml")
DATA = ("/rules.json", "/robots.txt", "/favicon.ico", "/apple-touch-icon.png")


class DeadLink(ValueError):
    """A page links to what the export does not have; the message names both."""


@dataclass(frozen=True)
class File:
    name: str  # relative to the folder, with `/`
    body: bytes
    language: str = ""  # a code or a pair; empty: a file for all languages


def app_for(settings: Settings, extras: Collection[str]) -> Flask:
    """Create the site as it is exported, with these of `EXTRAS`. Raises ContentError."""
    return create_app(replace(settings, exported=frozenset(extras)), list(_rows(extras)))


def _rows(extras: Collection[str]) -> Iterator[Row]:
    for row in PAGES:
        if row.name in LEFT_OUT or (row.name in FOR_FRAMES and "frames" not in extras):
            continue
        yield (
            replace(
                row,
                in_pairs=row.in_pairs and "pairs" in extras,
                in_frames=row.in_frames and "frames" in extras,
                posted="",
            )
            if row.view or not row.posted
            else replace(row, in_pairs=False, in_frames=False)
        )


def parts(app: Flask) -> list[str]:
    """Return the parts that can be exported apart from each other: each language, and `` for what all share."""
    return ["", *state_of(app).library.languages]


def files(app: Flask, part: str) -> Iterator[File]:
    """Yield the files of one part. What several parts link to, such as styles, is yielded by each of them.

    Raises DeadLink.
    """
    return _Walk(app, app.test_client(), part).files()


@dataclass
class _Walk:
    app: Flask
    client: FlaskClient
    part: str

    def __post_init__(self) -> None:
        state = state_of(self.app)
        self.address: str = state.address
        self.linked: dict[str, str] = {}  # path -> the file that links to it
        self.known = set(_everything(self.app))

    def files(self) -> Iterator[File]:
        for path in _begins(self.app, self.part):
            yield from self._page(path)
        done: set[str] = set()
        while todo := [path for path in self.linked if path not in done and path not in self.known]:
            for path in todo:
                done.add(path)
                if "{code}" not in path:
                    yield from self._page(path)

    def _page(self, path: str) -> Iterator[File]:
        answer = self.client.get(path)
        if answer.status_code != 200:
            raise DeadLink(f"{self.linked.get(path, 'the export')} links to {path}, which is not exported")
        name = relative.file_of(path)
        yield self._file(name, path, answer.data, answer.mimetype or "")

    def _file(self, name: str, path: str, body: bytes, kind: str) -> File:
        def found(target: str) -> None:
            self.linked.setdefault(target, name)

        of_language = kind == "text/html" or ("/" in name and name.endswith((".atom", ".pdf")))
        language = _language(path) if of_language else ""
        if kind == "text/html":
            text = relative.whole_addresses(body.decode(), self.address)
            return File(name, relative.html(text, name, found).encode(), language)
        if kind == "text/javascript":
            return File(name, relative.script(body, path, found))
        if kind.endswith("xml") and not name.endswith(".svg"):
            return File(name, relative.whole_addresses(body.decode(), self.address).encode(), language)
        return File(name, body, language)


def _language(path: str) -> str:
    """Return the part of a path that names the language or the pair; empty if there is none."""
    parts = path.strip("/").split("/")
    rest = parts[1:] if parts[0] == FRAME.strip("/") else parts
    return (rest[2:] if rest[0] == PARTNER else rest)[0] if len(rest) != 2 or rest[0] != PARTNER else ""


def _everything(app: Flask) -> Iterator[str]:
    for part in parts(app):
        yield from _begins(app, part)


def _begins(app: Flask, part: str) -> Iterable[str]:
    """Return the paths with which a part begins: all its pages, or what has no language."""
    state = state_of(app)
    exported = state.exported or ()
    if part:
        feed = [plain_path([part], NEED_ADDRESS[0])] if state.address else []
        return [*every_page.pages(app, part, with_pairs="pairs" in exported), *feed]
    choices = [path for path in every_page.shared_pages(app) if path.endswith("/")]
    whole = [f"/{name}" for name in NEED_ADDRESS] if state.address else []
    frames = ["/embed.js"] if "frames" in exported else []
    return [*choices, *DATA, *whole, *frames]
