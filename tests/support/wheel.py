"""The wheel of this checkout, and what a clean Python environment needs beside it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOCK = ROOT / ".ci" / "requirements.txt"


def build(folder):
    """Build the wheel of this checkout into a folder; return its path."""
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*command, "--wheel-dir", folder, ROOT], check=True, timeout=300, capture_output=True)
    (made,) = folder.glob("know_the_guidelines-*.whl")
    return made


def download(folder):
    """Fetch the locked packages into a folder, with their hashes checked."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--require-hashes", "--dest", folder, "-r", LOCK]
    subprocess.run(command, check=True, timeout=500, capture_output=True)
