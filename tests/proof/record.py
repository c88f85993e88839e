"""Collects the outcomes of the tests of the proof, and writes them by property."""

import json
from collections import defaultdict

import pytest
from support.serving import ROOT

from guide.web.fingerprint import PROOF
from guide.web.proof import FAILED, HELD, NOT_RUN, PROPERTIES
from proof.properties import TESTS

FILE = ROOT / PROOF


class Record:
    """A pytest plugin: the outcome of each test by its id below tests/, and what it noted by `record_property`."""

    def __init__(self):
        self.outcomes = defaultdict(set)
        self.noted = defaultdict(dict)

    @pytest.hookimpl
    def pytest_runtest_logreport(self, report):
        """Note a test that failed at any point, or that ran."""
        id = report.nodeid.removeprefix("tests/")
        if report.when == "call" or not report.passed:
            self.outcomes[id].add(report.outcome)
        if report.when == "call":
            self.noted[id] |= dict(report.user_properties)

    def result(self, tests):
        """Return the result of a property: it held if each of its tests ran, in each of its cases, and none failed."""
        found = [self._outcomes(test) for test in tests]
        if any("failed" in outcomes for outcomes in found):
            return FAILED
        return HELD if all(outcomes == {"passed"} for outcomes in found) else NOT_RUN

    def saw(self, tests):
        """Return what these tests noted."""
        return {name: told for test in tests for id in self._ids(test) for name, told in self.noted[id].items()}

    def _ids(self, test):
        return [id for id in self.outcomes if id == test or id.startswith(f"{test}[")]

    def _outcomes(self, test):
        return set().union(*(self.outcomes[id] for id in self._ids(test)))


def proof(record, day, version):
    """Return what the file says."""
    rows = [
        {
            "id": id,
            "property": text,
            "done": TESTS[id].done,
            "tests": list(TESTS[id].tests),
            **({"saw": saw} if (saw := record.saw(TESTS[id].tests)) else {}),
            "result": record.result(TESTS[id].tests),
        }
        for id, text in PROPERTIES.items()
    ]
    about = "What `make proof` found. `version` is a hash of the program and its content, without this file."
    return {"about": about, "date": day, "version": version, "properties": rows}


def write(told, file=FILE):
    """Write the proof."""
    file.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")


def summary(told):
    """Return the lines that a run prints at last, and its exit status: 1 if a property did not hold, or was not run."""
    wrong = [row for row in told["properties"] if row["result"] != HELD]
    lines = [f"{row['result']}: {row['id']}: {row['property']}" for row in wrong]
    lines.append(f"{len(told['properties']) - len(wrong)} of {len(told['properties'])} properties held.")
    return lines, int(bool(wrong))
