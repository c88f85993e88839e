"""`make proof`: runs the tests of every property, and writes content/proof.json. Exit status 1 if one did not hold.

Run as `PYTHONPATH=tests python -m proof --day 2026-12-01`.
"""

import argparse
import subprocess
import sys
from pathlib import Path

import pytest
from support.day import today
from support.serving import ROOT

from guide.config import Settings
from guide.web import create_app
from guide.web.fingerprint import whole_version
from proof.properties import TESTS
from proof.record import Record, proof, summary, write

WITH_VISITS = "proof/test_visits.py"


def main():
    """Run the tests in two runs: what is measured at the server runs alone, the others on two cores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--day", required=True)
    wanted = parser.parse_args()
    record, version = Record(), version_of_now()
    tests = sorted({test for each in TESTS.values() for test in each.tests})
    alone = sorted({test.partition("[")[0] for test in tests if test.startswith(WITH_VISITS)})
    for number, chosen in (("2", [test for test in tests if not test.startswith(WITH_VISITS)]), ("0", alone)):
        paths = [str(Path("tests", test)) for test in chosen]
        pytest.main(["-n", number, "-m", "not whole", *paths], plugins=[record])
    if version_of_now() != version:
        sys.exit("The files changed while the tests ran: nothing was written.")
    told = proof(record, wanted.day, version)
    write(told)
    lines, status = summary(told)
    print("\n".join(lines))
    sys.exit(status)


def version_of_now():
    """Return the version of the files on the disk, in a process of its own: a process keeps what it read."""
    code = "from proof.__main__ import _version; print(_version())"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def _version():
    return whole_version(create_app(Settings(today=today)).extensions["state"].fingerprint)


if __name__ == "__main__":
    main()
