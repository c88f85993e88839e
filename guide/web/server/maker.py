"""The page maker: one process that renders each static page once for all workers.

It processes its queues one page at a time, so that it never uses more than one core: first pages that a visitor waits
for (monolingual pages before bilingual ones, which take ten times as long), then static files and the pages of each
language that were not requested yet, and last the same in brotli. Pages in two languages are kept in gzip only. Pages
are constant for one content, one configuration and one date (UTC). When the date changes, everything is rendered
again, and the pages of the day before are served until then.
"""

from __future__ import annotations

import datetime as dt
import gzip
import os
import select
import signal
from collections.abc import Callable, Sequence
from typing import Any

from guide.web.assets import squeeze
from guide.web.server.known import Known
from guide.web.server.link import Link, Message
from guide.web.server.packing import Packing
from guide.web.server.store import ServiceArea
from guide.web.server.wsgi import Answer, Request, call, empty_form

NICE = 2  # workers have priority
IDLE = 1.0  # seconds between two checks of the date
# Compressing less saves no packet, and pictures and recordings are compressed already.
SMALL = 500
TEXT = ("text/", "application/json", "application/xml", "application/atom+xml", "image/svg+xml")
FOR_PAIRS = 4  # brotli leaves a quarter of the area free, for pages in two languages


class Maker:
    """The page maker. `today` returns the date in UTC; `size` is the limit for the pages of one date, in bytes.

    Without `prepare` only the first pages are rendered before somebody requests them, and nothing is packed in brotli.
    """

    def __init__(
        self,
        app: Callable[..., Any],
        known: Known,
        today: Callable[[], dt.date],
        links: Sequence[Link],
        size: int,
        *,
        prepare: bool = True,
    ) -> None:
        self.app, self.known, self.today, self.links, self.size = app, known, today, links, size
        self.day = today()
        self.area = ServiceArea(size)
        self.made: dict[str, Message] = {}
        self.asked: dict[str, None] = {}
        self.ahead = (*known.assets, *known.singles) if prepare else ()
        self.prepare = prepare
        self.to_make = dict.fromkeys((*known.first, *known.results, *self.ahead))
        self.to_pack = Packing(lambda path: gzip.decompress(self.area.read(*self.made[path]["kept"]["gzip"])))
        self.first: set[str] = {*known.first, *known.results}
        self.failed: dict[str, None] = {}

    def run(self) -> None:
        """Render pages until SIGTERM."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
        os.nice(NICE)
        self._send_area()
        while True:
            self._listen(0 if self.asked or self.to_make or self.to_pack else IDLE)
            self._turn_day()
            self._one_step()

    def _listen(self, seconds: float) -> None:
        for link in select.select(self.links, [], [], seconds)[0]:
            while received := link.receive():
                self._heard(link, received[0])

    def _heard(self, link: Link, message: Message) -> None:
        if "hello" in message:
            self._send_everything(link)
        elif (path := str(message.get("want", ""))) in self.made:
            link.send(self.made[path])
        elif path in self.known:
            self.asked[path] = None
        elif name := message.get("failed"):
            self._note_failure(name)

    def _send_everything(self, link: Link) -> None:
        """Send everything to a new worker. If its buffer is full, it asks again."""
        link.send({"area": self.day.isoformat()}, self.area.descriptor)
        for message in [*self.made.values(), self._state()]:
            if not link.send(message):
                select.select([], [link], [], 0.5)
                link.send(message)

    def _send_area(self) -> None:
        for link in self.links:
            link.send({"area": self.day.isoformat()}, self.area.descriptor)

    def _send(self, message: Message) -> None:
        for link in self.links:
            link.send(message)

    def _turn_day(self) -> None:
        """Start a new date: render everything again, into a new area of memory."""
        if (today := self.today()) == self.day:
            return
        self.day = today
        self.area.close()
        self.area = ServiceArea(self.size)
        self._send_area()
        self.to_make = dict.fromkeys((*self.ahead, *self.made))
        self.to_pack.clear()
        self.made.clear()

    def _one_step(self) -> None:
        """Render one requested page, and one other page unless a monolingual page is requested."""
        single = next((path for path in self.asked if path not in self.known.pairs), None)
        asked = single or next(iter(self.asked), None)
        if asked:
            del self.asked[asked]
            self.to_make.pop(asked, None)
            self._make(asked)
        if single:
            return
        if self.to_make:
            path = next(iter(self.to_make))
            del self.to_make[path]
            if path in self.known.results:
                self._try_result(path)
            else:
                self._make(path)
        elif self.to_pack:
            self._pack()

    def _make(self, path: str) -> None:
        answer = self._answer(Request("GET", path))
        if answer.status >= 500:
            self._note_failure(path)
            self._send({"cannot": path})
            return
        headers = [(name.lower(), value) for name, value in answer.headers]
        compressed = len(answer.body) >= SMALL and dict(headers).get("content-type", "").startswith(TEXT)
        body = squeeze(answer.body) if compressed else answer.body
        place = self.area.append(body) if answer.status == 200 else None
        if place is None:
            self._send({"cannot": path})
            return
        kept = {"gzip" if compressed else "identity": (place, len(body))}
        self.made[path] = {"page": path, "headers": headers, "kept": kept}
        self._send(self.made[path])
        self._made_well(path)
        if self.prepare and compressed and path not in self.known.pairs:
            self.to_pack.waiting[path] = None

    def _pack(self) -> None:
        """Pack a part of a page, and keep the page in brotli too when it is complete and there is room."""
        if (packed := self.to_pack.step()) is None:
            return
        path, body = packed
        if (place := self.area.append(body, spare=self.size // FOR_PAIRS)) is not None:
            self.made[path]["kept"]["br"] = place, len(body)
            self._send(self.made[path])

    def _try_result(self, path: str) -> None:
        """Render a result page as a test, and discard it."""
        if self._answer(empty_form(path)).status == 200:
            self._made_well(path)
        else:
            self._note_failure(path)

    def _answer(self, request: Request) -> Answer:
        try:
            return call(self.app, request)
        except Exception:  # the app has logged it; it must not end the maker
            return Answer(status=500)

    def _made_well(self, path: str) -> None:
        if path in self.first:
            self.first.discard(path)
            if not self.first:
                self._send(self._state())

    def _note_failure(self, name: str) -> None:
        self.failed[name] = None
        self._send(self._state())

    def _state(self) -> Message:
        return {"ready": not self.first, "failed": list(self.failed)}
