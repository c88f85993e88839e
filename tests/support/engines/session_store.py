"""What Firefox has written to the disk about the fields of a page, to open its tabs again after a crash."""

import json
import time
from pathlib import Path

WAITS = 90  # seconds: Firefox writes each two seconds here
MAGIC = b"mozLz40\0"
# A field of our own that Firefox does keep: once it is there, all that it keeps of the page is there.
CONTROL = """Boolean(document.querySelector("main").insertAdjacentHTML("afterbegin", '<input id="control">')) ||
  !document.getElementById("control").focus()"""


def kept(reader):
    """Type into a field of our own, wait until that is on the disk, and return what else of the page is."""
    assert reader.reads(CONTROL)
    reader.engine.press("a")
    give_up = time.monotonic() + WAITS
    file = Path(reader.engine.profile()) / "sessionstore-backups" / "recovery.jsonlz4"
    while True:
        fields = _fields(file, reader.engine.address())
        if "control" in fields:
            return {name: value for name, value in fields.items() if name != "control"}
        assert time.monotonic() < give_up, f"Firefox wrote nothing within {WAITS} seconds"
        time.sleep(0.2)


def _fields(file, address):
    """Return the fields of a page that is open, by their id or their place."""
    try:
        state = json.loads(unpacked(file.read_bytes()))
    except (OSError, ValueError, IndexError):  # not there yet, or just being written
        return {}
    tabs = [tab for window in state["windows"] for tab in window["tabs"]]
    forms = [form for tab in tabs if (form := tab.get("formdata")) and form["url"].startswith(address)]
    return {name: value for form in forms for kind in ("id", "xpath") for name, value in form.get(kind, {}).items()}


def unpacked(packed):
    """Return the bytes of an LZ4 block as Mozilla writes it: a magic word, the size, then literals and repetitions."""
    if not packed.startswith(MAGIC):
        raise ValueError("not a file of Mozilla's LZ4")
    block, found, at = packed[len(MAGIC) + 4 :], bytearray(), 0
    while at < len(block):
        token, at = block[at], at + 1
        size, at = _size(block, at, token >> 4)
        found += block[at : at + size]
        at += size
        if at >= len(block):
            break
        back, at = int.from_bytes(block[at : at + 2], "little"), at + 2
        size, at = _size(block, at, token & 15)
        for _ in range(size + 4):
            found.append(found[-back])
    return bytes(found)


def _size(block, at, size):
    """Return a size, of which the token has the first four bits, and where what follows it begins."""
    more = 255 if size == 15 else 0
    while more == 255:
        more, at = block[at], at + 1
        size += more
    return size, at
