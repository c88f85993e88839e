"""A pytest plugin that reports which tests were skipped, deselected or sampled, and why."""

from collections import Counter

import pytest

from support.sampling import SAMPLED

NOTED = pytest.StashKey()
UNMARKED = "another choice of tests (-k or -m)"


def pytest_configure(config):
    """Prepare the counters of this run."""
    config.stash[NOTED] = {"sampled": SAMPLED, "unchosen": Counter()}


def pytest_deselected(items):
    """Count the deselected tests by their most specific marker."""
    for item in items:
        own = [line for line in item.config.getini("markers") if item.get_closest_marker(line.partition(":")[0])]
        # The narrowest mark says why: `wordpress` rather than none.
        item.config.stash[NOTED]["unchosen"][own[-1] if own else UNMARKED] += 1


def pytest_sessionfinish(session):
    """Send the counters of a pytest-xdist worker to the main process; all workers count the same."""
    if hasattr(session.config, "workeroutput"):
        noted = session.config.stash[NOTED]
        session.config.workeroutput["left_out"] = {"sampled": noted["sampled"], "unchosen": dict(noted["unchosen"])}


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """Receive the counters of a worker."""
    if reported := getattr(node, "workeroutput", {}).get("left_out"):
        node.config.stash[NOTED] = reported


def pytest_terminal_summary(terminalreporter, config):
    """Print what was skipped, deselected and sampled."""
    skipped = Counter(_reason(report) for report in terminalreporter.stats.get("skipped", ()))
    terminalreporter.write_sep("=", "left out")
    for line in [*_lines(config.stash[NOTED], skipped)] or ["nothing"]:
        terminalreporter.write_line(line)


def _reason(report):
    place = report.longrepr
    return (place[2] if isinstance(place, tuple) else str(place)).removeprefix("Skipped: ")


def _lines(noted, skipped):
    for reason, count in sorted(skipped.items()):
        yield f"skipped: {count}: {reason}"
    for mark, count in sorted(noted["unchosen"].items()):
        yield f"not chosen: {count}: {mark}"
    if noted["sampled"]:
        yield "sampled (GUIDE_TEST_ALL=1, as `make test-all` has it, takes all cases):"
    for file, grids in sorted(noted["sampled"].items()):
        times = Counter(f"{taken} of {whole}" for taken, whole in grids)
        reported = (f"{words} ({count} times)" if count > 1 else words for words, count in times.items())
        yield f"  {file}: {', '.join(reported)}"
