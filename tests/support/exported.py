"""Writes the site as files, as `guide export` does, and serves them below a path by a plain server of files."""

import shutil
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from guide.config import CHECKOUT, Settings
from guide.web.export.site import app_for, files
from support import day
from support.server import leave_one_example

BELOW = "some/path"  # an export works below any path


def settings(address="", root=CHECKOUT):
    return Settings(root, day.today, address)


def with_one_example(folder):
    """Return a folder with all that a site reads, but one example: the others are half of what an export makes."""
    for name in ("translations", "static"):
        (folder / name).symlink_to(CHECKOUT / name)
    shutil.copytree(CHECKOUT / "content", folder / "content")
    leave_one_example(folder / "content")
    return folder


def write(folder, parts, extras=(), address=""):
    """Write these parts of the site below `folder`; return the names of the files, as the export has them."""
    root = folder / "root"
    root.mkdir()
    app = app_for(settings(address, with_one_example(root)), extras)
    names = []
    for part in parts:
        for file in files(app, part):
            path = folder / BELOW / file.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.body)
            names.append(file.name)
    return names


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def do_POST(self):
        self.server.posted.append(self.path)
        self.send_error(501)


@contextmanager
def served(folder):
    """Serve a folder of files; yield the address of the export and the list of what was posted."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
    server.posted = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/{BELOW}", server.posted
    finally:
        server.shutdown()
        server.server_close()
