"""Writes content/accessibility.yaml, the one file with the figures of the page on accessibility.

A test run notes what it saw only when it is asked to (`make accessibility-figures`, `make judge`, `make test-engines`):
a tree stays clean after `make test`. The file names the templates by a hash of their bytes, not by a time: a checkout
has no times.
"""

import hashlib

from guide.config import CHECKOUT
from guide.loader.audit import audit
from guide.loader.files import ContentFiles

FILE = CHECKOUT / "content" / "accessibility.yaml"
TEMPLATES = CHECKOUT / "guide" / "web" / "templates"
HEAD = """\
# What programs found when they looked for barriers: the figures of the page on accessibility.
# Written by `make accessibility-figures` (axe), `make judge` (other programs), `make test-engines` (browsers); not by
# hand.
"""
# The lists of the file, and the keys of an entry of each; the first key names the entry.
LISTS = {
    "runs": ("tool", "version", "engine", "date", "pages", "found", "templates"),
    "engines": ("name", "version", "date", "tasks", "passed", "templates"),
}
SHOWN = 16  # hexadecimal digits


class Notes:
    """What the tests of one run saw with one tool; nothing, unless `day` was set by the option `--figures`."""

    def __init__(self):
        self.day = ""
        self.tool = self.version = self.engine = ""
        self.pages, self.found = set(), 0

    def saw(self, page, tool, version, found):
        """Note that a tool looked at the page that is open, and how many problems it named."""
        if self.day:
            browser = page.context.browser
            self.tool, self.version = tool, page.evaluate(version)
            self.engine = f"{browser.browser_type.name.capitalize()} {browser.version.partition('.')[0]}"
            self.pages.add(page.url)
            self.found += len(found)

    def write(self):
        """Put the run into the file, if there was one."""
        if self.pages:
            tool = {"tool": self.tool, "version": self.version, "engine": self.engine}
            put([{**tool, "date": self.day, "pages": len(self.pages), "found": self.found}])


NOTES = Notes()


def fingerprint(folder=TEMPLATES):
    """Return a hash of the names and the bytes of all templates."""
    hashed = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        hashed.update(f"{path.relative_to(folder)} {path.stat().st_size}\n".encode() + path.read_bytes())
    return hashed.hexdigest()[:SHOWN]


def put(entries, file=FILE, *, under="runs"):
    """Write entries into a list of the file, each in place of an earlier one of its name, with the templates of now."""
    known = audit(ContentFiles(file.parent))
    lists = {
        name: {getattr(one, keys[0]): {key: getattr(one, key) for key in keys} for one in getattr(known, name)}
        for name, keys in LISTS.items()
    }
    lists[under] |= {entry[LISTS[under][0]]: {**entry, "templates": fingerprint()} for entry in entries}
    lines = []
    for name, found in lists.items():
        lines += [f"{name}:", *(f"  - {{{_words(entry, LISTS[name])}}}" for entry in found.values())] if found else []
    file.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")


def _words(entry, keys):
    return ", ".join(f"{key}: {_value(entry[key])}" for key in keys)


def _value(value):
    return value if isinstance(value, int) else f'"{value}"'
