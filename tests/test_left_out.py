"""A test run ends with a report of skipped, deselected and sampled tests, with reasons."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow  # each test is a run of pytest
INI = """[pytest]
addopts = --strict-markers -m "not slow"
markers =
    slow: needs an hour; `make test-slow` runs these
"""
TESTS = """import pytest
from support.sampling import sample

@pytest.mark.parametrize("case", sample(range(100), 3))
def test_a_grid(case): pass

OTHERS = [sample(range(16), 1) for _ in range(4)]

@pytest.mark.skip(reason="nobody named the schemas")
def test_with_schemas(): pass

@pytest.mark.slow
def test_slow(): pass
"""


@pytest.fixture
def last_lines(tmp_path):
    (tmp_path / "pytest.ini").write_text(INI)

    def run(tests, *options, **environment):
        (tmp_path / "test_one.py").write_text(tests)
        program = [sys.executable, "-m", "pytest", "-p", "support.left_out", "-p", "no:cacheprovider", *options]
        known = {**os.environ, "PYTHONPATH": str(Path(__file__).parent), "GUIDE_TEST_ALL": "", **environment}
        done = subprocess.run(program, cwd=tmp_path, env=known, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.partition(" left out ")[2].splitlines()[1:]

    return run


@pytest.mark.parametrize(
    "options",
    [
        pytest.param((), id="alone"),
        # The last lines of `make test` itself show that they come from two processes.
        pytest.param(("-n", "2", "--dist", "worksteal"), id="on two cores", marks=pytest.mark.whole),
    ],
)
def test_it_names_what_was_skipped_not_chosen_and_sampled(last_lines, options):
    lines = last_lines(TESTS, *options)
    assert lines[0] == "skipped: 1: nobody named the schemas"
    assert lines[1] == "not chosen: 1: slow: needs an hour; `make test-slow` runs these"
    assert lines[2].startswith("sampled (GUIDE_TEST_ALL=1")
    assert lines[3] == "  test_one.py: 3 of 100, 1 of 16 (4 times)"


def test_whole_grids_are_not_named(last_lines):
    lines = last_lines(TESTS, GUIDE_TEST_ALL="1")
    assert [line for line in lines if "sampled" in line or " of " in line] == []


def test_tests_that_another_choice_leaves_out_are_counted_too(last_lines):
    lines = last_lines("def test_a(): pass\ndef test_b(): pass\n", "-k", "test_a")
    assert lines[0] == "not chosen: 1: another choice of tests (-k or -m)"


def test_where_nothing_was_left_out_it_says_so(last_lines):
    assert last_lines("def test_a(): pass\n")[0] == "nothing"


def test_the_tests_of_the_guide_use_it(pytestconfig):
    assert pytestconfig.pluginmanager.get_plugin("left_out")
