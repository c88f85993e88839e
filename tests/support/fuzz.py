"""Random requests for the production server, over real sockets, and what is wrong with its responses.

Requests are made from a seed, so that a run can be repeated. Each carries a canary: a word that no response may say
again, as no file of the site has it.
"""

import gzip
import random
import re
import select
import shutil
import socket
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import quote

from guide.config import Settings
from guide.web import create_app
from guide.web.server.site import known
from support.fuzz_words import ADDRESS, CANARY, FORM, KINDS, METHODS, NAMES, ODD, TAGS, VALUES
from support.partnered import SAMPLE
from support.serving import small_site

PATIENCE = 30  # seconds without a byte: a hang


@dataclass
class Found:
    """What a run saw: how many requests by kind of response, the faults with their requests, the slowest response."""

    counts: Counter = field(default_factory=Counter)
    faults: list = field(default_factory=list)
    slowest: float = 0.0


class Maker:
    """Makes requests for a site: `paths` are its pages, `fields` its questions with their options."""

    def __init__(self, seed, paths, fields):
        self.random = random.Random(seed)
        self.paths, self.fields = paths, fields
        self.whole = True  # whether the last request has all that it announces

    def request(self):
        """Return the bytes of one request, and note whether it is whole."""
        self.whole = True
        one_of, chance = self.random.choice, self.random.random
        method = one_of(METHODS) if chance() < 0.4 else one_of(("GET", "GET", "POST"))
        lines = [f"{method} {self.path(method)} HTTP/{'1.1' if chance() < 0.97 else one_of(('1.0', '2.0', '0.9', ''))}"]
        if chance() < 0.98:
            lines.append(f"Host: {one_of(('guide', CANARY + '.example', '', 'a b', '[::1]:1', 'x' * 300))}")
        lines += [f"{one_of(NAMES)}: {one_of(VALUES)}" for _ in range(self.random.choice((0, 0, 1, 2, 5, 70)))]
        body = self.body(lines) if method in ("POST", "PUT", "PATCH") or chance() < 0.05 else b""
        head = "\r\n".join([*lines, "Connection: close"]).encode("latin-1", "replace")
        whole = head + b"\r\n\r\n" + body
        return self.mangled(whole) if chance() < 0.04 else whole

    def mangled(self, whole):
        """Return the bytes of a request with some of them changed, left out or doubled."""
        self.whole = False
        at = self.random.randrange(len(whole))
        return self.random.choice(
            (whole[:at], whole[:at] + bytes([self.random.randrange(256)]) + whole[at + 1 :], whole + whole[at:])
        )

    def path(self, method):
        """Return the target of a request: a page, or an address near one, with or without a query."""
        one_of, chance = self.random.choice, self.random.random
        path = "/en/result" if method == "POST" and chance() < 0.05 else one_of(self.paths)
        for change in self.random.sample((self._cased, self._tagged, self._odd, self._more), one_of((0, 0, 1, 1, 2))):
            path = change(path)
        if chance() < 0.1:
            path = self._other()
        return path + one_of(("", "", "", f"?{CANARY}=1", f"?q={'a' * 2500}", f"?{CANARY}", f"#{CANARY}", "?%ff=%00"))

    def _cased(self, path):
        return self.random.choice((path.upper(), path.title(), path + "/", path.replace("/", "//"), path.rstrip("/")))

    def _tagged(self, path):
        parts = path.split("/")
        tags = [quote(self.random.choice(TAGS), safe="-_") for _ in range(2)]
        parts[min(1, len(parts) - 1)] = "+".join(tags[: self.random.choice((1, 2))])
        return "/".join(parts)

    def _odd(self, path):
        at = self.random.randrange(len(path) + 1)
        return path[:at] + self.random.choice(ODD) + path[at:]

    def _more(self, path):
        return (
            path + self.random.choice(("/", "")) + self.random.choice((CANARY, f"{CANARY}.pdf", "..", "a" * 2100, "~"))
        )

    def _other(self):
        one_of = self.random.choice
        url = one_of((f"{ADDRESS}{one_of(self.paths)}", f"https://{CANARY}.example/en/", CANARY))
        return one_of(
            (
                f"/oembed?url={quote(url)}&format={one_of(('json', 'xml', CANARY, ''))}&maxwidth={CANARY}",
                f"/oembed?maxheight=-1&url={'http://' + 'a' * 1500}",
                f"/p/{CANARY}/en/help",
                f"/embed/p/{CANARY}/",
                f"/embed/en/explain?picks={CANARY}",
                f"/static/{CANARY}.css",
                f"/audio/{CANARY}.opus",
                f"http://{CANARY}.example/en/",
                f"//{CANARY}.example/",
                "*",
                "/" + "a/" * 900,
                "/" + "%41" * 600,
            )
        )

    def body(self, lines):
        """Return a body, and add the headers that tell of it to `lines`."""
        kind, body = self.random.choice(KINDS) if self.random.random() < 0.6 else FORM, self._content()
        lines.append(f"Content-Type: {kind}")
        form = self.random.random()
        if form < 0.1:
            lines.append("Transfer-Encoding: chunked")
            size = len(body) if self.random.random() < 0.8 else self.random.choice((-1, 2**70, 5))
            self.whole = size == len(body) > 0
            return f"{size:x}\r\n".encode() + body + b"\r\n0\r\n\r\n"
        if form < 0.15:
            lines.append(f"Content-Encoding: {self.random.choice(('gzip', 'br', CANARY))}")
            body = gzip.compress(body, 1)
        length = len(body) if self.random.random() < 0.95 else self.random.choice(("-1", "x", len(body) // 2, "9" * 30))
        lines.append(f"Content-Length: {length}")
        self.whole = length == len(body)
        return body

    def _content(self):
        """Return the bytes of a form: as a page sends it, with forged fields, or broken."""
        one_of = self.random.choice
        names = list(self.fields)
        pairs = [(name := one_of(names), one_of([*self.fields[name], CANARY, ""])) for _ in range(one_of((0, 1, 3, 9)))]
        form = "&".join(f"{name}={value}" for name, value in pairs).encode()
        part = f'--x\r\nContent-Disposition: form-data; name="{one_of([*names, CANARY])}"\r\n\r\n{CANARY}\r\n'.encode()
        return one_of(
            (
                form,
                form,
                form * 3,
                f"{CANARY}={CANARY}&".encode() * one_of((1, 150, 300)),
                b"held=" + b"a" * one_of((100, 15_000, 17_000, 60_000)),
                b"held=\x00%00\xff&%ff=%",
                form.decode().encode("utf-16"),
                part + b"--x--\r\n",
                part * one_of((1, 250)),
                part[: self.random.randrange(len(part))],
                b"{" * 900,
                self.random.randbytes(200),
            )
        )


def exchange(port, sent, whole=True):
    """Send bytes on a connection of their own, and return all that comes back. Raises TimeoutError.

    A server waits 10 seconds for the rest of a request that is not whole: the connection is closed from here before.
    """
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
        received = bytearray()
        try:
            connection.sendall(sent)
            if not whole and not select.select([connection], [], [], 0.1)[0]:
                connection.shutdown(socket.SHUT_WR)
            while block := connection.recv(65_536):
                received += block
        except TimeoutError:
            raise
        except OSError:
            pass  # it was cut off: what came before counts
        return bytes(received)


def kind_and_fault(received):
    """Return the kind of a response in a word, and what is wrong with it, or an empty text."""
    if not received:
        return "closed without a word", ""
    received = received.removeprefix(b"HTTP/1.1 100 Continue\r\n\r\n")
    head, _, body = received.partition(b"\r\n\r\n")
    status = re.match(rb"HTTP/1\.[01] (\d{3})", head)
    if not status:
        return "no HTTP", "no HTTP"
    code = int(status[1])
    low = head.lower()
    if b"content-encoding: gzip" in low and body:
        try:
            body = gzip.decompress(body)
        except (OSError, EOFError):
            return str(code), "broken compression"
    if b"content-security-policy" not in low and code in (400, 414, 431):
        return f"{code} of the parser", "an echo" if CANARY.encode() in received.lower() else ""
    for fault, there in (
        ("a fault of the server", code >= 500 and code not in (501, 503)),
        ("an echo", CANARY.encode() in low or CANARY.encode() in body.lower()),
        ("a traceback", b"Traceback" in body or b"werkzeug" in body.lower()),
        ("a cookie", b"set-cookie" in low),
        ("no policy", code != 304 and b"content-security-policy" not in low),
        ("no help", code >= 400 and b"text/html" in low and body and b"/help" not in body),
    ):
        if there:
            return str(code), fault
    return str(code), ""


def run(port, maker, count, found):
    """Send that many requests one after the other, and note what came back."""
    for _ in range(count):
        sent = maker.request()
        begun = time.monotonic()
        try:
            kind, fault = kind_and_fault(exchange(port, sent, maker.whole))
        except TimeoutError:
            kind, fault = "a hang", "a hang"
        found.slowest = max(found.slowest, time.monotonic() - begun)
        found.counts[kind] += 1
        if fault:
            found.faults.append((fault, kind, sent[:400]))


def attack(port, paths, fields, requests, seed=1, clients=4):
    """Send `requests` in all from several clients at once; return what they found."""
    found = [Found() for _ in range(clients)]
    threads = [
        threading.Thread(target=run, args=(port, Maker(seed * 100 + number, paths, fields), requests // clients, each))
        for number, each in enumerate(found)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    every = Found()
    for each in found:
        every.counts += each.counts
        every.faults += each.faults
        every.slowest = max(every.slowest, each.slowest)
    return every


def site_with_a_partner(folder):
    """Return a root folder with a small site, an invented partner, and so every kind of page."""
    root = small_site(folder)
    shutil.copytree(SAMPLE, root / "content" / "partners", dirs_exist_ok=True)
    for file in (root / "content" / "partners").glob("*.yaml"):
        file.write_text(file.read_text("utf-8").replace(", ar]", "]").replace("ar, ", ""), "utf-8")
    return root


def targets(root, today):
    """Return the paths of the pages of a site, and its questions with their options."""
    app = create_app(Settings(root, today))
    listed = known(app)
    questions = app.extensions["state"].library.questions
    assets = sorted(listed.assets)[:20]
    paths = [*listed.singles, *listed.pairs, *listed.results, *assets, "/healthz", "/readyz", "/oembed", "/embed.js"]
    return paths, {question.id: question.option_ids for question in questions}
