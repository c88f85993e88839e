"""The sample contents: a minimal valid one, and overlays with one problem each."""

import shutil
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples"


def overlay(sample, folder):
    """Copy the valid sample into a folder, with an invalid sample over it. Return the content folder."""
    shutil.copytree(SAMPLES / "valid" / "content", folder / "content")
    if sample:
        shutil.copytree(sample / "content", folder / "content", dirs_exist_ok=True)
    return folder / "content"
