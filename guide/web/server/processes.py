"""Shared code of the server processes: signals, child processes, and stopping in time."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterable

PR_SET_PDEATHSIG = 1
STOPS = (signal.SIGINT, signal.SIGTERM)
HANDLED = {*STOPS, signal.SIGHUP, signal.SIGCHLD}
# A stop takes at most 10 seconds: workers have 7 to finish their responses, the generation 8, the supervisor 9.
WORKER_DRAINS, GENERATION_STOPS, SUPERVISOR_STOPS = 7.0, 8.0, 9.0


def allow_connections(most: int = 65_536) -> None:
    """Raise the limit of open files as far as allowed: each connection needs one."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))


def log_line(line: str) -> None:
    """Write one line to standard error; a closed terminal must not end the server."""
    with contextlib.suppress(OSError):
        print(line, file=sys.stderr, flush=True)


def die_with_parent(parent: int) -> None:
    """Ask the kernel for SIGTERM when the parent process ends (Linux only; no effect elsewhere)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # the parent ended before the call
            os.kill(os.getpid(), signal.SIGTERM)


def hold_signals() -> None:
    """Block the handled signals: they wait for `next_signal`, so no handler interrupts other code."""
    signal.pthread_sigmask(signal.SIG_SETMASK, HANDLED)


def next_signal(seconds: float) -> int | None:
    """Return the next signal, or None if none arrives within that many seconds."""
    arrived = signal.sigtimedwait(HANDLED, max(seconds, 0))
    return arrived.si_signo if arrived else None


def fork(run: Callable[[], None]) -> int:
    """Fork a child process that calls `run`, and exits with 0, or with 1 after an exception. Return its id."""
    parent = os.getpid()
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        die_with_parent(parent)
        run()
        status = 0
    except BaseException as error:  # its message may contain data of a visitor, so only its type is logged
        log_line(f"A process of the server ended with {type(error).__name__}.")
    finally:
        os._exit(status)


def ended_children() -> list[tuple[int, int]]:
    """Return the id and exit status of each child that has ended; a negative status is the signal that ended it."""
    found: list[tuple[int, int]] = []
    while True:
        try:
            child, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return found
        if not child:
            return found
        found.append((child, os.waitstatus_to_exitcode(status)))


def stop_children(children: Iterable[int], seconds: float) -> None:
    """Ask each child to stop, wait for all of them, and kill those left after that many seconds."""
    left = set(children)
    _signal(left, signal.SIGTERM)
    deadline = time.monotonic() + seconds
    while left and time.monotonic() < deadline:
        next_signal(min(0.2, deadline - time.monotonic()))
        left -= {child for child, _ in ended_children()}
    _signal(left, signal.SIGKILL)
    for child in left:
        with contextlib.suppress(ChildProcessError):
            os.waitpid(child, 0)


def _signal(children: Iterable[int], number: int) -> None:
    for child in children:
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, number)
