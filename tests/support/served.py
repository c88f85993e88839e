"""The site of any checkout on 127.0.0.1, run by the checkout's own virtual environment and ended by its process id."""

import hashlib
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.addresses import ADDRESS, POCKET, languages
from support.requests_of_site import Ask, Fetch, over_http

SAMPLES = Path(__file__).parents[1] / "samples" / "partners"
DAY = "2026-11-30"
STARTS_WITHIN = 180  # seconds: a bound, so that a server that never starts cannot hang its caller
PAPERS = ("handout", "handout-long", "question-sheet", *POCKET)


def root_of(checkout: Path, folder: Path, partner: bool) -> Path:
    """Copy or link content, translations and static files of a checkout into `folder`; return it.

    `partner`: with the sample partner.
    """
    for name in ("translations", "static"):
        (folder / name).symlink_to((checkout / name).resolve())
    shutil.copytree(checkout / "content", folder / "content")
    if partner:
        shutil.copytree(SAMPLES, folder / "content" / "partners", dirs_exist_ok=True)
    return folder


@contextmanager
def served(checkout: Path, root: Path, public: bool) -> Iterator[str]:
    """Serve `root` with the program of `checkout` while the block runs; yield its address.

    `public`: the site has a public address. Raises RuntimeError if the server does not start.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GUIDE_")}
    environment |= {"GUIDE_ROOT": str(root)} | ({"GUIDE_ADDRESS": ADDRESS} if public else {})
    options = ["--host", "127.0.0.1", "--port", str(port), "--workers", "1", "--today", DAY, "--no-clock-notice"]
    program = [str(checkout / ".venv" / "bin" / "guide"), "serve", *options]
    server = subprocess.Popen(
        program, cwd=checkout, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=60)


def _wait(address: str, server: subprocess.Popen) -> None:
    """Wait until the server says that its first pages are rendered."""
    fetch, give_up = over_http(address), time.monotonic() + STARTS_WITHIN
    while time.monotonic() < give_up and server.poll() is None:
        try:
            if fetch(Ask("/readyz")).status == 200:
                return
        except OSError:
            pass
        time.sleep(0.2)
    raise RuntimeError(f"the server does not start: exit status {server.poll()}")


def offer_papers(fetch: Fetch, root: Path) -> None:
    """Write files in place of the PDFs of `guide handout`, with the fingerprints that make the site offer them."""
    folder = root / "build" / "handouts"
    folder.mkdir(parents=True)
    for code in languages(fetch):
        for paper in PAPERS:
            file = folder / f"{paper.replace('/', '-')}.{code}.pdf"
            file.write_bytes(f"%PDF in place of {file.name}".encode())
            mark = hashlib.sha256(fetch(Ask(f"/{code}/{paper}")).body).hexdigest()
            file.with_name(f"{file.name}.sha256").write_text(mark, "utf-8")
