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
    """A running `guide serve` in a process group of its own. `before` are the words of a command that starts it.

    `code`: the folder whose package `guide` is run.
    It renders all its pages ahead only where a test asks it to, and in `make test-all`: that takes a minute of a core.
    `program` is another command than that of this checkout. Without `today` it asks the machine which day it is.
    """

    def __init__(
        self,
        root=None,
        workers=2,
        options=(),
        before=(),
        prepare=WHOLE,
        *,
        program=PROGRAM,
        port=None,
        code=ROOT,
        today=TODAY,
        **environment,
    ):
        self.port = port or free_port()
        self.errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `end`
        command = [
            *before,
            *program,
            "--port",
            str(self.port),
            "--workers",
            str(workers),
            *(("--today", today.isoformat(), "--no-clock-notice") if today else ()),
        ]
        command += [*options, *(() if prepare else ("--no-prepare",))]
        environment = os.environ | ({"GUIDE_ROOT": str(root)} if root else {}) | environment
        self.process = subprocess.Popen(
            command, cwd=code, env=environment, stdout=self.errors, stderr=self.errors, start_new_session=True
        )

    @property
    def pid(self):
        """The process id of the supervisor."""
        return self.process.pid

    def said(self):
        """Return the output of the server so far; it is read by position, because the server appends to it."""
        return os.pread(self.errors.fileno(), 2**20, 0).decode()

    def wait_until_it_answers(self):
        """Wait for the first response; fail with the output of the server if it ends or does not respond."""
        until(lambda: self.process.poll() is not None or self.answers(), STARTS_WITHIN)
        assert self.process.poll() is None, self.said()

    def answers(self):
        """Return whether the server responds to a health check."""
        try:
            return self.get("/healthz", timeout=2)[0] == 200
        except OSError:
            return False

    def generation(self):
        """Return the id of the process that holds the workers, or None."""
        return next((child for child in children(self.pid)), None)

    def workers(self):
        """Return the ids of the worker processes."""
        generation = self.generation()
        return [child for child in children(generation) if nice(child) < PAGE_MAKER_NICE] if generation else []

    def page_maker(self):
        """Return the id of the process that renders pages in advance."""
        return next(child for child in children(self.generation()) if nice(child) >= PAGE_MAKER_NICE)

    def family(self):
        """Return the ids of the supervisor and of all processes below it."""
        found = [self.pid]
        for process in found:
            found += children(process)
        return found

    def get(self, path, timeout=30, method="GET", body=None, **headers):
        """Send a request on a new connection; return status, headers (lower-case names) and body."""
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
        """Send a form on a new connection; return the same as `get`."""
        return self.get(path, method="POST", body=body, **{"content-type": FORM} | options)

    def raw(self, data=b""):
        """Return a new connection on which these bytes were sent."""
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=30)
        connection.sendall(data)
        return connection

    def end(self):
        """End the server and all processes that it left, by their ids."""
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
    """Run a server while the block runs; yield it when it responds."""
    served = Served(**options)
    try:
        served.wait_until_it_answers()
        yield served
    finally:
        served.end()


def children(process):
    """Return the ids of the child processes; none if the process has ended."""
    try:
        return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []


def nice(process):
    """Return the priority (nice value) of a process; 0 if it has ended."""
    try:
        return os.getpriority(os.PRIO_PROCESS, process)
    except ProcessLookupError:
        return 0


def alive(process):
    """Return whether a process runs, and is no zombie."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def until(condition, seconds):
    """Wait until the condition is true, at most that many seconds; return whether it is."""
    give_up = time.monotonic() + seconds
    while time.monotonic() < give_up:
        if condition():
            return True
        time.sleep(0.05)
    return bool(condition())


def copy_of_the_site(folder):
    """Return a folder with content, translations and static files that a test may change."""
    for name in ("content", "translations", "static"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def small_site(folder):
    """Return a folder with a quarter of the pages: two languages, one persona, no help of single states.

    For promises that do not depend on the amount of content. `make test-all` uses the complete site.
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
    """A thread that visits pages again and again, and collects what failed."""

    PATHS = ("/en/", "/en/questions", "/es/help", "/en/nothing")
    PAUSE = 0 if WHOLE else 0.03  # seconds: some thirty visits in a second still meet every gap

    def __init__(self, served, over):
        super().__init__()
        self.served, self.over, self.good, self.bad = served, over, 0, 0

    def run(self):
        """Visit the pages and post the form until `over` is set."""
        while not self.over.is_set():
            for step in (lambda path=path: self.served.get(path) for path in self.PATHS):
                self._count(step)
            self._count(self.served.post)

    def _count(self, step):
        """Count one visit. A response that the guide is busy is no failure: this machine runs other tests too."""
        time.sleep(self.PAUSE)
        try:
            status = step()[0]
        except OSError:
            status = 0
        self.good += status in (200, 404)
        self.bad += status not in (200, 404, 503)
