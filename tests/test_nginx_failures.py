"""nginx with the sample of deploy/, when the guide behind it fails, or one of two copies of it."""

import os
import signal
import time
from contextlib import ExitStack

import pytest
from support import nginx, server, soak
from support.behind import behind
from support.nginx import FORM, assert_ours
from support.serving import STOPS_WITHIN, serving, until

pytestmark = pytest.mark.deploy
VISITORS, WALKS_FOR, PAUSE = 30, 16, 2  # visitors, seconds, seconds that a visitor reads
REPLACED_WITHIN = 30  # seconds


def test_while_the_guide_is_down_our_page_says_whom_to_call(tmp_path):
    with nginx.running(tmp_path, server.free_port()) as front:
        for method, body in (("GET", None), ("POST", "held=yes")):
            response, page = front.ask(method, "/en/result", body, FORM)
            assert_ours(response, page, 502)
            assert b"988" in page
            assert b"911" in page


def test_a_form_whose_worker_died_is_sent_again(tmp_path):
    with behind("drop", "drop", "answer") as there, nginx.running(tmp_path, there.port) as front:
        response, body = front.ask("POST", "/en/result", "held=yes", FORM)
        assert (response.status, body) == (200, b"good")
        assert len(there.requests) == 3
        assert all(request.endswith(b"held=yes") for request in there.requests)


def test_a_page_that_times_out_is_requested_once_and_gets_our_page(tmp_path):
    with behind("hold", "hold", "hold") as there, nginx.running(tmp_path, there.port) as front:
        assert_ours(*front.ask("GET", "/en/", timeout=60), 504)
        assert len(there.requests) == 1


def test_no_request_fails_when_a_worker_is_killed(small, tmp_path):
    with serving(root=small) as served, nginx.running(tmp_path, served.port) as front:
        assert until(lambda: len(served.workers()) == 2, REPLACED_WITHIN)
        before = set(served.workers())

        def kill():
            time.sleep(WALKS_FOR / 4)
            os.kill(min(before), signal.SIGKILL)
            time.sleep(WALKS_FOR * 3 / 4)

        seen = soak.visit(front.connection, soak.Walks(small, each=4), VISITORS, PAUSE, kill)
        assert (seen.failed, seen.lost) == ([], 0)
        assert seen.counts["results"] > VISITORS / 4
        assert until(lambda: len(set(served.workers()) - before) == 1, REPLACED_WITHIN)


def test_no_request_fails_when_one_of_two_copies_dies_at_once(small, tmp_path):
    """Copies on one machine: a dead one refuses connections. One that is silent costs a visitor 2 s (the sample)."""
    walks = soak.Walks(small, each=4)
    with serving(root=small, workers=1) as one, serving(root=small, workers=1) as other:
        with nginx.running(tmp_path, one.port, other.port) as front:

            def kill():
                time.sleep(WALKS_FOR / 4)
                for process in one.family():
                    os.kill(process, signal.SIGKILL)
                time.sleep(WALKS_FOR * 3 / 4)

            seen = soak.visit(front.connection, walks, VISITORS, PAUSE, kill)
        assert not one.answers()
        assert other.answers()
    assert (seen.failed, seen.lost) == ([], 0)
    assert seen.counts["results"] > VISITORS / 4


def test_a_new_version_on_one_copy_after_the_other_loses_no_answer(small, tmp_path):
    """What deploy/README.md tells hosts with two copies to do: stop one, start it again, wait, then the other."""
    walks = soak.Walks(small, each=4)
    with ExitStack() as copies:
        running = [copies.enter_context(serving(root=small, workers=1)) for _ in range(2)]
        front = copies.enter_context(nginx.running(tmp_path, *(copy.port for copy in running)))

        def replace():
            for old in running:
                time.sleep(PAUSE * 2)  # visitors post meanwhile
                os.kill(old.pid, signal.SIGTERM)
                assert old.process.wait(STOPS_WITHIN * 2) == 0
                copies.enter_context(serving(root=small, workers=1, port=old.port))
            time.sleep(PAUSE * 2)

        seen = soak.visit(front.connection, walks, VISITORS, PAUSE, replace)
    assert (seen.failed, seen.lost) == ([], 0)
    assert seen.counts["results"] > VISITORS / 4
