"""What fails around the server: the disk, the clock, memory, slow clients. It serves on."""

import contextlib
import os
import re
import shutil
import signal
import socket
import time
from pathlib import Path

import pytest
from bench.load import memory
from support.sampling import WHOLE
from support.serving import FORM, ROOT, STALLED_POST, STOPS_WITHIN, serving, tiny_site, until

FAKETIME = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)
ROOT_ONLY = pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount")
# As little as the user of the systemd unit may do. The user itself stays: Python may be in a folder of this user only.
POWERLESS = "setpriv --bounding-set=-all --inh-caps=-all --no-new-privs"
MEGABYTE = 2**20


def serves(served):
    """Assert that pages come, a result comes, and no process had to be replaced."""
    assert served.get("/en/")[0] == 200
    assert b"</html>" in served.post("/en/result")[2]
    assert b"replaced processes: 0\n" in served.get("/readyz")[2], served.said()


def in_a_shell(script):
    """Return the words of a command that runs this script in a mount namespace of its own, then the server."""
    return ["unshare", "--mount", "sh", "-ec", f'{script}\nexec "$@"', "sh"]


def own_copy(folder):
    """Return a tiny site whose static files are its own too, and not links to those of this checkout."""
    site = tiny_site(folder)
    (site / "static").unlink()
    shutil.copytree(ROOT / "static", site / "static")
    return site


@pytest.mark.whole
def test_what_changes_on_the_disk_changes_nothing_until_it_is_reloaded(tmp_path):
    site = own_copy(tmp_path)
    with serving(root=site) as served:
        style = re.search(rb'"(/static/css/[^"]+)"', served.get("/en/")[2])[1].decode()
        paths = ("/en/", "/en/questions", "/healthz", style)
        before = [served.get(path)[2] for path in paths], served.post()[2]
        for name in ("content/site.yaml", "content/questions.yaml", "static/css/site.css"):
            (site / name).write_text("name: [\n", "utf-8")
        os.kill(served.workers()[0], signal.SIGKILL)  # its successor comes from memory, not from the disk
        assert until(lambda: b"replaced processes: 1\n" in served.get("/readyz")[2], 10)
        for _ in range(6):
            assert ([served.get(path)[2] for path in paths], served.post()[2]) == before


@pytest.mark.deploy
@ROOT_ONLY
def test_a_full_disk_stops_nothing(small, tmp_path):
    """The site, HOME, temporary files and the output of the server are on a disk without a free byte."""
    (full := tmp_path / "full").mkdir()
    fill = f"""mount -t tmpfs -o size=64m tmpfs {full}
cp -r {small}/. {full}
dd if=/dev/zero of={full}/rest bs=4096 2>/dev/null || true
! (echo one >{full}/another) 2>/dev/null
exec >/dev/full 2>&1"""
    places = dict.fromkeys(("HOME", "TMPDIR", "XDG_CACHE_HOME"), str(full))
    with serving(root=full, before=in_a_shell(fill), **places) as served:
        serves(served)
        before = served.generation()
        os.kill(served.pid, signal.SIGHUP)
        assert until(lambda: served.generation() != before and len(served.family()) == 5, 60)
        os.kill(served.workers()[0], signal.SIGKILL)  # the line that says so cannot be written
        assert until(lambda: b"replaced processes: 1\n" in served.get("/readyz")[2], 10)
        assert served.post()[0] == 200
        os.kill(served.pid, signal.SIGTERM)
        assert until(lambda: served.process.poll() is not None, STOPS_WITHIN + 2)
        assert served.process.returncode == 0


