"""Run every part, or only one: `make bench ONLY=server`. Prints its tables and writes them into README.md."""

import argparse
import importlib
import os
import platform
import signal
import subprocess
import sys
from importlib.metadata import version

from bench.tables import put

PARTS = ("server", "growth", "device", "peers")
NOISE = 0.5  # more load than this at the start is not ours


def main():
    """The command line."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the servers are ended too
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=PARTS)
    parser.add_argument("--day", required=True, help="the day that the tables name")
    given = parser.parse_args()
    for part in [given.only] if given.only else PARTS:
        before = circumstances(given.day)
        text = f"{before}\n\n{importlib.import_module(f'bench.{part}').measure()}"
        print(f"\n## {part}\n\n{text}", flush=True)
        put(part, text)


def circumstances(day):
    """Return the line about day, machine and versions. It says when other programs used the processor too."""
    load = os.getloadavg()[0]
    said = [
        day,
        f"{len(os.sched_getaffinity(0))} cores",
        f"Python {platform.python_version()}",
        *(f"{name} {version(name)}" for name in ("granian", "Flask", "brotli")),
        _first_line("nginx", "-v"),
        _first_line("wrk", "-v"),
        _first_line("chromium", "--version"),
    ]
    busy = f" **Other programs used the processor too (load {load:.1f} before the start).**" if load > NOISE else ""
    return ", ".join(each for each in said if each) + "." + busy


def _first_line(*command):
    """Return the first words that a program says about its version, or nothing if it is not here."""
    try:
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    lines = (ended.stdout or ended.stderr).splitlines()
    return " ".join(lines[0].replace("nginx version: ", "").split()[:2]) if lines else ""


main()
