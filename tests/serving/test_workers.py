"""A process that dies is replaced, while the site stays available."""

import os
import signal
import threading
import time

import pytest
from support.sampling import WHOLE
from support.serving import Walk, alive, serving, until

VISITORS, KILLS = (20, 4) if WHOLE else (6, 1)
SEEN_AGAIN_WITHIN = 3  # seconds; 0.1 was seen


@pytest.mark.whole
def test_a_killed_worker_is_replaced_while_visitors_walk(small):
    with serving(root=small) as served:
        until(lambda: len(served.workers()) == 2, 10)
        over = threading.Event()
        walks = [Walk(served, over) for _ in range(VISITORS)]
        for walk in walks:
            walk.start()
        for _ in range(KILLS):
            time.sleep(1)
            before = set(served.workers())
            os.kill(min(before), signal.SIGKILL)
            assert until(served.answers, SEEN_AGAIN_WITHIN)
            assert until(lambda before=before: len(set(served.workers()) - before) == 1, SEEN_AGAIN_WITHIN * 3)
        time.sleep(1)
        over.set()
        for walk in walks:
            walk.join(60)
        # Lost is only what the killed worker was at: at most what each visitor had under way.
        assert sum(walk.bad for walk in walks) <= KILLS * VISITORS
        assert sum(walk.good for walk in walks) > VISITORS
        assert served.said().count("A worker died and was replaced.\n") == KILLS


@pytest.mark.whole  # a worker and a generation that die are replaced by the same code
def test_both_workers_and_the_page_maker_are_replaced_at_once(small):
    with serving(root=small) as served:
        until(lambda: len(served.workers()) == 2, 10)
        before = [*served.workers(), served.page_maker()]
        for process in before:
            os.kill(process, signal.SIGKILL)
        assert until(lambda: len(served.workers()) == 2 and not any(map(alive, before)), 10)
        assert served.get("/es/explain")[0] == 200
        assert "The page maker died and was replaced.\n" in served.said()


@pytest.mark.whole
def test_a_killed_generation_is_replaced(small):
    with serving(root=small) as served:
        until(lambda: len(served.workers()) == 2, 10)
        before = served.generation()
        os.kill(before, signal.SIGKILL)
        assert until(lambda: served.generation() not in (None, before) and len(served.workers()) == 2, 60)
        assert until(served.answers, 10)


def test_the_log_of_a_crash_has_no_data_of_visitors(small):
    with serving(root=small) as served:
        until(lambda: len(served.workers()) == 2, 10)
        served.post("/en/result?canary7", body="held=canary7")
        os.kill(served.workers()[0], signal.SIGKILL)
        assert until(lambda: "replaced" in served.said(), 10)
        assert "canary7" not in served.said()


def test_every_worker_tells_this_machine_how_many_processes_died(small):
    with serving(root=small) as served:
        until(lambda: len(served.workers()) == 2, 10)
        before = served.workers()
        os.kill(before[0], signal.SIGKILL)
        assert until(lambda: b"replaced processes: 1\n" in served.get("/readyz")[2], 10)
        assert until(lambda: len(set(served.workers()) - set(before)) == 1, 10)
        assert {b"replaced processes: 1\n" in served.get("/readyz")[2] for _ in range(20)} == {True}
