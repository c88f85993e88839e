"""The link between the page maker and one worker: small messages, each a JSON object, over a Unix socket pair.

A pair is created for each worker slot before the fork. It survives the death of a process at either end, and its
successor uses it. Messages are never split (SEQPACKET). From a worker: `hello` (send everything), `want` (a page),
`failed` (the name of a page that raised). From the maker: `area` (with the file descriptor of the memory of the
pages), `page`, `cannot` (this page is not cached), `ready` and `failed`.
"""

from __future__ import annotations

import json
import socket
from typing import Any

LARGEST = 64 * 1024
Message = dict[str, Any]


class Link:
    """One end of the socket pair. It never blocks."""

    def __init__(self, end: socket.socket) -> None:
        end.setblocking(False)
        self.socket = end

    def fileno(self) -> int:
        return self.socket.fileno()

    def send(self, message: Message, descriptor: int | None = None) -> bool:
        """Send a message. Return whether it was sent: the other end may be dead, or its buffer full."""
        data = json.dumps(message).encode()
        try:
            if descriptor is None:
                self.socket.send(data)
            else:
                socket.send_fds(self.socket, [data], [descriptor])
        except OSError:
            return False
        return True

    def receive(self) -> tuple[Message, int | None] | None:
        """Return the next message and its file descriptor, or None if there is none."""
        try:
            data, descriptors, _, _ = socket.recv_fds(self.socket, LARGEST, 1)
        except OSError:
            return None
        if not data:
            return None
        return json.loads(data), descriptors[0] if descriptors else None


def pair() -> tuple[Link, Link]:
    """Return the maker's end and the worker's end."""
    makers, workers = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    return Link(makers), Link(workers)
