"""Keeps the memory of the server's processes, which holds answers for a moment, from files and other programs."""

from __future__ import annotations

import ctypes
import resource
import sys

PR_SET_DUMPABLE = 4
READABLE = "Other programs of the same user can read the memory of this server: only Linux can forbid that."


def forbid_reading_memory() -> bool:
    """Forbid core dumps of this process and of its children, and reading or tracing by the same user.

    A new program (`exec`) is readable again and has to call this itself; a forked process need not. Return whether
    reading is forbidden too: that needs Linux, and nothing keeps root out.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # A core pattern that starts a program is not bound by the limit, but by this.
    return sys.platform == "linux" and bool(ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0)
