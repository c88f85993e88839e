"""A worker: granian's HTTP server in this process, with the front as its application."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import threading
from typing import Any

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.net import SocketHolder  # type: ignore[attr-defined]
from granian.server.embed import Server

from guide.web.server.front import Front
from guide.web.server.link import Link
from guide.web.server.processes import STOPS, WORKER_DRAINS
from guide.web.server.site import Site
from guide.web.server.supervisor import BACKLOG
from guide.web.server.tally import Tally
from guide.web.server.wiping import wipe_what_malloc_frees

HEADERS_WITHIN = 10_000  # timeout for the request line and the headers, in milliseconds
LARGEST_HEAD = 32_768  # bytes; the HTTP parser rejects more
CONNECTIONS = 8192
SETTLES = 0.5  # seconds between the last accepted connection and the stop


class _OnSocket(Server):
    """granian on an inherited listening socket: all workers accept connections from one queue."""

    def __init__(self, descriptor: int, front: Front) -> None:
        super().__init__(
            front,
            interface=Interfaces.RSGI,
            http=HTTPModes.http1,
            http1_settings=HTTP1Settings(header_read_timeout=HEADERS_WITHIN, max_buffer_size=LARGEST_HEAD),
            backlog=BACKLOG,
            backpressure=CONNECTIONS,
            websockets=False,
            log_enabled=False,
        )
        self._descriptor = descriptor

    def _init_shared_socket(self) -> None:
        self._ssp: Any = None
        self._shd: Any = SocketHolder(self._descriptor, False, BACKLOG)  # type: ignore[call-arg]


def run_worker(site: Site, descriptor: int, link: Link, tally: Tally) -> None:
    """Serve until SIGTERM, then finish the current responses, within a time limit."""
    wipe_what_malloc_frees()
    asyncio.run(_serve(site, descriptor, link, tally))


def accept_no_more(descriptor: int) -> None:
    """Replace the listening socket by one without an address, in this process only.

    granian would accept connections until it stops, and close those without a complete request. With this, new
    connections stay in the queue for the other workers, and accepted ones have time for their response.
    """
    listening = os.fstat(descriptor).st_ino
    with socket.socket(socket.AF_UNIX) as idle:
        idle.setblocking(False)
        idle.bind("")  # an abstract name, chosen by the kernel
        idle.listen(1)
        for name in os.listdir("/proc/self/fd"):
            try:
                same = os.fstat(int(name)).st_ino == listening
            except OSError:  # the descriptor of the directory listing itself
                continue
            if same:
                os.dup2(idle.fileno(), int(name))


async def _serve(site: Site, descriptor: int, link: Link, tally: Tally) -> None:
    loop = asyncio.get_running_loop()
    front = Front(site, link, loop, tally)
    server = _OnSocket(descriptor, front)
    loop.add_reader(link.fileno(), front.heard)

    def stop() -> None:
        # A thread, because the event loop itself may hang.
        late = threading.Timer(WORKER_DRAINS, lambda: signal.raise_signal(signal.SIGKILL))
        late.daemon = True
        late.start()
        for number in STOPS:
            loop.remove_signal_handler(number)
            signal.signal(number, signal.SIG_IGN)
        front.stopping.set()
        accept_no_more(descriptor)
        loop.call_later(SETTLES, server.stop)

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    loop.add_signal_handler(signal.SIGTERM, stop)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    front.hello()
    await server.serve()
