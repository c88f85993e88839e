"""One running site on 127.0.0.1, ended by its own process id."""

import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from contextlib import contextmanager, suppress
from pathlib import Path

from werkzeug.serving import make_server

from support.day import TODAY
from support.sampling import WHOLE

ENDS_WITHIN = 30  # seconds
STARTS_WITHIN = 60  # seconds: a bound so that a server that never starts cannot hang its caller

CHECKOUT = Path(__file__).parents[2]
EXAMPLE = "daniel-and-a-letter"  # the invented person whose page the tests look at
PERSONAS = (EXAMPLE, "style-guide")  # the second has a role, so no site is without it

STARTED = []  # kept: a Popen that is forgotten while its process runs is an error in tests
FOLDER = "GUIDE_TEST_SERVER"  # names the folder that all processes of one run share


class Shared:
    """The one server of all processes of a test run: the first that needs it starts it, the main process ends it."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.note = self.folder / "server"

    @classmethod
    def place(cls):
        """Create the folder of the run, for all its processes; return the shared server."""
        os.environ[FOLDER] = tempfile.mkdtemp(prefix="guide-test-server-")
        return cls.here()

    @classmethod
    def here(cls):
        """Return the shared server of this run."""
        return cls(os.environ[FOLDER])

    def address(self):
        """Return the address of the server; start it if no process has."""
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not self.note.exists():
                process, address = start(root=None if WHOLE else self._with_one_example())
                STARTED.append(process)
                self.note.write_text(f"{process.pid} {address}", "utf-8")
            return self.note.read_text("utf-8").split()[1]

    def _with_one_example(self):
        """A folder with all that the site reads, but one example: the others are half of what a server makes."""
        for name in ("translations", "static"):
            (self.folder / name).symlink_to(CHECKOUT / name)
        shutil.copytree(CHECKOUT / "content", self.folder / "content")
        leave_one_example(self.folder / "content")
        return self.folder

    def end(self):
        """End the server by its process id, and delete its folder."""
        if self.note.exists():
            process = int(self.note.read_text("utf-8").split()[0])
            os.kill(process, signal.SIGTERM)
            wait_for_end(process)
        shutil.rmtree(self.folder)


def leave_one_example(content):
    """Delete the personas of a copy of the content, except EXAMPLE and those that the site requires."""
    for path in (content / "scenarios").rglob("*.yaml"):
        if path.stem not in PERSONAS:
            path.unlink()


def start(today=TODAY, *, root=None, known_as=None, workers=1, prepare=WHOLE):
    """Start `guide serve` on a free port for the content below `root`; return the process and its address.

    `known_as`: a name of this machine, for the address of the server and as the public address of the guide.
    `prepare`: it renders all its pages ahead, which takes a minute of a core.
    """
    port = free_port()
    program = [sys.executable, "-c", "from guide.cli.main import main; main()", "serve"]
    options = ["--port", str(port), "--workers", str(workers), "--today", today.isoformat(), "--no-clock-notice"]
    options += [] if prepare else ["--no-prepare"]
    address = f"http://{known_as or '127.0.0.1'}:{port}"
    environment = os.environ | ({"GUIDE_ROOT": str(root)} if root else {})
    environment |= {"GUIDE_ADDRESS": address} if known_as else {}
    quiet = subprocess.DEVNULL
    server = subprocess.Popen([*program, *options], env=environment, stdout=quiet, stderr=quiet)
    wait_for(f"http://127.0.0.1:{port}/healthz", server)
    return server, address


def free_port():
    """Return a port of 127.0.0.1 that nothing uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def hosted(site):
    """Serve a WSGI application on 127.0.0.1 while the block runs; yield its port."""
    server = make_server("127.0.0.1", 0, site, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def wait_for_end(process):
    """Wait until a process has ended, also one that another process has started."""
    give_up = time.monotonic() + ENDS_WITHIN
    while time.monotonic() < give_up:
        with suppress(ChildProcessError):
            os.waitpid(process, os.WNOHANG)
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    raise RuntimeError(f"the server {process} did not end")


def stop(server):
    """End a server that `start` has started."""
    server.terminate()
    server.wait(timeout=30)


def wait_for(url, server):
    """Wait until the process responds at its address; end it if it does not in time."""
    give_up = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < give_up and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=STARTS_WITHIN):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    stop(server)
    raise RuntimeError(f"nothing answers at {url}")
