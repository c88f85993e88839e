"""The production server as its own processes, and visitors of all kinds over real sockets. All of it on 127.0.0.1."""

import contextlib
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from support.day import TODAY
from support.sampling import WHOLE
from support.server import free_port, leave_one_example

ROOT = Path(__file__).parents[2]
STARTS_WITHIN, STOPS_WITHIN = 60, 10
PAGE_MAKER_NICE = 2
PROGRAM = [sys.executable, "-c", "from guide.cli.main import main; main()", "serve"]


class Served:
    """A running `guide serve` in a process group of its own."""

    def __init__(self, root=None, workers=2, options=(), **environment):
        self.port = free_port()
        self.errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `end`
        command = [
            *PROGRAM,
            "--port",
            str(self.port),
            "--workers",
            str(workers),
            "--today",
            TODAY.isoformat(),
            "--no-clock-notice",
        ]
        command += options
        environment = os.environ | ({"GUIDE_ROOT": str(root)} if root else {}) | environment
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=self.errors, stderr=self.errors, start_new_session=True
        )

    @property
    def pid(self):
        return self.process.pid

    def said(self):
        """What it has written so far: read at its place, since the server goes on writing at the end."""
        return os.pread(self.errors.fileno(), 2**20, 0).decode()

    def wait_until_it_answers(self):
        until(lambda: self.process.poll() is not None or self.answers(), STARTS_WITHIN)
        assert self.process.poll() is None, self.said()

    def answers(self):
        try:
            return self.get("/healthz", timeout=2)[0] == 200
        except OSError:
            return False

    def generation(self):
        return next((child for child in children(self.pid)), None)

    def workers(self):
        generation = self.generation()
        return [child for child in children(generation) if nice(child) < PAGE_MAKER_NICE] if generation else []

    def page_maker(self):
        return next(child for child in children(self.generation()) if nice(child) >= PAGE_MAKER_NICE)

    def family(self):
        found = [self.pid]
        for process in found:
            found += children(process)
        return found

    def get(self, path, timeout=30, method="GET", body=None, **headers):
        """Status, headers (names in lower case) and body of one answer on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            response = connection.getresponse()
            return response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
        except http.client.HTTPException as error:
            raise ConnectionError from error
        finally:
            connection.close()

    def post(self, path="/en/result", body="held=yes", **options):
        return self.get(path, method="POST", body=body, **{"content-type": FORM} | options)

    def raw(self, data=b""):
        """A connection that has sent these bytes."""
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=30)
        connection.sendall(data)
        return connection

    def end(self):
        """Ends it, and whatever it may have left behind, by their ids."""
        family = self.family() if self.process.poll() is None else []
        for process in reversed(family):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self.process.wait(timeout=30)
        self.errors.close()


FORM = "application/x-www-form-urlencoded"
STALLED_POST = (
    f"POST /en/result HTTP/1.1\r\nHost: guide\r\nContent-Type: {FORM}\r\nContent-Length: 30\r\n\r\nheld=yes"
).encode()


@contextlib.contextmanager
def serving(**options):
    served = Served(**options)
    try:
        served.wait_until_it_answers()
        yield served
    finally:
        served.end()


def children(process):
    try:
        return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []


def nice(process):
    try:
        return os.getpriority(os.PRIO_PROCESS, process)
    except ProcessLookupError:
        return 0


def alive(process):
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def until(condition, seconds):
    """Whether the condition came true within that many seconds."""
    give_up = time.monotonic() + seconds
    while time.monotonic() < give_up:
        if condition():
            return True
        time.sleep(0.05)
    return bool(condition())


def copy_of_the_site(folder):
    """A folder with content, translations and static files that a test may spoil."""
    for name in ("content", "translations", "static"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def small_site(folder):
    """A site of a quarter of the pages: two languages, one invented person, none of the help of single states.

    For what does not depend on how much there is to say. `make test-all` takes the whole site. Gives the folder.
    """
    copy_of_the_site(folder)
    if WHOLE:
        return folder
    content = folder / "content"
    languages = content / "languages.yaml"
    entries = re.split(r"(?m)^(?=[a-z])", languages.read_text("utf-8"))
    languages.write_text("".join(one for one in entries if one.startswith(("#", "en:", "es:"))), "utf-8")
    left = [path for path in (content / "terms").iterdir() if path.stem not in ("en", "es")]
    left += (content / "help").glob("??-*.yaml")
    for path in left:
        path.unlink()
    leave_one_example(content)
    return folder


def tiny_site(folder):
    """A guide of a few invented texts in English: what a command prints of it costs no check of the whole content."""
    shutil.copytree(ROOT / "tests" / "samples" / "valid", folder, dirs_exist_ok=True)
    languages = folder / "content" / "languages.yaml"
    languages.write_text(languages.read_text("utf-8").partition('"no":')[0], "utf-8")
    (folder / "static").symlink_to(ROOT / "static")
    return folder


class Walk(threading.Thread):
    """A visitor who goes on whatever happens, and remembers what did."""

    PATHS = ("/en/", "/en/questions", "/es/help", "/en/nothing")
    PAUSE = 0 if WHOLE else 0.03  # seconds: some thirty visits in a second still meet every gap

    def __init__(self, served, over):
        super().__init__()
        self.served, self.over, self.good, self.bad = served, over, 0, 0

    def run(self):
        while not self.over.is_set():
            for step in (lambda path=path: self.served.get(path) for path in self.PATHS):
                self._count(step)
            self._count(self.served.post)

    def _count(self, step):
        """A page that says that the guide is busy is an answer, but no good one: this machine runs other tests too."""
        time.sleep(self.PAUSE)
        try:
            status = step()[0]
        except OSError:
            status = 0
        self.good += status in (200, 404)
        self.bad += status not in (200, 404, 503)
