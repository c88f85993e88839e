"""`make test` samples the big grids by a fixed seed, `make test-all` runs them whole."""

import os
import random

WHOLE = os.environ.get("GUIDE_TEST_ALL") == "1"


def sample(cases, size, seed=20261122):
    cases = list(cases)
    return cases if WHOLE or len(cases) <= size else random.Random(seed).sample(cases, size)
