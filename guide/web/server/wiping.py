"""Overwrites what Python freed after a form was answered: freed memory keeps its bytes until something else needs it.

Python never overwrites what it frees. This collects what only cycles hold, then fills the free blocks of each size with
zeros, and frees them again. It does not reach the buffers of the HTTP server (granian) and of the kernel: `make proof`
counts what is left there.
"""

from __future__ import annotations

import asyncio
import ctypes
import gc
import sys
from concurrent.futures import Executor

HEADER = sys.getsizeof(b"")  # bytes of an empty `bytes` object, which stand before its content
# Python's own allocator has blocks up to SMALL bytes, in steps of STEP. Above it is malloc, which keeps freed blocks up
# to KEPT bytes for the thread.
STEP, SMALL, KEPT = 16, 512, 1040
FREE = 2 * 1024 * 1024  # bytes of each size: more than a worker has free of any size but the largest
POOLS = 6 * 1024 * 1024  # pools that became empty are free for any size, so the largest size fills them
BLOCKS_OF_THREAD = 8
M_PERTURB, FILL = -6, 255
WAITS = 4.0  # seconds after a form: several forms are wiped at once


def wipe_what_malloc_frees() -> None:
    """Make malloc overwrite larger blocks when they are freed, in this process, if it is glibc's."""
    if sys.platform == "linux" and hasattr(libc := ctypes.CDLL(None), "mallopt"):
        libc.mallopt(M_PERTURB, FILL)


def wipe_python() -> None:
    """Overwrite the free blocks of Python, and of malloc for this thread. Takes about 40 milliseconds."""
    gc.collect()
    for size in range(HEADER // STEP * STEP + STEP, SMALL, STEP):
        _fill(size, FREE // size)
    _fill(SMALL, POOLS // SMALL)
    wipe_thread()


def wipe_thread() -> None:
    """Overwrite the free blocks that malloc keeps for this thread."""
    for size in range(SMALL + STEP, KEPT, STEP):
        _fill(size, BLOCKS_OF_THREAD)


def _fill(size: int, number: int) -> None:
    """Fill that many blocks of one size with zeros, and free them."""
    # Not `bytes(...)`: that is `calloc`, which takes no block of the thread.
    blocks = [b"\0" * (size - HEADER) for _ in range(number)]
    blocks.clear()


class Wiping:
    """Wipes memory a moment after a form was answered, in the thread of the app, when it is free."""

    def __init__(self, loop: asyncio.AbstractEventLoop, thread: Executor, free: asyncio.Lock) -> None:
        self.loop, self.thread, self.free = loop, thread, free
        self._task: asyncio.Task[None] | None = None

    def soon(self) -> None:
        """Wipe WAITS seconds from now, unless that is planned already."""
        if self._task is None:
            self._task = self.loop.create_task(self._wipe())

    async def _wipe(self) -> None:
        await asyncio.sleep(WAITS)
        self._task = None  # a form that is answered from here on gets a wipe of its own
        wipe_thread()
        async with self.free:
            await self.loop.run_in_executor(self.thread, wipe_python)
