"""`make test` samples large parametrizations by a fixed seed, `make test-all` runs all cases."""

import os
import random
import sys
from itertools import product
from pathlib import Path

WHOLE = os.environ.get("GUIDE_TEST_ALL") == "1"
# How many of each kind of element the dear scripts look at on a page (browser/js/thin.js); None: at all of them.
REPEATS = None if WHOLE else 2
# What was left out, for the last lines of a run: by the file that sampled, how many of how many cases it took.
SAMPLED: dict[str, list[tuple[int, int]]] = {}


def sample(cases, size, seed=20261122):
    """Return `size` of the cases by a fixed seed, all in `make test-all`; note it for the summary of the run."""
    cases = list(cases)
    if WHOLE or len(cases) <= size:
        return cases
    by = Path(sys._getframe(1).f_code.co_filename).name
    SAMPLED.setdefault(by, []).append((size, len(cases)))
    return random.Random(seed).sample(cases, size)


def each_once(*axes, seed=20261122):
    """The product of several lists; in `make test` as few of its cases as have each value of each list."""
    axes = [list(axis) for axis in axes]
    whole = list(product(*axes))
    size = max(map(len, axes))
    if WHOLE or len(whole) == size:
        return whole
    by = Path(sys._getframe(1).f_code.co_filename).name
    SAMPLED.setdefault(by, []).append((size, len(whole)))
    chance = random.Random(seed)
    mixed = [chance.sample(axis, len(axis)) for axis in axes]
    return [tuple(axis[index % len(axis)] for axis in mixed) for index in range(size)]
