"""Random visitors of a running server, what they were sent, and what the server wrote meanwhile."""

import gzip
import http.client
import itertools
import random
import threading
import time
from collections import Counter
from contextlib import nullcontext
from dataclasses import dataclass, field
from urllib.parse import urlencode

from support import fuzz
from support.answer_sets import partial
from support.day import today
from support.fuzz_words import CANARY, FORM
from support.ready_areas import ready_areas

from guide.config import Settings
from guide.loader.content import load
from guide.web import create_app
from guide.web.server.site import known

CLIENTS = 3
ENCODINGS = ("gzip", "identity", "br, gzip;q=0.5")
# What two browsers say of themselves. Each says the canary, which no file of the site has.
HEADERS = (
    {"User-Agent": f"Phone {CANARY}", "Accept-Language": "ar", "Cookie": f"id={CANARY}", "Referer": f"https://{CANARY}.test/"},
    {"User-Agent": "Other", "Accept-Language": f"{CANARY}, es", "X-Forwarded-For": "203.0.113.7", "DNT": "1"},
)  # fmt: skip


@dataclass(frozen=True)
class Got:
    """One response: its request (method, path, encoding), status, headers without the date, and length and bytes."""

    asked: tuple
    status: int
    headers: tuple
    length: int
    body: bytes


@dataclass
class Seen:
    """What passed: responses, those of two visitors who asked the same, faults of raw requests, the log, the store."""

    got: list = field(default_factory=list)
    twins: list = field(default_factory=list)
    raw: Counter = field(default_factory=Counter)
    raw_faults: list = field(default_factory=list)
    log: str = ""
    stores: tuple = ((), ())
    calls: object = None  # Calls, if the server was watched by strace


class Town:
    """The pages of a site, and the people who visit them."""

    def __init__(self, root):
        app = create_app(Settings(root, today))
        state, listed = app.extensions["state"], known(app)
        self.library = load(root / "content")
        self.paths = [*listed.singles, *sorted(listed.pairs)[:2], f"/{CANARY}/help", f"/en/{CANARY}"]
        self.assets = sorted(listed.assets)
        self.languages = tuple(state.library.languages)
        self.fields = {question.id: question.option_ids for question in self.library.questions}

    def requests(self, visits, seed):
        """Yield two requests for each visit, as method, path and body: a page, and a form with random answers."""
        chance = random.Random(seed)
        for number in range(visits):
            # The first of all visits are one to each language: nothing of a language was asked for before.
            lang = self.languages[number] if number < len(self.languages) else chance.choice(self.languages)
            yield "GET", chance.choice([*self.paths, chance.choice(self.assets)]), b""
            form = urlencode(partial(self.library, seed * 10_000 + number), doseq=True)
            page = "questions" if chance.random() < 0.2 else "result"
            yield "POST", f"/{lang}/{page}", f"{form}&{CANARY}={CANARY}&held={CANARY}".encode()


def ask(port, *request):
    """Send one request as `_ask` does, again while the server says that it is busy; return the response."""
    for _ in range(20):
        got = _ask(port, *request)
        if got.status != 503:
            break
        time.sleep(2)
    return got


def _ask(port, method, path, body, headers, encoding):
    """Send one request; return the response."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    sent = headers | {"Accept-Encoding": encoding} | ({"Content-Type": FORM} if method == "POST" else {})
    try:
        connection.request(method, path, body or None, sent)
        response = connection.getresponse()
        told = tuple((name.lower(), value) for name, value in response.getheaders() if name.lower() != "date")
        received = response.read()
        plain = gzip.decompress(received) if ("content-encoding", "gzip") in told and received else received
        return Got((method, path, encoding), response.status, told, len(received), plain)
    finally:
        connection.close()


def visit(served, town, visits, malformed, watch=None, seed=20):
    """Let visitors and broken requests pass; return what was seen. `watch`: a context that gives the calls."""
    seen, before = Seen(), served.said()
    stored = ready_areas(served)
    with watch or nullcontext() as calls:
        pending = iter(list(town.requests(visits, seed)))
        taking = threading.Lock()
        threads = [threading.Thread(target=_walk, args=(served.port, pending, taking, seen)) for _ in range(CLIENTS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        _twins(served.port, town, max(visits // 25, 3), seen)
        _broken(served.port, town, malformed, seed, seen)
    seen.calls = calls
    seen.stores = stored, ready_areas(served)
    seen.log = served.said()[len(before) :]
    return seen


def _walk(port, pending, taking, seen):
    for number in itertools.count():
        with taking:
            request = next(pending, None)
        if request is None:
            return
        seen.got.append(ask(port, *request, HEADERS[number % 2], ENCODINGS[number % 3]))


def _twins(port, town, pairs, seen):
    for method, path, body in town.requests(pairs, 77):
        seen.twins.append([ask(port, method, path, body, headers, "gzip") for headers in HEADERS])


def _broken(port, town, malformed, seed, seen):
    maker = fuzz.Maker(seed, town.paths, town.fields)
    for _ in range(malformed):
        sent = maker.request()
        kind, fault = fuzz.kind_and_fault(fuzz.exchange(port, sent, maker.whole))
        seen.raw[kind] += 1
        if fault:
            seen.raw_faults.append((fault, kind, sent[:200]))
