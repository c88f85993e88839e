"""A server behind a proxy that drops, holds or answers each connection, to see what the proxy does."""

import socket
import threading
from contextlib import contextmanager


class Behind:
    """A server behind nginx that drops, holds or answers each connection, in a given order."""

    def __init__(self, *acts):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.acts, self.requests, self.held = acts, [], []

    def run(self):
        for act in self.acts:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            self.requests.append(connection.recv(65_536))
            if act == "hold":
                self.held.append(connection)
                continue
            if act == "answer":
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\ngood")
            connection.close()

    def end(self):
        self.socket.shutdown(socket.SHUT_RDWR)
        for each in (self.socket, *self.held):
            each.close()


@contextmanager
def behind(*acts):
    """Run such a server while the block runs; yield it. The acts are `drop`, `hold` and `answer`, in this order."""
    there = Behind(*acts)
    thread = threading.Thread(target=there.run)
    thread.start()
    try:
        yield there
    finally:
        there.end()
        thread.join(timeout=30)
