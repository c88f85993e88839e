"""The server: ready pages and assets against a bare hello, the posted result, memory, and how soon it is ready."""

import http.client
import json
import os
import tempfile
import threading
import time
from functools import partial
from pathlib import Path

from support.serving import Served, until

from bench.load import BROWSER, granian, memory, nginx, side_by_side, wrk
from bench.tables import table
from guide.config import Settings
from guide.web import create_app
from guide.web.every_page import pages
from guide.web.server.site import known

PAGES = ("/en/", "/en/questions", "/en/questions/today.html")
ANSWERS = "held=yes&status=green-card&proceedings=order-to-leave"
LANGUAGES_WITHIN = 600  # seconds until all is packed
WAYS = {"kept": True, "new": False}


def measure():
    """Return the tables of the server, as Markdown."""
    app = create_app(Settings.from_environment())
    start = time.monotonic()
    served = Served(prepare=True)
    try:
        growing = Growing(served, start)
        first = growing.first_answer()
        growing.until_idle()
        singles = memory(served.family())
        return "\n\n".join(
            [
                _start(app, served, growing, first),
                *_speed(app, served),
                _memory(app, served, singles),
            ]
        )
    finally:
        served.end()


class Growing:
    """Watches how the store of a server grows, from outside and without a request that would change its order."""

    def __init__(self, served, start):
        self.served, self.start, self.seen = served, start, []

    def first_answer(self):
        """Return after how many seconds the home page was there."""
        while not _answered(self.served):
            time.sleep(0.01)
        seconds = time.monotonic() - self.start
        self.area = area_of(self.served)
        return seconds

    def until_idle(self, quiet=20.0):
        """Note size and time until nothing was added for some seconds."""
        last = time.monotonic()
        while time.monotonic() - last < quiet and time.monotonic() - self.start < LANGUAGES_WITHIN:
            size = os.stat(self.area).st_size
            if not self.seen or size != self.seen[-1][0]:
                last = time.monotonic()
                self.seen.append((size, last - self.start))
            time.sleep(0.02)

    def time_of(self, end):
        """Return when the store had this size."""
        return next(seconds for size, seconds in self.seen if size >= end)


def area_of(served):
    """Return the file that the page maker writes to."""
    folder = Path(f"/proc/{served.page_maker()}/fd")
    return next(each for each in folder.iterdir() if "memfd:ready-pages" in os.readlink(each))


def _answered(served):
    try:
        return served.get("/en/", timeout=5)[0] == 200
    except (OSError, http.client.HTTPException):
        return False


def _start(app, served, growing, first):
    """How soon it answers, and how soon the pages of each language are ready."""
    whole = growing.area.read_bytes()
    rows = [["first answer after the start", f"{first:.1f} s", "", "2 s"]]
    before = 0.0
    for language in app.extensions["state"].library.languages:
        ready = {}
        for coding in ("gzip", "br"):
            sent = (served.get(path, accept_encoding=coding) for path in pages(app, language))
            bodies = [body for _, headers, body in sent if headers.get("content-encoding") == coding]
            ready[coding] = max((growing.time_of(whole.find(body) + len(body)) for body in bodies), default=0)
        own = f"{ready['gzip'] - before:.1f} s of its own" if before else "with all files"
        packed = f"br {ready['br']:.0f} s" if ready["br"] else "br was not seen"
        rows.append([f"singles of `{language}` ready", f"gzip {ready['gzip']:.1f} s ({own})", packed, "gzip 10 s each"])
        before = ready["gzip"]
    return table("Start", ["what", "after", "and", "goal"], rows)


