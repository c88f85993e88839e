"""What the processes of a server ask of the kernel while a block runs, as strace tells it."""

import os
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from support.serving import until

TOOL = shutil.which("strace")
WRITES = [
    *("write", "writev", "pwrite64", "pwritev", "pwritev2", "sendto", "sendmsg", "sendmmsg"),
    *("sendfile", "splice", "tee", "vmsplice", "copy_file_range"),
]
CHANGES = [
    *(
        "creat",
        "mkdir",
        "mkdirat",
        "mknod",
        "mknodat",
        "rename",
        "renameat",
        "renameat2",
        "unlink",
        "unlinkat",
        "rmdir",
    ),
    *("link", "linkat", "symlink", "symlinkat", "truncate", "ftruncate", "fallocate", "chmod", "fchmod", "fchmodat"),
    *("chown", "fchown", "fchownat", "lchown", "utime", "utimes", "utimensat", "futimesat"),
]
OPENS = ["open", "openat", "openat2"]
REACHES = ["socket", "socketpair", "connect", "bind", "execve", "execveat", "io_uring_setup"]
STARTS = ["fork", "vfork", "clone", "clone3"]
# glibc asks the kernel about memory there before it gives some back.
OF_THE_KERNEL = '"/proc/sys/vm/overcommit_memory"'
TRACED = [*WRITES, *CHANGES, *OPENS, *REACHES, *STARTS]
LINE = re.compile(r"^(?P<process>\d+) +(?P<call>\w+)\((?P<rest>.*)$")
PLACE = re.compile(r"^\d+<(?P<place>.*?)>(?:\(deleted\))?(?:,|\)| <unfinished)")
# Where bytes may go beside the visitors: between parts of the server, and into the memory of ready pages.
INSIDE = {
    "eventfds": re.compile(r"anon_inode:\[eventfd(:\d+)?\]|\[eventfd"),
    "pipes": re.compile(r"pipe:\["),
    "socket pairs of the server": re.compile(r"UNIX(-\w+)?:\["),
    "memory of ready pages": re.compile(r"/memfd:ready-pages"),
}


@dataclass
class Calls:
    """How many writes went where, and the lines of calls that changed a file, opened one, or reached outside."""

    writes: Counter = field(default_factory=Counter)
    changed: list = field(default_factory=list)
    opened: list = field(default_factory=list)
    reached: list = field(default_factory=list)


def sort(lines, port):
    """Return the calls in lines of strace, for a server on a port."""
    calls = Calls()
    for line in lines:
        found = LINE.match(line)
        if not found or " resumed>" in line:
            continue
        call, rest = found["call"], found["rest"]
        if call in WRITES:
            _sort_write(line, rest, port, calls)
        elif call in CHANGES or (call in OPENS and re.search(r"O_(WRONLY|RDWR|CREAT|TRUNC|APPEND)", rest)):
            calls.changed.append(line)
        elif call in OPENS and OF_THE_KERNEL not in rest:
            calls.opened.append(line)
        elif call in REACHES or (call in STARTS and "CLONE_THREAD" not in rest):
            calls.reached.append(line)
    return calls


def _sort_write(line, rest, port, calls):
    place = (PLACE.match(rest) or {"place": ""})["place"]
    if rest.startswith("2<"):
        calls.writes["lines of the log"] += 1  # what they say is looked at by itself
    elif re.match(rf"TCP(v6)?:\[[^>]*:{port}->", place):
        calls.writes["visitors"] += 1
    elif name := next((name for name, shape in INSIDE.items() if shape.match(place)), None):
        calls.writes[name] += 1
    elif place.startswith(("TCP", "UDP")):
        calls.reached.append(line)
    else:
        calls.changed.append(line)


@contextmanager
def traced(served):
    """Watch all processes of a server, and those that they start, while the block runs; yield what was sorted after."""
    calls = Calls()
    processes = served.family()
    with tempfile.TemporaryDirectory() as folder:
        told, said = Path(folder, "calls"), Path(folder, "said")
        # -yy names what a number of a file stands for; -s 0 shows nothing of what is written.
        wanted = ["-e", f"trace={','.join(_known(TRACED))}", "-e", "signal=none"]
        command = [TOOL, "-f", "-yy", "-s", "0", *wanted, "-o", str(told)]
        with said.open("w") as errors:
            tracer = subprocess.Popen(
                [*command, *(word for process in processes for word in ("-p", str(process)))], stderr=errors
            )
        try:
            assert until(lambda: all(_is_traced(process, tracer.pid) for process in processes), 30), said.read_text()
            yield calls
        finally:
            tracer.terminate()
            tracer.wait(timeout=60)
        found = sort(told.read_text("utf-8", "replace").splitlines(), served.port)
        calls.__dict__.update(found.__dict__)


def _is_traced(process, tracer):
    threads = Path(f"/proc/{process}/task").iterdir()
    return all(f"TracerPid:\t{tracer}\n" in Path(thread, "status").read_text() for thread in threads)


def _known(names):
    """Return the names with a mark that lets strace pass over calls which this kind of machine does not have."""
    return [f"?{name}" for name in names]


def can_trace():
    """Return whether strace is here, and this user may trace a process that forbids it to others."""
    return bool(TOOL) and os.geteuid() == 0
