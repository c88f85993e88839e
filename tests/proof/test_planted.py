"""The proof fails by name when a promise is broken, and not without that: on a small run of its visitors."""

from contextlib import nullcontext

import pytest
from support.ready_areas import idle
from support.serving import ROOT, serving, until

from proof.calls import can_trace, traced
from proof.checks import failed
from proof.planted import FAULTS, planted
from proof.visitors import Town, visit

pytestmark = pytest.mark.serving
VISITS, BROKEN = 12, 12


def seen_at(root, code=ROOT):
    """What is seen of a few visitors of the guide in `root`, served by the program in `code`."""
    town = Town(root)
    with serving(root=root, code=code, prepare=True) as served:
        # A few of its pages need texts that this guide does not have.
        town.paths = [path for path in town.paths if served.get(path)[0] < 500]
        assert until(lambda: idle(served), 60)
        return visit(served, town, VISITS, BROKEN, traced(served) if can_trace() else nullcontext())


@pytest.mark.whole
def test_nothing_fails_without_a_fault(tiny):
    seen = seen_at(tiny)
    assert failed(seen) == {}
    assert len(seen.got) == 2 * VISITS
    assert seen.twins
    assert sum(seen.raw.values()) == BROKEN
    assert not can_trace() or seen.calls.writes["visitors"] >= len(seen.got)


@pytest.mark.skipif(not can_trace(), reason="Only root with strace sees which files are written.")
def test_planted_faults_fail_by_their_names_and_nothing_else_does(tiny, tmp_path):
    names = set().union(*(names for _, names in FAULTS.values()))
    assert names == {"no-cookie", "no-log", "no-file", "no-echo"}
    assert set(failed(seen_at(tiny, planted(tmp_path, FAULTS)))) == names


@pytest.mark.whole  # all of them at once, above, show the same but for which fault has which name
@pytest.mark.parametrize("fault", FAULTS)
def test_each_planted_fault_fails_by_its_own_name(tiny, tmp_path, fault):
    if fault == "a file" and not can_trace():
        pytest.skip("Only root with strace sees which files are written.")
    assert set(failed(seen_at(tiny, planted(tmp_path, [fault])))) == FAULTS[fault][1]
