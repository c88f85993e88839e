"""Visitors who walk through a running guide at their own pace, and what they saw, for soaks and tests of nginx.

A walk is the start page, the questions, a posted result and the page of the first minute, each but the result with its
style sheets and scripts. Every result is compared with the one that an app of its own makes of the same answers.
"""

import gzip
import http.client
import itertools
import random
import re
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlencode

from guide.config import Settings
from guide.web import create_app
from support.answer_sets import partial
from support.day import today
from support.nginx import NAME
from support.serving import FORM

BUSY = 6  # times that a visitor believes the page that says that the guide is busy, and comes back when it says
PATIENCE = 60  # seconds
FILES = re.compile(rb'(?:src|href)="(/static/[^"]+[.](?:css|mjs|js))"')
END = b"</html>"  # what comes after is filling, to one length


@dataclass
class Seen:
    """What visitors saw: requests by kind, whole walks, results as they must be, and what failed or was of others."""

    counts: Counter = field(default_factory=Counter)
    failed: list = field(default_factory=list)
    wrong: list = field(default_factory=list)

    @property
    def lost(self):
        """How many answers were posted, and met no result or that of other answers."""
        return len(self.wrong) + sum(method == "POST" for method, *_ in self.failed)


class Walks:
    """Walks of invented visitors of a site: language, form, and the result that is right for it."""

    def __init__(self, root=None, each=15):
        app = create_app(Settings(root, today) if root else Settings(today=today))
        self.library, self.client = app.extensions["state"].library, app.test_client()
        self.all = [self._walk(lang, seed) for seed in range(each) for lang in self.library.languages]

    def _walk(self, lang, seed):
        form = urlencode(partial(self.library, seed), doseq=True)
        made = self.client.post(f"/{lang}/result", data=form, content_type=FORM)
        assert made.status_code == 200
        return lang, form, made.data.partition(END)[0]


class Visitor(threading.Thread):
    """Walks again and again until `over` is set, with `pause` seconds or so of reading before each page.

    `connect` opens a connection (http.client). Each visitor begins at another moment and with another walk.
    """

    def __init__(self, connect, walks, number, over, pause):
        super().__init__(daemon=True)
        self.connect, self.over, self.pause = connect, over, pause
        self.random, self.seen = random.Random(number), Seen()
        self.walks = itertools.islice(itertools.cycle(walks.all), number % len(walks.all), None)

    def run(self):
        self.over.wait(self.random.random() * self.pause * 4)
        while not self.over.is_set():
            self._walk(*next(self.walks))

    def _walk(self, lang, form, right):
        for method, name in (("GET", ""), ("GET", "questions"), ("POST", "result"), ("GET", "held")):
            if self.over.wait(self.random.uniform(0.5, 1.5) * self.pause):
                return
            body = self._page(method, f"/{lang}/{name}", form if method == "POST" else None)
            if body is None:
                return
            if method == "POST" and body.partition(END)[0] != right:
                self.seen.wrong.append((lang, form))
            self.seen.counts["results"] += method == "POST"
        self.seen.counts["walks"] += 1

    def _page(self, method, path, form):
        """Fetch a page and its files on one connection, as browsers do. Return the page, or None if anything failed."""
        connection = self.connect()
        try:
            page = self._fetch(connection, method, path, form)
            files = dict.fromkeys(FILES.findall(page)) if method == "GET" else ()
            for file in files:
                self._fetch(connection, "GET", file.decode(), None)
        except (OSError, http.client.HTTPException, ValueError) as error:
            self.seen.failed.append((method, path, repr(error)))
            return None
        finally:
            connection.close()
        return page

    def _fetch(self, connection, method, path, form):
        """Return the body of a response with status 200. Raises ValueError for another, OSError or HTTPException."""
        headers = {"Host": NAME, "Accept-Encoding": "gzip"} | ({"Content-Type": FORM} if form is not None else {})
        for _ in range(BUSY):
            self.seen.counts["requests"] += 1
            connection.request(method, path, form, headers)
            response = connection.getresponse()
            body = response.read()
            if response.status != 503:
                break
            self.seen.counts["busy"] += 1
            time.sleep(int(response.headers["Retry-After"]))
        if response.status != 200:
            raise ValueError(response.status)
        return gzip.decompress(body) if response.headers.get("Content-Encoding") == "gzip" else body


def visit(connect, walks, number, pause, meanwhile):
    """Let so many visitors walk while `meanwhile()` runs; return what all of them saw."""
    over = threading.Event()
    visitors = [Visitor(connect, walks, each, over, pause) for each in range(number)]
    for visitor in visitors:
        visitor.start()
    try:
        meanwhile()
    finally:
        over.set()
        for visitor in visitors:
            visitor.join(PATIENCE * 2)
    every = Seen()
    for visitor in visitors:
        every.counts += visitor.seen.counts
        every.failed += visitor.seen.failed
        every.wrong += visitor.seen.wrong
    return every
