"""How often a word stands in the memory of a process, which only root can read."""

import re
from pathlib import Path

# The HTTP server, in Rust, keeps what came over the line as it came, in buffers of whole pages of memory: the head of a
# request and its body, or the body from the beginning of a page. An object of Python has a header of numbers before it.
PAGE, AROUND = 4096, 600


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
                is_buffer = in_buffer(held, found.start())
                buffers += is_buffer
                python += not is_buffer
    return python, buffers


def in_buffer(held, at):
    """Return whether a place in a part of the memory is within a request as it came over the line."""
    since_page = held[at - at % PAGE : at]
    return b"\r\n" in held[max(0, at - AROUND) : at + AROUND] or b"\0" not in since_page
