"""What a process of the server holds is in no core dump, and other programs cannot read it."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support.serving import serving, until

# What a program of the same user may do, also where the tests run as root: it gives up its rights over processes.
RIGHTS = "-sys_ptrace,-sys_admin,-perfmon"
DROPPED = ["setpriv", "--bounding-set", RIGHTS, "--inh-caps", RIGHTS] if os.geteuid() == 0 else []
READ = "import sys; print(len(open(f'/proc/{sys.argv[1]}/environ', 'rb').read()))"
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="Only Linux can forbid reading a process."),
    pytest.mark.skipif(bool(DROPPED) and not shutil.which("setpriv"), reason="setpriv is needed as root."),
]


@pytest.fixture(scope="module")
def dropped(tiny):
    """A server that was started by a user who is not root, or by root without the right to trace."""
    with serving(root=tiny, before=DROPPED) as running:
        assert until(lambda: len(running.workers()) == 2, 30)
        yield running


def readable(process):
    """Whether another program of this user can read the environment of a process, which needs the right to trace it."""
    command = [*DROPPED, sys.executable, "-c", READ, str(process)]
    return subprocess.run(command, capture_output=True, text=True, timeout=30).returncode == 0


def test_an_ordinary_process_can_be_read_so_that_the_next_test_means_something():
    with subprocess.Popen([*DROPPED, "sleep", "60"]) as process:
        time.sleep(0.2)
        assert readable(process.pid)
        process.kill()


def test_no_process_of_the_server_can_be_read(dropped):
    family = dropped.family()
    assert len(family) == 5  # the supervisor, the generation, the page maker, two workers
    assert [process for process in family if readable(process)] == []


def test_no_process_of_the_server_makes_a_core_dump(dropped):
    for process in dropped.family():
        limits = Path(f"/proc/{process}/limits").read_text()
        assert re.search(r"Max core file size +0 +0 ", limits), limits


def test_a_worker_that_replaces_another_cannot_be_read_either(dropped):
    before = dropped.workers()
    os.kill(before[0], 9)
    assert until(lambda: len(set(dropped.workers()) - set(before)) == 1, 10)
    assert not any(readable(process) for process in dropped.workers())
