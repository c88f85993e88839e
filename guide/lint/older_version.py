"""The snapshot of an older version of the guide: a git reference, or a folder."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import cast

from guide.lint import snapshot
from guide.loader.content import load
from guide.model.problems import ContentError

LONGEST = 120  # timeout of one subprocess, in seconds
PARTS = ("content", "guide")  # the content, and the code of the same version, which can read it


class CannotRead(Exception):
    """The older version cannot be read; the message says why."""


def taken(old: str, root: Path) -> snapshot.Snapshot:
    """Return the snapshot of `old`, a folder or a git reference in the repository at `root`. Raises CannotRead."""
    if Path(old).is_dir():
        return _of_folder(Path(old), old)
    with tempfile.TemporaryDirectory() as folder:
        _unpack(old, root, Path(folder))
        return _of_folder(Path(folder), old)


def _of_folder(folder: Path, name: str) -> snapshot.Snapshot:
    """Read the content with the current code; if that fails, with the older code in the same folder."""
    content = folder / "content" if (folder / "content").is_dir() else folder
    if not (content / "site.yaml").is_file():
        raise CannotRead(f"`{name}` has no content: site.yaml not found")
    try:
        return snapshot.take(load(content))
    except ContentError as error:
        if not (folder / "guide").is_dir():
            count = len(error.problems)
            raise CannotRead(
                f"the content of `{name}` cannot be read: {count} errors, first {error.problems[0]}"
            ) from None
    return _by_its_own_code(folder, content, name)


def _by_its_own_code(folder: Path, content: Path, name: str) -> snapshot.Snapshot:
    # With -P Python does not import the current modules; PYTHONPATH names the older ones.
    programs = [folder / "guide" / name for name in ("lint/snapshot.py", "snapshot.py")]
    program = next((each for each in programs if each.is_file()), Path(snapshot.__file__).with_name("snapshot_0_1.py"))
    command = [sys.executable, "-P", str(program), str(content.resolve())]
    try:
        done = subprocess.run(
            command,
            env=os.environ | {"PYTHONPATH": str(folder.resolve())},
            capture_output=True,
            text=True,
            check=True,
            timeout=LONGEST,
        )
        return cast(snapshot.Snapshot, json.loads(done.stdout))
    except (subprocess.SubprocessError, ValueError):
        raise CannotRead(f"neither the current code nor its own code can read the content of `{name}`") from None


def _unpack(reference: str, root: Path, folder: Path) -> None:
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    if commit is None:
        raise CannotRead(f"`{reference}` is neither a folder nor a git reference in {root}")
    sha = commit.decode().strip()
    listed = (_git(root, "ls-tree", "--name-only", sha, *PARTS) or b"").decode().split()
    if "content" not in listed:
        raise CannotRead(f"`{reference}` has no content")
    archive = _git(root, "archive", sha, *listed)
    if archive is None:
        raise CannotRead(f"git cannot read the content of `{reference}`")
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, filter="data")


def _git(root: Path, *arguments: str) -> bytes | None:
    """Run git and return its output, or None if it fails or is not installed."""
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, timeout=LONGEST, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
