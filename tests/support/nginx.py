"""Debian's nginx with the sample of deploy/, on free ports of 127.0.0.1, ended by its own process id."""

import http.client
import socket
import ssl
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

from guide.web.headers import OF_ERRORS
from support import error_pages
from support.server import free_port

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "deploy" / "nginx.conf"
PROGRAM = "/usr/sbin/nginx"
NAME = "guide.example.org"
LINE = "    server 127.0.0.1:{} max_fails=0;\n"
CERTIFICATE = "# Your own certificate:\n"
STARTS_WITHIN = 10  # seconds
# Where nginx would put what does not fit into memory: taken away once it runs, so that a write fails.
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


class Nginx:
    """A running nginx: its ports, its folder, and a TLS client that trusts only its certificate.

    `upstream` are the ports of the servers behind it: one, as in the sample, or several, each listed twice.
    """

    def __init__(self, folder, *upstream):
        self.folder, self.plain, self.port = folder, free_port(), free_port()
        with_certificate(folder)
        changes = {
            "listen 80 ": f"listen 127.0.0.1:{self.plain} ",
            "listen 443 ": f"listen 127.0.0.1:{self.port} ",
            LINE.format(8000) * 3: "".join(LINE.format(port) for port in upstream * (3 if len(upstream) == 1 else 2)),
            "/srv/guide/deploy": str(SAMPLE.parent),
        }
        self.configuration = configured(folder, changes)
        self.trust = ssl.create_default_context(cafile=folder / "certificate.pem")

    def ask(self, method, path, body=None, headers=(), timeout=60):
        """Send one request over TLS on a new connection; return the response and its complete body."""
        return fetched(self.connection(timeout), method, path, body, {"Host": NAME, **dict(headers)})

    def ask_raw(self, sent, timeout=60):
        """Send these bytes on a new TLS connection; return everything that nginx sends until it closes it."""
        with self.connected(timeout) as connection:
            connection.sendall(sent)
            return read_all(connection)

    def connection(self, timeout=60):
        """Return a new connection of http.client, not yet open."""
        return http.client.HTTPSConnection("127.0.0.1", self.port, context=self.trust, timeout=timeout)

    def connected(self, timeout=60):
        """Return a new TLS connection."""
        plain = socket.create_connection(("127.0.0.1", self.port), timeout)
        return self.trust.wrap_socket(plain, server_hostname="127.0.0.1")


def fetched(connection, *request):
    """Send one request on this connection and close it; return the response and its body."""
    try:
        connection.request(*request)
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()


def read_all(connection):
    """Return all bytes until the other side closes the connection."""
    read = b""
    while some := connection.recv(65_536):
        read += some
    return read


def with_certificate(folder):
    """Write a self-signed certificate for the name of the sample and for 127.0.0.1 into this folder."""
    names = f"subjectAltName=DNS:{NAME},IP:127.0.0.1"
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    made = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key, "-out", certificate]
    command = ["openssl", "req", "-x509", *made, "-days", "2", "-subj", f"/CN={NAME}", "-addext", names]
    subprocess.run(command, check=True, capture_output=True)


def configured(folder, changes):
    """Write a main configuration that includes the sample, with its certificate lines and these texts changed."""
    lines = f"ssl_certificate {folder}/certificate.pem;\n    ssl_certificate_key {folder}/key.pem;\n"
    text = SAMPLE.read_text("utf-8")
    for old, new in {CERTIFICATE: lines, **changes}.items():
        assert old in text, old
        text = text.replace(old, new)
    (folder / "site.conf").write_text(text)
    paths = "".join(f"    {each}_temp_path {folder}/temporary/{each};\n" for each in TEMPORARY)
    # The logs are there, as in Debian's own nginx.conf: it is the sample that must keep them empty.
    (folder / "nginx.conf").write_text(
        f"daemon off;\nuser root;\npid {folder}/nginx.pid;\nworker_processes 2;\nerror_log {folder}/error.log info;\n"
        f"events {{ worker_connections 4096; }}\n"
        f"http {{\n    access_log {folder}/access.log;\n{paths}    include {folder}/site.conf;\n}}\n"
    )
    (folder / "temporary").mkdir()
    return folder / "nginx.conf"


def command(folder):
    """Return the command that runs nginx with the configuration of this folder."""
    return [PROGRAM, "-p", str(folder), "-e", f"{folder}/error.log", "-c", f"{folder}/nginx.conf"]


@contextmanager
def running(folder, *upstream):
    """Run nginx in front of these ports of 127.0.0.1 while the block runs; yield it."""
    nginx = Nginx(folder, *upstream)
    with (folder / "output").open("w") as output:
        process = subprocess.Popen(command(folder), stdout=output, stderr=output)
    try:
        _wait(nginx, process)
        for each in TEMPORARY:
            (folder / "temporary" / each).rmdir()
        yield nginx
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait(nginx, process):
    give_up = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < give_up and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", nginx.port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError((nginx.folder / "output").read_text() + (nginx.folder / "error.log").read_text())


def assert_ours(response, body, status, page=None):
    """Assert that the response is the error page of deploy/, with the headers that the guide itself sends."""
    assert response.status == status
    assert body == (error_pages.FOLDER / f"{page or status}.html").read_bytes()
    assert {name: response.getheader(name) for name in OF_ERRORS} == OF_ERRORS
    assert response.getheader("Content-Type") == "text/html; charset=utf-8"
    assert response.getheader("Server") == "nginx"