def _speed(app, served):
    """The tables with rates: pages, assets, results, and the wait of the slowest."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        here = f"http://127.0.0.1:{served.port}"
        rows = [row for path in PAGES for row in _pages(served, here, path, folder)]
        head = ["page, brotli", "bytes", "connections", "guide /s", "RSGI hello /s", "WSGI hello /s", "of WSGI",
                "of RSGI", "p50, p99 at 100 visitors"]  # fmt: skip
        yield table("Ready pages: goal 0.7 of the bare WSGI hello; p99 at most 5 times p50", head, rows)
        assets = app.extensions["state"].assets
        rows = [row for asset in ("css/for-questions.css", "js/form.mjs", "img/share-en.png") if asset in assets.names()
                for row in _assets(served, here, assets.url(asset), folder / asset)]  # fmt: skip
        yield table(
            "Assets: goal 0.5 of nginx", ["file", "bytes", "connections", "guide /s", "nginx /s", "of nginx"], rows
        )
        yield _posted(app, here, folder)


def _pages(served, here, path, folder):
    says, size = _sayings(served, path, folder)
    with granian("wsgi", "wsgi", says) as plain, granian("rsgi", "rsgi", says) as bare:
        urls = {"guide": here + path, "rsgi": bare, "wsgi": plain}
        for url in urls.values():
            wrk(url, 1)
        many = wrk(here + path, 3, visitors=100)
        for way, keep in WAYS.items():
            seen = side_by_side({name: partial(wrk, url, keep=keep) for name, url in urls.items()})
            rates = {name: load.rate for name, load in seen.items()}
            yield [f"`{path}`", size, way, *(f"{rates[name]:,.0f}" for name in ("guide", "rsgi", "wsgi")),
                   f"**{rates['guide'] / rates['wsgi']:.2f}**", f"{rates['guide'] / rates['rsgi']:.2f}",
                   _slowest(many) if keep else ""]  # fmt: skip


def _sayings(served, path, folder):
    """Write what the guide answers for `bench.hello`; return the file and the number of bytes."""
    _, headers, body = served.get(path, accept_encoding=BROWSER)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "body").write_bytes(body)
    kept = [(name, value) for name, value in headers.items() if name not in ("date", "server", "content-length")]
    (folder / "says.json").write_text(json.dumps({"headers": kept, "body": str(folder / "body")}), "utf-8")
    return folder / "says.json", len(body)


def _assets(served, here, path, folder):
    """The same bytes with the same headers from nginx, as a file that was compressed before."""
    says, size = _sayings(served, path, folder)
    headers = json.loads(says.read_text("utf-8"))["headers"]
    file = folder / "root" / path.lstrip("/")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes((folder / "body").read_bytes())
    lines = [f"add_header {name} {json.dumps(value)};" for name, value in headers if name != "content-type"]
    kind = dict(headers)["content-type"].split(";")[0]
    with nginx(folder / "nginx", folder / "root", " ".join([f"default_type {kind};", "etag off;", *lines])) as other:
        urls = {"guide": here + path, "nginx": other + path}
        for way, keep in WAYS.items():
            seen = side_by_side({name: partial(wrk, url, keep=keep) for name, url in urls.items()})
            ours, theirs = seen["guide"].rate, seen["nginx"].rate
            name = path.split("/")[-1]
            yield [f"`{name}`", size, way, f"{ours:,.0f}", f"{theirs:,.0f}", f"**{ours / theirs:.2f}**"]


def _posted(app, here, folder):
    languages = list(app.extensions["state"].library.languages)
    one, pair = languages[1], f"{languages[1]}+{languages[0]}"
    (folder / "body").write_bytes(b"")
    (folder / "says.json").write_text(json.dumps({"headers": [], "body": str(folder / "body")}), "utf-8")
    with granian("wsgi", "flask", folder / "says.json") as hello:
        urls = {"one language": f"{here}/{one}/result", "a pair": f"{here}/{pair}/result", "Flask hello": hello + "/"}
        askers = {name: partial(wrk, url, 6, form=ANSWERS, folder=folder) for name, url in urls.items()}
        for ask in askers.values():  # what is kept is made at the first one
            ask()
        seen = side_by_side(askers)
    many = wrk(urls["one language"], 8, visitors=100, form=ANSWERS, folder=folder)
    base = seen["Flask hello"].rate
    rows = [[name, f"{load.rate:,.1f}", f"**{load.rate / base:.3f}**", load.failed, goal,
             _slowest(many) + f", {many.failed} were 503" if name == "one language" else ""]
            for (name, load), goal in zip(seen.items(), ("0.05", "0.025", ""), strict=True)]  # fmt: skip
    head = ["posted to", "/s", "of Flask hello", "failed", "goal", "p50, p99 at 100 visitors"]
    return table("Posted result", head, rows)


def _slowest(load):
    return f"{load.median:.1f} ms, {load.slowest:.1f} ms: {load.slowest / max(load.median, 0.001):.1f} times"


def _memory(app, served, singles):
    """PSS with the singles, and after every pair was asked for."""
    languages = len(app.extensions["state"].library.languages)
    pairs = sorted(known(app).pairs)
    begun = time.monotonic()
    halves = [threading.Thread(target=lambda part=part: [_ask(served, path) for path in part])
              for part in (pairs[::2], pairs[1::2])]  # fmt: skip
    for half in halves:
        half.start()
    for half in halves:
        half.join()
    until(lambda: all(served.get(path)[0] == 200 for path in pairs[-3:]), 60)
    seconds, full, used = time.monotonic() - begun, memory(served.family()), os.stat(area_of(served)).st_size / 2**20
    rows = [
        [f"{languages} languages, singles in gzip and brotli", f"{singles:.0f} MB", ""],
        ["and every pair: the full store", f"**{full:.0f} MB**", "300 MB"],
        [f"the store alone, {len(pairs)} pages in pairs in it", f"{used:.1f} MB", "48 MB"],
        ["to make a page in a pair, on average", f"{seconds / len(pairs) * 1000:.0f} ms", ""],
    ]
    return table("Memory: PSS of all processes, after the runs above", ["what", "is", "goal"], rows)


def _ask(served, path):
    return until(lambda: served.get(path, timeout=60, accept_encoding="gzip")[0] == 200, 120)
