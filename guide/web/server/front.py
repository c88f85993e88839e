"""The front, an RSGI application that receives every request, and that slow clients cannot block.

Cached pages are served from memory. Any other request is read completely (a body within 10 seconds and 16 KB) before
it is passed to the WSGI app, in the one thread of this worker. A request that would wait longer than 5 seconds for
the thread, or 15 for a page, gets a prebuilt 503 page. No data of visitors is stored or logged.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

from guide.web.failures import RawResponse
from guide.web.headers import is_onion
from guide.web.server.body import TooLarge, read_body
from guide.web.server.link import Link, Message
from guide.web.server.site import Site
from guide.web.server.store import Reading, Ready, matches
from guide.web.server.tally import Tally
from guide.web.server.wiping import Wiping
from guide.web.server.wsgi import Answer, Request, call
from guide.web.views.health import health, readiness

READS_WITHIN = 10.0  # seconds for a complete body
WAITS_FOR_THREAD = 5.0  # seconds
# Waiting for the page maker only occupies a connection, and the page is then cached for later requests.
WAITS_FOR_PAGE = 15.0
LONGEST_ADDRESS = 2048  # characters of path and query
LONGEST_HEADERS, MOST_HEADERS = 16_384, 64
WITHOUT_BODY = ("GET", "HEAD", "OPTIONS")


class Front:
    """The RSGI application. `link` connects to the page maker; `loop` is the event loop of this worker.

    `tally` counts failures, for `/readyz`.
    """

    def __init__(self, site: Site, link: Link, loop: asyncio.AbstractEventLoop, tally: Tally) -> None:
        self.site, self.link, self.loop, self.tally = site, link, loop, tally
        self.stopping = asyncio.Event()
        self._stopped = loop.create_task(self.stopping.wait())
        self.ready: dict[str, Ready] = {}
        self.never: set[str] = set()
        self.wanted: dict[str, asyncio.Future[None]] = {}
        self.state: Message = {"ready": False, "failed": []}
        self._area: Reading | None = None
        self._thread, self._free = ThreadPoolExecutor(1), asyncio.Lock()
        self._wiping = Wiping(loop, self._thread, self._free)

    # Messages of the page maker

    def hello(self) -> None:
        self.link.send({"hello": True})

    def heard(self) -> None:
        """Process all pending messages of the page maker."""
        while received := self.link.receive():
            message, descriptor = received
            if descriptor is not None:
                self._area = Reading.of(descriptor)
            elif "page" in message and self._area is not None:
                self.ready[message["page"]] = Ready.of(self._area, message)
                self._arrived(message["page"])
            elif "cannot" in message:
                self.never.add(message["cannot"])
                self._arrived(message["cannot"])
            elif "ready" in message:
                self.state = message

    def _arrived(self, path: str) -> None:
        waiting = self.wanted.pop(path, None)
        if waiting and not waiting.done():
            waiting.set_result(None)

    # Requests of visitors

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        """Answer a request. What is ready comes first, with as few calls into the server as possible."""
        page = self.ready.get(path := scope.path)
        if page and scope.method == "GET" and not scope.query_string and not self.site.onion:
            asked = scope.headers.get
            if not (tag := asked("if-none-match")) or not matches(tag, page.etag):
                protocol.response_bytes(200, *page.answer(asked("accept-encoding")))
                return
        await self._other(scope, protocol, path)

    async def _other(self, scope: Any, protocol: Any, path: str) -> None:
        """Handle a request that is no plain GET of a page that is ready."""
        if scope.proto != "http":
            protocol.close(404)
            return
        if scope.method in ("GET", "HEAD") and not scope.query_string:
            if page := self.ready.get(path):
                self._send_ready(scope, protocol, page)
                return
            if response := self._health_response(path):
                self._write(scope, protocol, *response)
                return
        if refused := self._refused(scope):
            self._send(scope, protocol, *self.site.failures.answer(refused, path))
            return
        with suppress(ConnectionError):
            await self._slow(scope, protocol)

    async def _slow(self, scope: Any, protocol: Any) -> None:
        """Handle a request that needs the page maker or the thread."""
        path, known = scope.path, scope.path in self.site.known
        if scope.method in ("GET", "HEAD") and not scope.query_string and known and path not in self.never:
            if not await self._wait_for(path):
                self._send(scope, protocol, *self.site.failures.answer(503, path))
                return
            if page := self.ready.get(path):
                self._send_ready(scope, protocol, page)
                return
        gone = asyncio.ensure_future(protocol.client_disconnect())
        try:
            answer = await self._from_app(scope, protocol, gone)
        finally:
            gone.cancel()
        if answer:
            self._send(scope, protocol, *answer)

    async def _wait_for(self, path: str) -> bool:
        """Wait for the page maker. Return whether it has rendered this page, or reported that it cannot."""
        if (waiting := self.wanted.get(path)) is None:
            waiting = self.wanted[path] = self.loop.create_future()
            self.link.send({"want": path})
        both: set[asyncio.Future[Any]] = {waiting, self._stopped}
        await asyncio.wait(both, timeout=WAITS_FOR_PAGE, return_when=asyncio.FIRST_COMPLETED)
        if not waiting.done():
            # The maker may have been replaced meanwhile: the next request asks again, and gets all pages.
            self.wanted.pop(path, None)
            self.hello()
        return waiting.done()

    async def _from_app(self, scope: Any, protocol: Any, gone: asyncio.Future[None]) -> RawResponse | None:
        """Return the response of the app, or None if the client disconnected while waiting for the thread."""
        failures, path = self.site.failures, scope.path
        try:
            body = b"" if scope.method in WITHOUT_BODY else await self._body(protocol)
        except TooLarge:
            return failures.answer(413, path)
        except TimeoutError:
            return failures.answer(408, path)
        request = Request(scope.method, path, scope.query_string, scope.headers.items(), body)
        try:
            async with asyncio.timeout(WAITS_FOR_THREAD):
                await self._free.acquire()
        except TimeoutError:
            return failures.answer(503, path)
        try:
            if gone.done():
                return None
            answer = await self.loop.run_in_executor(self._thread, self._call, request)
        finally:
            self._free.release()
            if body:
                self._wiping.soon()
        if failures.names:
            self._send_failures()
        return answer.status, [(name.lower(), value) for name, value in answer.headers], answer.body

    def _call(self, request: Request) -> Answer:
        try:
            return call(self.site.app, request)
        except Exception:  # the app handles its own exceptions; this is for the others
            status, headers, body = self.site.failures.answer(500, request.path)
            return Answer(status, headers, body)

    async def _body(self, protocol: Any) -> bytes:
        """Return the complete body; while the server is stopping, wait only briefly."""
        reading = asyncio.ensure_future(read_body(protocol))
        stopping = asyncio.ensure_future(self._soon_after_stop())
        try:
            await asyncio.wait({reading, stopping}, timeout=READS_WITHIN, return_when=asyncio.FIRST_COMPLETED)
            if not reading.done():
                raise TimeoutError
            return reading.result()
        finally:
            reading.cancel()
            stopping.cancel()

    async def _soon_after_stop(self) -> None:
        await self.stopping.wait()
        await asyncio.sleep(1)

    def _send_failures(self) -> None:
        for name in list(self.site.failures.names):
            if self.link.send({"failed": name}):
                del self.site.failures.names[name]

    # Responses

    def _health_response(self, path: str) -> RawResponse | None:
        """Return the response of a health check, or None for other paths."""
        if path == "/healthz":
            return health(self.site.failures, self.site.fingerprint)
        if path == "/readyz":
            counts = self.tally.totals() if self.tally.told else {}
            return readiness(self.site.failures, bool(self.state["ready"]), self.state["failed"], counts)
        return None

    def _refused(self, scope: Any) -> int | None:
        """Return the error status for a request line or headers that are too large, or None."""
        if len(scope.path) + len(scope.query_string) > LONGEST_ADDRESS:
            return 414
        headers = scope.headers.items()
        if len(headers) > MOST_HEADERS or sum(len(name) + len(value) for name, value in headers) > LONGEST_HEADERS:
            return 400
        return None

    def _send_ready(self, scope: Any, protocol: Any, page: Ready) -> None:
        headers = scope.headers
        if matches(headers.get("if-none-match"), page.etag):
            protocol.response_empty(304, page.not_modified())
            return
        self._send(scope, protocol, 200, *page.answer(headers.get("accept-encoding")))

    def _send(self, scope: Any, protocol: Any, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.tally.note(status)
        self._write(scope, protocol, status, headers, body)

    def _write(self, scope: Any, protocol: Any, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        if self.site.onion and is_onion(scope.headers.get("host") or ""):  # what is ready is the same for both names
            headers = [(name, value) for name, value in headers if name != "onion-location"]
        if scope.method == "HEAD":
            if not any(name == "content-length" for name, _ in headers):
                headers = [*headers, ("content-length", str(len(body)))]
            protocol.response_empty(status, headers)
        elif body:
            protocol.response_bytes(status, headers, body)
        else:
            protocol.response_empty(status, headers)
