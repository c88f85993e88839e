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
    """Return whether the page maker, which packs pages in brotli at last, has nothing more to do."""
    return asleep(served.page_maker())


def asleep(process):
    """Return whether a process waits for two seconds, and not for a core."""
    for _ in range(20):
        if Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "S":
            return False
        time.sleep(0.1)
    return True
