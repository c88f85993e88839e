"""A generation: one version of the site. It reads the content once, then forks the page maker and the workers.

Forked processes share the memory of the content, and a worker that dies is replaced in milliseconds. No thread is
started before the fork.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable
from functools import partial

from guide.web.server import site
from guide.web.server.link import Link, pair
from guide.web.server.maker import Maker
from guide.web.server.options import Options
from guide.web.server.processes import (
    GENERATION_STOPS,
    STOPS,
    die_with_parent,
    ended_children,
    fork,
    hold_signals,
    log_line,
    next_signal,
    stop_children,
)
from guide.web.server.secrecy import forbid_reading_memory
from guide.web.server.tally import Tally
from guide.web.server.worker import run_worker

READY = b"ready\n"
WORKER_DIED = "A worker died and was replaced."
PAGE_FAILED = "These pages could not be rendered:"
MAKER_DIED = "The page maker died and was replaced."
# A process that dies within this many seconds after its start is replaced after a delay, which doubles.
YOUNG, LONGEST_PAUSE = 5.0, 5.0
WARM_WITHIN = 150.0


def main() -> None:
    """Entry point, called by the supervisor with the options, the listening socket, the ready pipe, and its id."""
    hold_signals()
    forbid_reading_memory()
    _, options, listening, pipe, parent = sys.argv[1:]
    die_with_parent(int(parent))
    sys.exit(serve(Options.from_json(options), int(listening), int(pipe)))


def serve(options: Options, listening: int, pipe: int) -> int:
    made = site.read(options)
    if made is None:
        return 1
    if options.prepare:
        site.warm(made)
    links = [pair() for _ in range(options.workers)]
    size, ends = options.store_mb * 2**20 // 2, [makers for makers, _ in links]
    maker = Maker(made.app, made.known, made.today, ends, size, prepare=options.prepare)
    own, *rows = Tally.rows(1 + len(links), options.host)
    jobs = [Job(maker.run, MAKER_DIED, own)]
    for (_, link), row in zip(links, rows, strict=True):
        jobs.append(Job(partial(run_worker, made, listening, link, row), WORKER_DIED, own))
    gc.collect()
    gc.freeze()  # the collector does not touch the content again, so its memory stays shared
    for job in jobs:
        job.start()
        if job is jobs[0] and options.warm and not _made_first_pages(links[0][1]):
            stop_children([job.child], GENERATION_STOPS)
            return 1
    os.write(pipe, READY)
    os.close(pipe)
    while next_signal(_until_next_start(jobs)) not in STOPS:
        _replace_ended(jobs)
    stop_children((job.child for job in jobs if job.child), GENERATION_STOPS)
    return 0


def _made_first_pages(link: Link) -> bool:
    """Whether the page maker has rendered the important pages. Logs the names of those that failed."""
    deadline = time.monotonic() + WARM_WITHIN
    while time.monotonic() < deadline:
        while received := link.receive():
            state = received[0]
            if state.get("failed"):
                log_line(f"{PAGE_FAILED} {', '.join(state['failed'])}")
                return False
            if state.get("ready"):
                return True
        if next_signal(0.05) in STOPS:
            return False
    return False


class Job:
    """A child process that is restarted whenever it ends. `tally` counts how often it died."""

    def __init__(self, run: Callable[[], None], died: str, tally: Tally) -> None:
        self.run, self.died, self.tally = run, died, tally
        self.child, self.started, self.pause, self.due = 0, 0.0, 0.0, 0.0

    def start(self) -> None:
        self.child, self.started, self.due = fork(self.run), time.monotonic(), 0.0

    def ended(self, status: int) -> None:
        """Schedule the restart: at once, or after a delay if it died soon after its start."""
        now = time.monotonic()
        young = now - self.started < YOUNG
        self.pause = min(max(self.pause * 2, 0.1), LONGEST_PAUSE) if young else 0.0
        self.child, self.due = 0, now + self.pause
        if status not in (0, -STOPS[1]):  # it was not stopped together with this process
            log_line(self.died)
            self.tally.add("replaced processes")


def _until_next_start(jobs: list[Job]) -> float:
    waits = [max(job.due - time.monotonic(), 0) for job in jobs if not job.child]
    return min(waits, default=3600)


def _replace_ended(jobs: list[Job]) -> None:
    for child, status in ended_children():
        for job in jobs:
            if job.child == child:
                job.ended(status)
    for job in jobs:
        if not job.child and job.due <= time.monotonic():
            job.start()
