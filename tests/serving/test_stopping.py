"""The server stops within ten seconds after any stop signal, and leaves no process behind."""

import os
import signal
import threading
import time

import pytest
from support.sampling import WHOLE, sample
from support.serving import STALLED_POST, STOPS_WITHIN, Served, alive, serving, until

# The signal, whether the whole process group gets it, how often, and seconds between the times.
WAYS = [
    (signal.SIGINT, True, 1, 0),  # Ctrl-C in a terminal
    (signal.SIGTERM, True, 2, 0.05),
    (signal.SIGTERM, False, 1, 0),
    (signal.SIGINT, False, 2, 0.2),
    (signal.SIGINT, True, 2, 0),
    (signal.SIGINT, True, 3, 0.3),
    (signal.SIGTERM, True, 1, 0),  # systemd
    (signal.SIGTERM, False, 2, 0),
    (signal.SIGTERM, False, 2, 0.5),
    (signal.SIGINT, False, 1, 0),
]
# The tests after these stop a whole group by SIGINT, and one process by SIGTERM.
WAYS = WAYS if WHOLE else WAYS[1:2]


def send(served, number, group, times, pause):
    for _ in range(times):
        if served.process.poll() is None:
            (os.killpg if group else os.kill)(served.pid, number)
            time.sleep(pause)


def gone(served, family):
    return served.process.poll() is not None and not any(alive(process) for process in family)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0].name}-{'group' if way[1] else 'one'}-{way[2]}-{way[3]}")
def test_it_stops_with_posts_in_flight_and_delivers_them(small, way):
    with serving(root=small) as served:
        until(lambda: len(served.workers()) == 2, 10)
        family, statuses = served.family(), []
        posts = [threading.Thread(target=lambda: statuses.append(served.post("/en/result")[0])) for _ in range(4)]
        stalled = [served.raw(STALLED_POST) for _ in range(3)]
        for post in posts:
            post.start()
        time.sleep(0.3)  # they have been read, and are being made
        send(served, *way)
        assert until(lambda: gone(served, family), STOPS_WITHIN + 2), served.said()
        for post in posts:
            post.join(30)
        assert served.process.returncode == 0
        assert statuses
        assert set(statuses) <= {200, 503}
        assert 200 in statuses
        assert "died" not in served.said()
        for connection in stalled:
            connection.close()


@pytest.mark.parametrize("pause", sample([0, 0.4], 1))
def test_it_stops_right_after_its_start(small, pause):
    with serving(root=small) as served:
        family = served.family()
        time.sleep(pause)
        os.killpg(served.pid, signal.SIGINT)
        assert until(lambda: gone(served, family), STOPS_WITHIN + 2)
        assert served.process.returncode == 0


@pytest.mark.whole
def test_it_stops_while_it_starts():
    served = Served()
    time.sleep(0.5)
    os.kill(served.pid, signal.SIGTERM)
    assert until(lambda: served.process.poll() is not None, STOPS_WITHIN + 2)
    assert served.process.returncode in (0, -signal.SIGTERM)  # before or after it blocks the signal
    served.end()


@pytest.mark.whole
def test_no_process_is_left_when_the_supervisor_is_killed(small):
    with serving(root=small) as served:
        until(lambda: len(served.workers()) == 2, 10)
        family = served.family()
        assert len(family) == 5  # supervisor, generation, page maker, two workers
        os.kill(served.pid, signal.SIGKILL)
        assert until(lambda: not any(alive(process) for process in family), STOPS_WITHIN + 2)


def test_a_port_in_use_exits_with_status_1(served):
    taken = Served(options=("--port", str(served.port)))
    assert until(lambda: taken.process.poll() is not None, 60)
    assert taken.process.returncode == 1
    assert "Cannot listen" in taken.said()
    assert "Traceback" not in taken.said()
    taken.end()


def test_an_invalid_option_exits_with_status_2():
    wrong = Served(options=("--workers", "0"))
    assert until(lambda: wrong.process.poll() is not None, 60)
    assert wrong.process.returncode == 2
    wrong.end()
