"""1,000 random visits and 200 broken requests at the production server of the whole guide, watched by strace."""

import json
import os
import time

import pytest
from support.ready_areas import asleep
from support.serving import PAGE_MAKER_NICE, ROOT, serving, until

from proof.calls import can_trace, traced
from proof.checks import CHECKS
from proof.memory import copies
from proof.visitors import Town, visit

pytestmark = [
    pytest.mark.proof,
    pytest.mark.serving,
    pytest.mark.skipif(not can_trace(), reason="needs root, and Debian's strace"),
]
VISITS, BROKEN = 1000, 200
STORED_WITHIN = 1200  # seconds until every page is made in gzip and brotli
POSTS, SECRET = 40, b"zqxsecret7"
FORM = "held=yes&police=arrest&offense=zqxsecret7&zqxsecret7=x"


@pytest.fixture(scope="module")
def seen():
    """Everything that is seen of the visits, once for all tests of this file."""
    town = Town(ROOT)
    with serving(prepare=True, GUIDE_ADDRESS="https://guide.example") as served:
        for path in town.paths:
            served.get(path, timeout=120)
        maker = served.page_maker()
        os.setpriority(os.PRIO_PROCESS, maker, 0)  # with other programs on this machine it would take very long
        assert until(lambda: asleep(maker), STORED_WITHIN)
        os.setpriority(os.PRIO_PROCESS, maker, PAGE_MAKER_NICE)
        return visit(served, town, VISITS, BROKEN, traced(served))


@pytest.mark.parametrize("property", CHECKS)
def test_a_promise_holds_while_visitors_pass(seen, property, record_property):
    posts = [got for got in seen.got if got.asked[0] == "POST"]
    assert len(posts) == VISITS
    record_property("visits", f"{len(seen.got)} requests, {VISITS} of them with answers; {BROKEN} broken ones")
    if property in ("no-file", "only-visitors"):
        record_property("writes", json.dumps(dict(sorted(seen.calls.writes.items()))))
        assert seen.calls.writes["visitors"] >= len(seen.got)
    faults = list(CHECKS[property](seen))
    assert faults == [], f"{property}: {len(faults)} faults"


def test_moments_after_answers_no_copy_is_in_the_memory_of_python(record_property):
    with serving(workers=1, prepare=True) as served:
        assert until(lambda: served.get("/readyz")[0] == 200, 150)
        (worker,) = served.workers()
        assert {served.post(body=FORM)[0] for _ in range(POSTS)} == {200}
        time.sleep(10)
        python, buffers = copies(worker, SECRET)
        saw = f"{POSTS} posts: {python} copies in Python, {buffers} in buffers of the HTTP server"
        record_property("memory", saw)
        assert python == 0
        others = [process for process in served.family() if process != worker]
        assert [copies(process, SECRET) for process in others] == [(0, 0)] * len(others)
