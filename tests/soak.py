"""`make soak`: 200 visitors walk for some minutes while a worker is killed every 20 s. Writes what was seen.

Run as `python tests/soak.py --seconds 180 --day 2026-12-01`. The visitors come through Debian's nginx with the sample
of deploy/, or straight to the server where nginx is not there (or with --direct). Exit status 1 if behind nginx a
request failed, an answer was lost, or memory grew by 5 % or more; straight at the server, what a killed worker was at
is lost, which is the figure wanted then. One worker is never killed, so that a leak would show.
"""

import argparse
import http.client
import os
import re
import signal
import statistics
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path

from bench.load import memory
from bench.tables import put
from support import nginx, soak
from support.serving import ROOT, serving, until

README = ROOT / "deploy" / "README.md"
KILLS_EVERY, LOOKS_EVERY = 20, 2  # seconds
IDLE_WITHIN = 600  # seconds until the page maker has made and packed everything
WARM = 4  # times that each result is asked for before: a worker copies shared pages of memory when it first uses them
GROWTH = 5  # percent


def main():
    """The command line."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the servers are ended too
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=180)
    parser.add_argument("--visitors", type=int, default=200)
    parser.add_argument("--pause", type=float, default=30, help="seconds that a visitor reads, on average")
    parser.add_argument("--direct", action="store_true", help="without nginx")
    parser.add_argument("--day", help="write the figures into deploy/README.md, with this day")
    wanted = parser.parse_args()
    wanted.direct = wanted.direct or not Path(nginx.PROGRAM).exists()
    walks = soak.Walks()
    with tempfile.TemporaryDirectory() as folder, serving(prepare=True) as served:
        behind = nullcontext() if wanted.direct else nginx.running(Path(folder), served.port)
        with behind as front:
            if not wanted.direct:  # memory is compared
                ready(served)
                warm(served, walks)
            run = Run(served)
            load = os.getloadavg()[0]
            seen = soak.visit(
                lambda: connection(served, front),
                walks,
                wanted.visitors,
                wanted.pause,
                lambda: run.go(wanted.seconds),
            )
        said = served.said()
    line = summed_up(wanted, seen, run, load)
    print(line, *seen.failed[:10], *seen.wrong[:10], sep="\n")
    if wanted.day:
        put("soak directly" if wanted.direct else "soak", line, README)
    sys.exit(0 if wanted.direct or passed(seen, run, said) else 1)


def connection(served, front):
    """Return a new connection to nginx, or to the server where there is none."""
    if front is None:
        return http.client.HTTPConnection("127.0.0.1", served.port, timeout=soak.PATIENCE)
    return front.connection(soak.PATIENCE)


def ready(served):
    """Wait until the page maker has made everything and rests: only then memory should be flat."""
    assert until(lambda: served.get("/readyz")[0] == 200, IDLE_WITHIN), served.said()
    maker = Path(f"/proc/{served.page_maker()}/stat")

    def rests():
        before = maker.read_text().split()[13:15]
        time.sleep(3)
        return maker.read_text().split()[13:15] == before

    assert until(rests, IDLE_WITHIN), "the page maker does not come to rest"


def warm(served, walks):
    """Ask for each result some times, so that both workers have made most of what they keep."""
    with ThreadPoolExecutor(4) as clients:
        list(clients.map(lambda walk: served.post(f"/{walk[0]}/result", body=walk[1]), walks.all * WARM))


class Run:
    """Kills one of the workers again and again, and looks at the memory of all other processes together."""

    def __init__(self, served):
        self.served, self.kept = served, served.workers()[0]
        self.kills, self.memory = 0, []  # the memory in MB, of all and of the worker that is never killed
        self.others = [process for process in served.family() if process not in served.workers()]

    def go(self, seconds):
        """Do so for that many seconds."""
        began = time.monotonic()
        while (passed := time.monotonic() - began) < seconds:
            if passed > KILLS_EVERY * (self.kills + 1):
                self._kill()
            self.memory.append((memory([*self.others, self.kept]), private(self.kept)))
            time.sleep(LOOKS_EVERY)

    def _kill(self):
        other = [worker for worker in self.served.workers() if worker != self.kept]
        self.kills += 1
        if other:
            os.kill(other[0], signal.SIGKILL)

    def growth(self, which):
        """Return the memory in the first quarter and in the last, in MB, and the growth in percent."""
        seen = [each[which] for each in self.memory]
        some = max(len(seen) // 4, 1)
        first, last = statistics.median(seen[:some]), statistics.median(seen[-some:])
        return first, last, (last / first - 1) * 100 if first else 0.0


def private(process):
    """Return the memory that only this process has, in MB; 0 where it cannot be read."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return sum(map(int, re.findall(r"(?m)^Private_\w+:\s+(\d+)", text))) / 1024


def passed(seen, run, said):
    """Whether nothing failed, no answer was lost and memory stayed flat."""
    return not (seen.failed or seen.lost or run.growth(0)[2] >= GROWTH or "Traceback" in said)


def summed_up(wanted, seen, run, load):
    """Return what was seen, in one paragraph of Markdown."""
    way = "without nginx" if wanted.direct else "behind nginx"
    line = (
        f"On {wanted.day or 'this day'}, {way}, on {os.cpu_count()} cores (load {load:.1f} before the start), "
        f"{wanted.seconds} s: {wanted.visitors} visitors who read {wanted.pause:.0f} s a page, "
        f"{run.kills} workers killed.\n{seen.counts['requests']} requests, {seen.counts['walks']} whole walks, "
        f"{seen.counts['results']} results compared. **Failed: {len(seen.failed)}. Answers lost: {seen.lost}.** "
        f"Told to come back in 2 seconds: {seen.counts['busy']}."
    )
    if wanted.direct:
        return line
    (first, last, grown), (*_, lived) = run.growth(0), run.growth(1)
    return (
        f"{line}\nMemory of the processes that lived on: {first:.0f} MB in the first quarter, {last:.0f} MB in the last"
        f" ({grown:+.1f} %); what the worker among them has alone: {lived:+.1f} %."
    )


if __name__ == "__main__":
    main()
