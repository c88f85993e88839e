"""Compiles the templates in a process of its own, on another core, while this one reads the content."""

from __future__ import annotations

import marshal
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from flask import Flask
from jinja2.bccache import Bucket, BytecodeCache

from guide.web.load_all import load_all
from guide.web.server.processes import fork


class Compiled(BytecodeCache):
    """Compiled templates, by name and source: what is missing or has changed since is compiled when it is loaded."""

    def __init__(self, codes: dict[tuple[str, str], bytes]) -> None:
        self.codes = codes

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self.codes.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.codes[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


@contextmanager
def compiling(bare: Callable[[], Flask]) -> Iterator[Callable[[Flask], None]]:
    """Start to compile the templates of a bare app; yield what loads all of them into an app with the same settings.

    If the other process fails, the templates are compiled here, where their errors are raised.
    """
    read, write = os.pipe()
    child = fork(lambda: _send(bare, write))
    os.close(write)
    try:
        with os.fdopen(read, "rb") as pipe:
            yield lambda app: _load(app, pipe.read())
    finally:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _send(bare: Callable[[], Flask], write: int) -> None:
    with suppress(Exception), os.fdopen(write, "wb") as pipe:  # this process has no message of its own
        app, compiled = bare(), Compiled({})
        app.jinja_env.bytecode_cache = compiled
        load_all(app)
        pipe.write(marshal.dumps(compiled.codes))


def _load(app: Flask, sent: bytes) -> None:
    app.jinja_env.bytecode_cache = Compiled(marshal.loads(sent) if sent else {})
    load_all(app)
    app.jinja_env.bytecode_cache = None
