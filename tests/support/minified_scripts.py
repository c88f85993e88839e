"""Writes static/minified: each script as terser makes it, with the names of its variables shortened.

The files are committed, so that a server needs no Node. A script that was changed since is sent without its comments
and spaces only, and tests/web/test_sent_scripts.py fails until this has run again.

    python -m support.minified_scripts    # make minified-scripts
"""

import json

from guide.config import CHECKOUT
from guide.web.assets import MINIFIED, made_from
from guide.web.joined_scripts import with_groups
from support.node_tools import run_node

STATIC = CHECKOUT / "static"
FOLDER = STATIC / MINIFIED
CAME_MINIFIED = ("js/lean-qr.mjs",)
TOOL = CHECKOUT / ".ci" / "node" / "minify.mjs"


def sources():
    """Return the scripts to minify as they stand before, by the names of their files: those of groups are joined.

    Not `embed.js`, whose text the program fills in (guide/web/views/oembed.py), and not what came minified.
    """
    files = {path.relative_to(STATIC).as_posix(): path.read_bytes() for path in sorted(STATIC.glob("js/*.mjs"))}
    return {name.rpartition("/")[2]: body for name, body in with_groups(files).items() if name not in CAME_MINIFIED}


def expected():
    """Return what the files in static/minified must hold, by their names."""
    written = sources()
    texts = {name: body.decode() for name, body in written.items()}
    done = run_node(TOOL, input=json.dumps(texts))
    assert done.returncode == 0, done.stderr
    return {name: made_from(written[name]) + b"\n" + short.encode() for name, short in json.loads(done.stdout).items()}


def write():
    """Write the files anew, and remove those of scripts that are gone."""
    FOLDER.mkdir(exist_ok=True)
    files = expected()
    for path in FOLDER.iterdir():
        if path.name not in files:
            path.unlink()
    for name, body in files.items():
        (FOLDER / name).write_bytes(body)


if __name__ == "__main__":
    write()
