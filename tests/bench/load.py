"""Programs under load: starts them on 127.0.0.1, measures with wrk, and ends them by their process ids."""

import contextlib
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from support.server import free_port

WRK = re.compile(r"(?m)^\s+(50|99)%\s+([0-9.]+)(us|ms|s|m) *$|^Requests/sec:\s+([0-9.]+)$|Non-2xx[^:]*: (\d+)")
MILLISECONDS = {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}
BROWSER = "gzip, deflate, br"  # what browsers accept
WORKERS = 2
NGINX = """daemon off; worker_processes {workers}; pid {folder}/pid; error_log {folder}/errors;
events {{ worker_connections 2048; }}
http {{ access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; {temps}
server {{ listen 127.0.0.1:{port} backlog=4096; root {root}; {more} }} }}
"""
TEMPS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@dataclass(frozen=True)
class Load:
    """What wrk saw: good answers a second, the median and the 99th percentile in milliseconds, and how many failed."""

    rate: float
    median: float
    slowest: float
    failed: int


def wrk(url, seconds=2, visitors=16, keep=True, form=None, folder=None):
    """Ask for `url` for some seconds, or post `form` to it. Returns Load."""
    command = ["wrk", "-t1", f"-c{visitors}", f"-d{seconds}s", "--latency", "--timeout", "20s"]
    command += ["-H", f"Accept-Encoding: {BROWSER}"] + ([] if keep else ["-H", "Connection: close"])
    if form is not None:
        script = Path(folder) / "post.lua"
        kind = 'wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"'
        script.write_text(f'wrk.method = "POST"\nwrk.body = "{form}"\n{kind}\n', "utf-8")
        command += ["-s", str(script)]
    said = subprocess.run([*command, url], capture_output=True, text=True, check=True).stdout
    found = {"50": 0.0, "99": 0.0, "rate": 0.0, "failed": 0}
    for percentile, number, unit, rate, failed in WRK.findall(said):
        if percentile:
            found[percentile] = float(number) * MILLISECONDS[unit]
        elif rate:
            found["rate"] = float(rate)
        else:
            found["failed"] = int(failed)
    return Load(found["rate"] - found["failed"] / seconds, found["50"], found["99"], found["failed"])


def side_by_side(askers, rounds=3):
    """Run each of these functions in turn, some rounds; return the median Load of each, by its rate."""
    seen = {name: [] for name in askers}
    for _ in range(rounds):
        for name, ask in askers.items():
            seen[name].append(ask())
    return {name: sorted(loads, key=lambda load: load.rate)[len(loads) // 2] for name, loads in seen.items()}


@contextlib.contextmanager
def running(command, port, **environment):
    """Run a server while the block runs; yield its URL once it accepts connections."""
    import socket

    quiet = subprocess.DEVNULL
    # In a session of its own, as the guide: Linux gives each session its share of a busy processor.
    process = subprocess.Popen(
        command, env=os.environ | environment, stdout=quiet, stderr=quiet, start_new_session=True
    )
    try:
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def granian(interface, application, says):
    """A granian with as many workers as the guide has, and `bench.hello` as its application."""
    port = free_port()
    command = [str(Path(sys.executable).with_name("granian")), "--interface", interface, "--port", str(port)]
    command += ["--workers", str(WORKERS), "--no-log", "--backpressure", "8192", "--backlog", "4096"]
    command += ["--blocking-threads", "1"] if interface == "wsgi" else []
    command += ["--factory"] if application == "flask" else []
    tests = str(Path(__file__).parents[1])
    return running([*command, f"bench.hello:{application}"], port, BENCH_SAYS=str(says), PYTHONPATH=tests)


def nginx(folder, root, more=""):
    """nginx with as many workers, no log, and the files below `root`."""
    folder, root = Path(folder), Path(root)
    folder.mkdir(parents=True, exist_ok=True)
    above = [each for each in root.parents if Path(tempfile.gettempdir()) in each.parents]
    for path in (*above, root, *root.rglob("*")):
        path.chmod(0o755)  # nginx reads as another user
    port = free_port()
    temps = " ".join(f"{name}_temp_path {folder}/{name};" for name in TEMPS)
    text = NGINX.format(workers=WORKERS, folder=folder, port=port, root=root, more=more, temps=temps)
    (folder / "nginx.conf").write_text(text, "utf-8")
    return running(["nginx", "-c", f"{folder}/nginx.conf", "-e", f"{folder}/errors"], port)


def memory(processes):
    """Return the PSS of these processes together, in MB: what they share is counted once."""
    total = 0
    for process in processes:
        with contextlib.suppress(OSError):
            total += int(re.search(r"(?m)^Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text())[1])
    return total / 1024


def middle(numbers):
    """Return the median."""
    return statistics.median(numbers)
