"""A root folder with the real content and an invented partner."""

import shutil
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
SAMPLE = CHECKOUT / "tests" / "samples" / "partners"
SLUG = "sample-clinic"
OWN = "sample-desk"
NAME = "Sample Clinic & Friends"


def with_partner(root):
    """Copy the real content and an invented partner into the folder `root`; return the folder."""
    for name in ("translations", "static"):
        (root / name).symlink_to(CHECKOUT / name)
    shutil.copytree(CHECKOUT / "content", root / "content")
    shutil.copytree(SAMPLE, root / "content" / "partners", dirs_exist_ok=True)
    return root
