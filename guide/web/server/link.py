"""The link between the page maker and one worker: small messages, each a JSON object, over a Unix socket pair.

A pair is made for each worker's place before anything is forked, and stays when the process at either end dies, so
that its successor goes on. Whole messages arrive or none (SEQPACKET). From a worker: `hello` (tell me all you have),
`want` (a page), `failed` (the name of a page that raised). From the maker: `area` (with the file descriptor of the
memory that the pages lie in), `page`, `cannot` (this page is not to be kept), `ready` and `failed`.
"""

from __future__ import annotations

import json
import socket
from typing import Any

LARGEST = 64 * 1024
Message = dict[str, Any]


class Link:
    """One end of the pair. Never blocks."""

    def __init__(self, end: socket.socket) -> None:
        end.setblocking(False)
        self.socket = end

    def fileno(self) -> int:
        return self.socket.fileno()

    def send(self, message: Message, descriptor: int | None = None) -> bool:
        """Whether it was sent: the other end may be dead, and its buffer full."""
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
        """The next message and the file descriptor that came with it, or None when there is none."""
        try:
            data, descriptors, _, _ = socket.recv_fds(self.socket, LARGEST, 1)
        except OSError:
            return None
        if not data:
            return None
        return json.loads(data), descriptors[0] if descriptors else None


def pair() -> tuple[Link, Link]:
    """The maker's end and the worker's end."""
    makers, workers = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    return Link(makers), Link(workers)
