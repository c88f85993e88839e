"""Writes content/accessibility.yaml, the one file with the figures of the page on accessibility.

A test run notes what it saw only when it is asked to (`make accessibility-figures`, `make judge`): a tree stays clean
after `make test`. The file names the templates by a hash of their bytes, not by a time: a checkout has no times.
"""

import hashlib

from guide.config import CHECKOUT
from guide.loader.audit import audit
from guide.loader.files import ContentFiles

FILE = CHECKOUT / "content" / "accessibility.yaml"
TEMPLATES = CHECKOUT / "guide" / "web" / "templates"
HEAD = """\
# What programs found when they looked for barriers: the figures of the page on accessibility.
# Written by `make accessibility-figures` (axe) and `make judge` (the others), not by hand.
"""
KEYS = ("tool", "version", "engine", "date", "pages", "found", "templates")
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


def put(runs, file=FILE):
    """Write runs into the file, each in place of the earlier one of the same tool, with the templates as they are."""
    known = {run.tool: {key: getattr(run, key) for key in KEYS} for run in audit(ContentFiles(file.parent)).runs}
    known |= {run["tool"]: {**run, "templates": fingerprint()} for run in runs}
    lines = [f"  - {{{', '.join(f'{key}: {_value(run[key])}' for key in KEYS)}}}" for run in known.values()]
    file.write_text("\n".join([f"{HEAD}runs:", *lines]) + "\n", "utf-8")


def _value(value):
    return value if isinstance(value, int) else f'"{value}"'
