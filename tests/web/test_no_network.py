"""Neither we nor a dependency opens a connection, asks for a name or starts a program while pages are made."""

import subprocess
import sys

import pytest

# In a process of its own, since a hook stays for good; it refuses before anything of ours is imported.
HOOK = """
import sys
REFUSED = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "subprocess.Popen",
           "os.system", "os.exec", "os.posix_spawn", "urllib.Request", "http.client.connect")
seen = []
def refuse(event, arguments):
    if event in REFUSED:
        seen.append(event)
        raise RuntimeError(event)
sys.addaudithook(refuse)
"""
PAGES = """
import datetime as dt
from guide.config import Settings
from guide.web import create_app
from guide.web.load_all import load_all
from guide.web.server import front, maker, worker
app = create_app(Settings(today=lambda: dt.date(2026, 11, 30), address="https://guide.example"))
load_all(app)
client = app.test_client()
paths = ["/", "/en/", "/es/explain/all", "/ar/help", "/es+en/help", "/zh-Hans/handout", "/en/privacy", "/rules.json",
         "/changes.atom", "/sitemap.xml", "/oembed?url=https://guide.example/en/", "/embed/en/explain", "/en/nothing"]
for path in paths:
    client.get(path)
client.post("/en/result", data={"held": "yes"})
"""


def seen(doing):
    """Return what a process that does this tried to reach, as it prints it."""
    code = f"{HOOK}\n{doing}\nprint(seen)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.slow
def test_no_page_needs_the_network_or_a_program():
    assert seen(PAGES) == "[]"


@pytest.mark.parametrize(
    ("call", "event"),
    [
        ("import socket; socket.create_connection(('127.0.0.1', 9))", "socket.getaddrinfo"),
        ("import urllib.request as u; u.urlopen('http://localhost:9')", "urllib.Request"),
        ("import subprocess; subprocess.run(['true'])", "subprocess.Popen"),
    ],
)
def test_each_would_be_seen(call, event):
    first, last = call.split("; ")
    caught = f"{first}\ntry:\n    {last}\nexcept Exception:\n    pass"
    assert event in seen(caught)
