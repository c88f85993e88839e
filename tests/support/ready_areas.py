"""What the page maker of a running server holds."""

import os
import time
from pathlib import Path


def ready_areas(served):
    """Return the bytes of every area of ready pages that the page maker holds; none if this is not root."""
    if os.geteuid():
        return []
    folder = Path(f"/proc/{served.page_maker()}/fd")
    areas = [each for each in folder.iterdir() if "memfd:ready-pages" in os.readlink(each)]
    return [area.read_bytes() for area in areas]


def idle(served):
    """Return whether the page maker, which packs pages in brotli at last, adds nothing more."""
    before = ready_areas(served)
    time.sleep(1)
    return ready_areas(served) == before