@pytest.mark.deploy
@ROOT_ONLY
def test_a_bare_machine_is_enough(tiny):
    """A checkout that nobody can write, a user without HOME or power, no Chromium, no fonts, an empty environment."""
    hidden = "".join(
        f"mount -t tmpfs -o ro tmpfs {folder}\n"
        for folder in ("/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/chromium", "/usr/lib/chromium")
        if Path(folder).is_dir()
    )
    script = f"""{hidden}for there in {ROOT} {tiny}; do
  mount --bind $there $there; mount -o remount,bind,ro $there
done
cd {ROOT}
set -- {POWERLESS} env -i GUIDE_ROOT={tiny} PATH=/nowhere "$@" """
    with serving(root=tiny, before=in_a_shell(script)) as served:
        serves(served)
        status = Path(f"/proc/{served.workers()[0]}/status").read_text()
        assert re.search(r"(?m)^CapBnd:\s+0+$", status), status
        with pytest.raises(OSError, match="Read-only"):
            (Path(f"/proc/{served.pid}/root{ROOT}") / "written").write_text("")


@pytest.mark.deploy
@pytest.mark.skipif(FAKETIME is None, reason="Debian's libfaketime is needed")
def test_a_clock_that_jumps_forward_and_back_stops_nothing(small, tmp_path):
    """Pages follow it: one of a later day says that it is old, and one of the first day is the first one again."""
    now = tmp_path / "now"

    def set_clock(day):
        now.write_text(f"@{day} 12:00:00\n")

    set_clock("2026-11-30")
    environment = {
        "LD_PRELOAD": str(FAKETIME),
        "FAKETIME_TIMESTAMP_FILE": str(now),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",  # as on a machine: setting the clock moves the wall clock only
        "TZ": "UTC",
    }
    with serving(root=small, today=None, **environment) as served:
        today = served.get("/en/")[2]
        for day, same in (("2028-06-01", False), ("2026-11-30", True), ("2040-01-01", False), ("1971-01-01", False)):
            set_clock(day)
            assert until(lambda same=same: (served.get("/en/")[2] == today) is same, 60), day
            serves(served)


@pytest.mark.skipif(not shutil.which("prlimit"), reason="prlimit of util-linux is needed")
@pytest.mark.deploy
def test_two_gigabytes_of_memory_are_enough_for_the_whole_guide():
    """No process may ask for more than 2 GB of addresses, and all together hold far less memory than that."""
    with serving(before=["prlimit", f"--as={2048 * MEGABYTE}"], prepare=True) as served:
        assert until(lambda: served.get("/readyz")[0] == 200, 120)
        for path in ("/es+en/explain", "/ar+en/help", "/zh-Hans/explain/all"):
            assert until(lambda path=path: served.get(path)[0] == 200, 120)
        assert served.post("/es+en/result")[0] == 200
        serves(served)
        if os.geteuid() == 0:  # only root can read what a process of the server holds
            assert 0 < memory(served.family()) < 1024


SLOW = 100 if WHOLE else 20  # of each of the three kinds


def slow_reader(served):
    """A connection that asks for a long page again and again and reads nothing of it."""
    with contextlib.ExitStack() as stack:
        connection = stack.enter_context(socket.socket())
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.settimeout(30)
        connection.connect(("127.0.0.1", served.port))
        connection.sendall(b"GET /en/explain HTTP/1.1\r\nHost: guide\r\n\r\n" * 20)
        stack.pop_all()
        return connection


@pytest.mark.whole
def test_slow_clients_of_every_kind_at_once_block_no_one(small):
    head = b"GET /en/ HTTP/1.1\r\nHost: guide\r\n"
    with serving(root=small) as served, contextlib.ExitStack() as held:
        assert until(lambda: served.get("/en/explain")[0] == 200, 60)
        for _ in range(SLOW):
            for connection in (served.raw(head), served.raw(STALLED_POST), slow_reader(served)):
                held.enter_context(connection)
        for path in ("/en/", "/es/help", "/en/explain"):
            assert served.get(path)[0] == 200
        assert served.post(body="held=yes", **{"content-type": FORM})[0] == 200
        began = time.monotonic()
        os.kill(served.pid, signal.SIGTERM)
        assert until(lambda: served.process.poll() is not None, STOPS_WITHIN + 5), time.monotonic() - began
        assert served.process.returncode == 0
