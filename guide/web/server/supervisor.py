"""The supervisor, the process that an operator starts: it owns the listening socket and keeps a generation running.

It imports no code of the site, so that no error in content or code can end it. Signals never interrupt other code:
they are blocked, and received one at a time (`processes.next_signal`).
"""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from dataclasses import replace
from typing import NoReturn

from guide.web.server.options import Options
from guide.web.server.processes import (
    STOPS,
    SUPERVISOR_STOPS,
    allow_connections,
    hold_signals,
    log_line,
    next_signal,
)
from guide.web.server.secrecy import READABLE, forbid_reading_memory

BACKLOG = 4096
STARTS_WITHIN = 180.0
LOOKS_EVERY = 2.0
READY = b"ready\n"
# The new interpreter has the same module path as this one.
RUN = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from guide.web.server.{} import main; main()"
BECOME, START = RUN.format("supervisor"), RUN.format("generation")
STOPPED = "The clock is stopped at {}: no page warns of texts that became outdated since. Only for tests and previews."
REFUSED = "The reload failed; the previous content is still served."
RELOADED = "The content was reloaded."
REPLACED = "All workers were replaced, because their parent process had ended."


def replace_this_process(options: Options) -> NoReturn:
    """Replace this process by the supervisor, with the same process id, to drop the imports of the command line.

    Raises OSError if it cannot listen on the address.
    """
    listening = listen(options.host, options.port)
    listening.set_inheritable(True)
    command = [sys.executable, "-c", BECOME, json.dumps(sys.path), options.to_json(), str(listening.fileno())]
    sys.stdout.flush()
    os.execv(sys.executable, command)


def main() -> None:
    """Entry point, called by `replace_this_process`."""
    _, options, listening = sys.argv[1:]
    sys.exit(serve(Options.from_json(options), socket.socket(fileno=int(listening))))


def listen(host: str, port: int) -> socket.socket:
    """Open the socket that all workers share: its queue survives the death of a worker. Raises OSError."""
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError:
        listening.close()
        raise
    listening.listen(BACKLOG)
    listening.setblocking(False)
    return listening


class Generation:
    """A running generation: its process, and the pipe on which it reports that it is ready."""

    def __init__(self, options: Options, listening: socket.socket) -> None:
        read, write = os.pipe()
        passed = (listening.fileno(), write)
        numbers = [str(number) for number in (*passed, os.getpid())]
        command = [sys.executable, "-c", START, json.dumps(sys.path), options.to_json(), *numbers]
        self.process = subprocess.Popen(command, pass_fds=passed)
        os.close(write)
        self.pipe = read

    def became_ready(self, seconds: float) -> bool | None:
        """Return True if it is ready, False if it has ended, None if neither happened within that many seconds."""
        if not select.select([self.pipe], [], [], seconds)[0]:
            return None
        return os.read(self.pipe, len(READY)) == READY

    def stop(self, seconds: float) -> None:
        self.process.terminate()
        try:
            self.process.wait(max(seconds, 0))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def ended(self) -> bool:
        return self.process.poll() is not None


def serve(options: Options, listening: socket.socket) -> int:
    """Serve until a stop signal. Return the exit status: 0, or 1 if it could not start."""
    hold_signals()
    allow_connections()
    if not forbid_reading_memory():
        log_line(READABLE)
    serving = _started(options, listening)
    if serving is None:
        return 1
    if isinstance(serving, int):
        return serving
    where = f"[{options.host}]" if ":" in options.host else options.host
    log_line(f"Know the Guidelines is at http://{where}:{options.port}/ (stop it with Ctrl-C)")
    if options.today:
        log_line(STOPPED.format(options.today))
    log_line(f"The page cache uses at most {options.store_mb} MB of memory, for all processes together.")
    while (number := next_signal(LOOKS_EVERY)) not in STOPS:
        if number == signal.SIGHUP:
            serving = _reloaded(options, listening, serving)
        if isinstance(serving, Generation) and serving.ended():
            serving = _replaced(options, listening)
        if isinstance(serving, int):
            return serving
    serving.stop(SUPERVISOR_STOPS)
    return 0


def _started(options: Options, listening: socket.socket) -> Generation | int | None:
    """Start a generation. Return it, None if it failed, or the exit status after a stop signal."""
    new = Generation(options, listening)
    deadline, ready, again = time.monotonic() + STARTS_WITHIN, None, False
    while ready is None and time.monotonic() < deadline:
        number = next_signal(0)
        if number in STOPS:
            new.stop(SUPERVISOR_STOPS)
            return 0
        again = again or number == signal.SIGHUP
        ready = new.became_ready(0.1)
    if again:  # another SIGHUP arrived during the reload
        os.kill(os.getpid(), signal.SIGHUP)
    if ready:
        return new
    new.stop(0)
    return None


def _reloaded(options: Options, listening: socket.socket, serving: Generation) -> Generation | int:
    """Start another generation. Return it, or the current one if that failed."""
    new = _started(replace(options, warm=True), listening)
    if isinstance(new, int):
        serving.stop(SUPERVISOR_STOPS)
        return new
    if new is None:
        log_line(REFUSED)
        return serving
    log_line(RELOADED)
    serving.stop(SUPERVISOR_STOPS)
    return new


def _replaced(options: Options, listening: socket.socket) -> Generation | int:
    """Replace a generation that ended by itself; retry until one is ready or a stop signal arrives."""
    pause = 0.5
    while True:
        new = _started(options, listening)
        if new is not None:
            if isinstance(new, Generation):
                log_line(REPLACED)
            return new
        if next_signal(pause) in STOPS:
            return 0
        pause = min(pause * 2, 30)
