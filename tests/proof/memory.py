"""How often a word stands in the memory of a process, which only root can read."""

import re
from pathlib import Path

# The server in Rust keeps a request as it came: its head, then its body. Python holds them apart.
HEAD_BEFORE = 400


def copies(process, word):
    """Return how many copies of a word a process holds in Python, and how many in the buffers of the HTTP server."""
    python = buffers = 0
    with Path(f"/proc/{process}/maps").open() as maps, Path(f"/proc/{process}/mem").open("rb", 0) as memory:
        for line in maps:
            place, rights, *_ = line.split()
            first, last = (int(each, 16) for each in place.split("-"))
            if "r" not in rights or line.rstrip().endswith(("[vvar]", "[vsyscall]", "[vvar_vclock]")):
                continue
            try:
                memory.seek(first)
                held = memory.read(last - first)
            except OSError:  # a part that is reserved and not there
                continue
            for found in re.finditer(re.escape(word), held):
                is_request = b"\r\n" in held[max(0, found.start() - HEAD_BEFORE) : found.start()]
                buffers += is_request
                python += not is_request
    return python, buffers
