"""One version of the site: reads the content once, then forks the page maker and the workers.

Forked processes share the memory of what was read, and a worker that dies is replaced in milliseconds. Nothing here
starts a thread before it forks.
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
from guide.web.server.worker import run_worker

READY = b"ready\n"
WORKER_DIED = "A worker died and was replaced."
PAGE_FAILED = "These pages could not be made:"
MAKER_DIED = "The page maker died and was replaced."
# A process that dies within this many seconds after its start is replaced only after a pause, which doubles.
YOUNG, LONGEST_PAUSE = 5.0, 5.0
WARM_WITHIN = 150.0


def main() -> None:
    """Started by the supervisor, with the options, the listening socket, the pipe to say ready on, and its id."""
    hold_signals()
    _, options, listening, pipe, parent = sys.argv[1:]
    die_with_parent(int(parent))
    sys.exit(serve(Options.from_json(options), int(listening), int(pipe)))


def serve(options: Options, listening: int, pipe: int) -> int:
    made = site.read(options)
    if made is None:
        return 1
    links = [pair() for _ in range(options.workers)]
    maker = Maker(made.app, made.known, made.today, [makers for makers, _ in links], options.store_mb * 2**20 // 2)
    jobs = [Job(maker.run, MAKER_DIED)]
    jobs += [Job(partial(run_worker, made, listening, link), WORKER_DIED) for _, link in links]
    gc.collect()
    gc.freeze()  # what was read is never looked at by the collector again, and so stays shared
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
    """Whether the page maker has made the pages that matter; it tells the names of those that failed."""
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
    """A process that is always to be there."""

    def __init__(self, run: Callable[[], None], died: str) -> None:
        self.run, self.died = run, died
        self.child, self.started, self.pause, self.due = 0, 0.0, 0.0, 0.0

    def start(self) -> None:
        self.child, self.started, self.due = fork(self.run), time.monotonic(), 0.0

    def ended(self, status: int) -> None:
        """It is to be started again: at once, or after a pause where it does nothing but die."""
        now = time.monotonic()
        young = now - self.started < YOUNG
        self.pause = min(max(self.pause * 2, 0.1), LONGEST_PAUSE) if young else 0.0
        self.child, self.due = 0, now + self.pause
        if status not in (0, -STOPS[1]):  # it was not asked to stop together with us
            log_line(self.died)


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
