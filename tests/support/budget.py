"""What a visitor waits for: the bytes of pages and of what they load, over the wire, with the headers of responses.

HTTP/1.1, a cold cache, bodies in brotli as ready pages are sent. What TCP and TLS add is not counted.

    python -m support.budget    # print the table of tests/web/test_budgets.py
"""

from __future__ import annotations

import html
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import brotli

from support.requests_of_site import Answer, Ask, Fetch

QUALITY = 11
STEP = 20  # bytes: how finely a stream is cut
STATUS_LINE = "HTTP/1.1 200 OK\r\n"
# What the server adds to the headers of the application.
ADDED = {"date": "Tue, 01 Dec 2026 00:00:00 GMT"}
SMALL = 500  # shorter bodies are sent as they are
TAG = re.compile(r"<(link|script)\b([^>]*)>")
ATTRIBUTE = re.compile(r'([a-z-]+)(?:="([^"]*)")?')
IMPORTED = re.compile(r'\b(?:from|import) ?"(/static/[^"]+)"')


@dataclass(frozen=True)
class Loaded:
    """A response as it arrives."""

    path: str
    given: Answer

    @cached_property
    def body(self) -> bytes:
        """The body as it is sent: compressed if it is text and not short."""
        texts = self.given.kind.startswith("text/") or self.given.kind in ("image/svg+xml", "application/json")
        packed = texts and len(self.given.body) >= SMALL
        return brotli.compress(self.given.body, quality=QUALITY) if packed else self.given.body

    @cached_property
    def head(self) -> int:
        """The bytes of the status line and the headers."""
        packed = {"content-encoding": "br"} if self.body != self.given.body else {}
        headers = self.given.headers | ADDED | packed | {"content-length": str(len(self.body))}
        return len(STATUS_LINE) + sum(len(f"{name}: {value}\r\n") for name, value in headers.items()) + 2

    @property
    def bytes(self) -> int:
        return self.head + len(self.body)


@dataclass(frozen=True)
class View:
    """A page and what a browser with script loads for it until `load`, each once."""

    page: Loaded
    styles: list[Loaded]  # block the first paint
    others: list[Loaded]  # scripts with their imports, the icon, and the sheet for paper, large type and low screens

    @property
    def blocking(self) -> int:
        return self.page.bytes + sum(each.bytes for each in self.styles)

    @property
    def scripted(self) -> int:
        """The page, its style and its scripts."""
        return self.blocking + sum(each.bytes for each in self.others if each.path.endswith("js"))

    @property
    def all(self) -> int:
        return self.blocking + sum(each.bytes for each in self.others)

    @property
    def scripts(self) -> list[str]:
        return [each.path for each in self.others if each.path.endswith("js")]

    def named(self, name: str) -> list[str]:
        """Return the path of the module with this name, if this page loads it."""
        return [path for path in self.scripts if name_of(path) == name]

    def until(self, words: str) -> int:
        """Return how many bytes have arrived when the page shows these words of its HTML: its style comes first.

        Raises LookupError if the page has no such words.
        """
        stream, shown = brotli.Decompressor(), b""
        for at in range(0, len(self.page.body), STEP):
            shown += stream.process(self.page.body[at : at + STEP])
            if words.encode() in shown:
                return self.blocking - len(self.page.body) + at + STEP
        raise LookupError(words)

    def told(self) -> str:
        """One line for each response: its address, the bytes of its headers and of its body."""
        return "\n".join(
            f"{each.path:44}{each.head:6}{len(each.body):7}" for each in [self.page, *self.styles, *self.others]
        )


# The sheet that the page of today names for results.
FOR_RESULTS = re.compile(r'href="(/static/css/for-[^"]+)"')
WITH_LAZY = ("every-page", "walk")  # the modules that load others when these are used or idle
LAZY = re.compile(r'\bimport\("(/static/[^"]+)"\)')


class Wire:
    """Views of a site; each response is fetched and packed once."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._known: dict[str, Loaded] = {}

    def get(self, path: str) -> Loaded:
        """Return the response to a GET request. Raises LookupError if there is none."""
        if path not in self._known:
            given = self._fetch(Ask(path))
            if given.status != 200:
                raise LookupError(f"{path}: {given.status}")
            self._known[path] = Loaded(path, given)
        return self._known[path]

    def view(self, path: str) -> View:
        """Return the page at `path` with what it loads."""
        page = self.get(path)
        styles, others = [], []
        for name, attributes in tags(page.given.text):
            loads = attributes.get("src" if name == "script" else "href")
            if loads and name == "link" and attributes["rel"] == "stylesheet":
                (others if "media" in attributes else styles).append(loads)
            elif loads and (name == "script" or attributes["rel"] in ("modulepreload", "icon", "preload")):
                others.append(loads)
        return View(page, [self.get(each) for each in styles], list(self._with_imports(others)))

    def modules(self, paths: Iterable[str], beside: Iterable[str]) -> dict[str, int]:
        """Return the bytes of modules and of all that they import at once, by path, without what is there already."""
        there = set(beside)
        return {each.path: each.bytes for each in self._with_imports(list(paths)) if each.path not in there}

    def on_device(self, view: View) -> dict[str, int]:
        """Return the bytes of what the questions load for results, but for the explanations: modules and a sheet."""
        (sheet,) = set(FOR_RESULTS.findall(self.get(f"{view.page.path}/today.html").given.text))
        results = [each for each in self._lazy(view, "walk") if name_of(each) == "results"]
        return self.modules(results, view.scripts) | {sheet: self.get(sheet).bytes}

    def lazy(self, view: View) -> dict[str, int]:
        """Return the bytes of each module that scripts of a view load when it is used or idle, by its name."""
        results = self.on_device(view) if view.named("walk") else {}
        later = [each for name in WITH_LAZY if view.named(name) for each in self._lazy(view, name)]
        found = {each: self.modules([each], [*view.scripts, *results]) for each in later if each not in results}
        return {name_of(path): sum(weights.values()) for path, weights in found.items()}

    def _lazy(self, view: View, name: str) -> list[str]:
        return LAZY.findall(self.get(view.named(name)[0]).given.text)

    def _with_imports(self, paths: list[str]) -> Iterator[Loaded]:
        queue = list(dict.fromkeys(paths))
        for path in queue:
            loaded = self.get(path)
            yield loaded
            queue += [each for each in IMPORTED.findall(loaded.given.text) if each not in queue]


def name_of(path: str) -> str:
    """Return the name of a module: `form` for `/static/js/form.43a04c8.mjs`."""
    return path.split("/")[-1].split(".")[0]


def tags(page: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each link and script of a page, with its attributes."""
    for found in TAG.finditer(page):
        yield found[1], {name: html.unescape(value or "") for name, value in ATTRIBUTE.findall(found[2])}


def main() -> None:
    """Print the table."""
    from support.addresses import languages
    from support.sample_site import sample_site

    with tempfile.TemporaryDirectory() as folder:
        fetch = sample_site(Path(folder))
        wire = Wire(fetch)
        print(f"{'page':24}{'page':>8}{'style':>8}{'blocking':>10}{'script':>8}{'all':>8}")
        for name in ("", "questions", "held", "officers", "papers", "plan", "help", "present", "handout"):
            for code in languages(fetch):
                _row(wire.view(f"/{code}/{name}"))


def _row(view: View) -> None:
    style = view.blocking - view.page.bytes
    print(f"{view.page.path:24}{view.page.bytes:8}{style:8}{view.blocking:10}{view.scripted:8}{view.all:8}")
    if view.page.path.startswith("/en/"):
        print(view.told())


if __name__ == "__main__":
    main()
