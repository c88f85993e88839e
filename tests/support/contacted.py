"""A root folder with the real content, whose people can be reached."""

import shutil

from guide.config import CHECKOUT

MAIL, PHONE = "guide@example.org", "+12025550100"
NONE = "contact: none\n"


def with_contact(root, contact):
    """Copy the real content into the folder `root`, with this `contact:`; return the folder."""
    for name in ("translations", "static"):
        (root / name).symlink_to(CHECKOUT / name)
    shutil.copytree(CHECKOUT / "content", root / "content")
    site = root / "content" / "site.yaml"
    text = site.read_text("utf-8")
    assert NONE in text
    site.write_text(text.replace(NONE, f'contact: "{contact}"\n'), "utf-8")
    return root
