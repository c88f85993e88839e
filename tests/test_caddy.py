"""Debian's Caddy with the sample of deploy/, over TLS, before a real `guide serve`."""

import http.client
import os
import shutil
import ssl
import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest
from support import error_pages, nginx, server
from support.behind import behind
from support.nginx import FORM
from support.serving import serving, until

from guide.web.headers import OF_ERRORS

pytestmark = [
    pytest.mark.deploy,
    pytest.mark.skipif(not shutil.which("caddy"), reason="Debian's caddy is needed"),
]
SAMPLE = Path(__file__).parents[1] / "deploy" / "Caddyfile"
STARTS_WITHIN = 30  # seconds
CANARY = "zqxcanary7"


class Caddy:
    """A running Caddy: its port, a TLS client that trusts its certificate, and its folder."""

    def __init__(self, folder, upstream):
        self.folder, self.port, plain = folder, server.free_port(), server.free_port()
        nginx.with_certificate(folder)
        text = SAMPLE.read_text("utf-8")
        for old, new in {
            "admin off": f"admin off\n\thttp_port {plain}",
            "guide.example.org {": f"https://127.0.0.1:{self.port} {{\n\ttls certificate.pem key.pem",
            "/srv/guide/deploy": str(SAMPLE.parent),
            "reverse_proxy 127.0.0.1:8000": f"reverse_proxy 127.0.0.1:{upstream}",
        }.items():
            assert old in text, old
            text = text.replace(old, new)
        (folder / "Caddyfile").write_text(text, "utf-8")
        self.trust = ssl.create_default_context(cafile=folder / "certificate.pem")

    def ask(self, method, path, body=None, headers=()):
        """Send one request on a new connection; return the response and its body."""
        connection = http.client.HTTPSConnection("127.0.0.1", self.port, context=self.trust, timeout=60)
        return nginx.fetched(connection, method, path, body, dict(headers))

    def answers(self):
        """Return whether it accepts connections."""
        try:
            self.ask("GET", "/healthz")
        except OSError:
            return False
        return True


@contextmanager
def running(folder, upstream):
    caddy = Caddy(folder, upstream)
    environment = os.environ | {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with (folder / "output").open("w") as output:
        process = subprocess.Popen(
            ["caddy", "run", "--config", "Caddyfile"], cwd=folder, env=environment, stdout=output, stderr=output
        )
    try:
        until(lambda: process.poll() is not None or caddy.answers(), STARTS_WITHIN)
        assert process.poll() is None, (folder / "output").read_text()
        yield caddy
    finally:
        process.terminate()
        process.wait(30)


def test_pages_and_results_come_through_and_nothing_is_written(small, tmp_path):
    with serving(root=small) as served, running(tmp_path, served.port) as caddy:
        for path, status in {"/en/": 200, "/es/help": 200, "/en/nothing": 404, "/readyz": 404}.items():
            response, _ = caddy.ask("GET", path, headers={"User-Agent": CANARY, "Referer": CANARY})
            assert response.status == status, path
        response, body = caddy.ask("POST", "/en/result", "held=yes", FORM)
        assert (response.status, response.getheader("Cache-Control")) == (200, "no-store")
        assert body == served.post("/en/result", body="held=yes")[2]
        assert caddy.ask("GET", f"/en/{CANARY}")[0].status == 404
        assert caddy.ask("POST", "/en/result", f"held={CANARY}", FORM)[0].status in (200, 422)
    written = [path for path in tmp_path.rglob("*") if path.is_file() and CANARY in path.read_text("utf-8", "replace")]
    assert written == []


def test_a_page_whose_worker_died_is_asked_for_again(tmp_path):
    with behind("answer", "drop", "drop", "answer") as there, running(tmp_path, there.port) as caddy:
        response, body = caddy.ask("GET", "/en/")
        assert (response.status, body) == (200, b"good")
        assert len(there.requests) == 4


def is_ours(response, body, status):
    """Assert that this is the error page of deploy/, with the headers of the guide."""
    assert response.status == status
    assert body == (error_pages.FOLDER / f"{status}.html").read_bytes()
    assert {name: response.getheader(name) for name in OF_ERRORS} == OF_ERRORS


def test_while_the_guide_is_down_our_page_says_whom_to_call(tmp_path):
    with running(tmp_path, server.free_port()) as caddy:
        is_ours(*caddy.ask("POST", "/en/result", "held=yes", FORM), 502)


def test_a_form_whose_worker_died_gets_our_page(tmp_path):
    """Caddy cannot send a body twice. The page says that nothing was kept, whom to call, and to try again."""
    with behind("answer", "drop") as there, running(tmp_path, there.port) as caddy:
        is_ours(*caddy.ask("POST", "/en/result", "held=yes", FORM), 502)
        assert len(there.requests) == 2


def test_a_form_that_is_too_large_gets_our_page(small, tmp_path):
    with serving(root=small) as served, running(tmp_path, served.port) as caddy:
        is_ours(*caddy.ask("POST", "/en/result", "held=yes&a=" + "x" * 40_000, FORM), 413)
