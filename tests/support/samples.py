"""The sample contents: a tiny valid one, and one fault at a time to be laid over it."""

import shutil
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples"


def overlay(sample, folder):
    """Copies the valid sample into a folder, with a fault laid over it; gives the folder of the content."""
    shutil.copytree(SAMPLES / "valid" / "content", folder / "content")
    if sample:
        shutil.copytree(sample / "content", folder / "content", dirs_exist_ok=True)
    return folder / "content"
