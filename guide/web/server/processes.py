"""What the processes of the server share: signals, children, and an end that comes in time."""

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
# A stop is over within 10 seconds: workers get 7 to deliver what they are at, the generation 8, the supervisor 9.
WORKER_DRAINS, GENERATION_STOPS, SUPERVISOR_STOPS = 7.0, 8.0, 9.0


def allow_connections(most: int = 65_536) -> None:
    """Raises the limit of open files as far as this process may: each connection needs one."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))


def log_line(line: str) -> None:
    """Writes one line to standard error; a terminal that is gone must not end the server."""
    with contextlib.suppress(OSError):
        print(line, file=sys.stderr, flush=True)


def die_with_parent(parent: int) -> None:
    """Asks the kernel for SIGTERM when the parent process ends in any way (Linux; elsewhere nothing happens)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # it ended before we asked
            os.kill(os.getpid(), signal.SIGTERM)


def hold_signals() -> None:
    """Blocks the signals that we handle: they wait for `next_signal`, so no handler ever interrupts our code."""
    signal.pthread_sigmask(signal.SIG_SETMASK, HANDLED)


def next_signal(seconds: float) -> int | None:
    """The next signal, or None when none came within that many seconds."""
    arrived = signal.sigtimedwait(HANDLED, max(seconds, 0))
    return arrived.si_signo if arrived else None


def fork(run: Callable[[], None]) -> int:
    """A child process that runs this and ends with status 0, or with 1 after an exception; gives its id."""
    parent = os.getpid()
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        die_with_parent(parent)
        run()
        status = 0
    except BaseException as error:  # its text may hold what a visitor sent, so only its kind is told
        log_line(f"A process of the server ended with {type(error).__name__}.")
    finally:
        os._exit(status)


def ended_children() -> list[tuple[int, int]]:
    """The id and exit status of each child that has ended; a negative status is the signal that ended it."""
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
    """Asks each child to stop, waits for all of them, and kills what is left after that many seconds."""
    left = set(children)
    _tell(left, signal.SIGTERM)
    deadline = time.monotonic() + seconds
    while left and time.monotonic() < deadline:
        next_signal(min(0.2, deadline - time.monotonic()))
        left -= {child for child, _ in ended_children()}
    _tell(left, signal.SIGKILL)
    for child in left:
        with contextlib.suppress(ChildProcessError):
            os.waitpid(child, 0)


def _tell(children: Iterable[int], number: int) -> None:
    for child in children:
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, number)
