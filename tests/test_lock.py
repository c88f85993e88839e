"""The lock files have every dependency of pyproject.toml, in its range, with hashes, and name no index."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
SERVE = PROJECT["project"]["dependencies"] + PROJECT["build-system"]["requires"]
LOCKS = {
    ".ci/requirements.txt": SERVE,
    ".ci/requirements-test.txt": SERVE + PROJECT["project"]["optional-dependencies"]["test"],
    ".ci/requirements-engines.txt": PROJECT["dependency-groups"]["engines"],
}
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}(\s|$)")


def entries(lock):
    """The entries of a lock file, each on one line, without comments."""
    lines = [line for line in lock.splitlines() if not line.lstrip().startswith("#")]
    return [line.strip() for line in "\n".join(lines).replace("\\\n", " ").splitlines() if line.strip()]


def pinned(lock):
    """The requirements of a lock file by name: a name that markers split in two has two."""
    found = {}
    for entry in entries(lock):
        requirement = Requirement(entry.split("--hash")[0])
        found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


def problems(wanted, lock):
    """What is wrong with a lock file, as sentences; `wanted` are the requirements of pyproject.toml."""
    for entry in entries(lock):
        if not re.match(r"[A-Za-z0-9._-]+==[^\s;*]+ ", entry + " "):
            yield f"{entry[:60]} is not a package with one version"
            return
        if not HASH.search(entry):
            yield f"{entry} has no hash"
    if "://" in lock:
        yield "the lock names an address"
    locked = pinned(lock)
    for requirement in map(Requirement, wanted):
        versions = [one for pin in locked.get(canonicalize_name(requirement.name), ()) for one in pin.specifier]
        if not versions:
            yield f"{requirement.name} is missing: run `make lock`"
        for version in versions:
            if not requirement.specifier.contains(version.version, prereleases=True):
                yield f"{requirement.name} {version.version} is outside of {requirement.specifier}: run `make lock`"


@pytest.mark.parametrize("path", LOCKS)
def test_the_lock_has_every_dependency_with_a_hash_and_no_index(path):
    assert list(problems(LOCKS[path], (ROOT / path).read_text("utf-8"))) == []


GOOD = f"flask==3.1.3 \\\n    --hash=sha256:{'0' * 64}\n    # via a comment\n"


@pytest.mark.parametrize(
    ("lock", "said"),
    [
        (GOOD.replace("flask", "flask-babel"), "Flask is missing"),
        (GOOD.replace("3.1.3", "4.0.0"), "Flask 4.0.0 is outside of ~=3.1"),
        (GOOD.replace("3.1.3", "3.0.9"), "Flask 3.0.9 is outside of ~=3.1"),
        (GOOD.replace(f" \\\n    --hash=sha256:{'0' * 64}", ""), "has no hash"),
        (GOOD.replace("0" * 64, "0" * 63), "has no hash"),
        (GOOD.replace("sha256", "md5"), "has no hash"),
        (GOOD.replace("==", ">="), "is not a package with one version"),
        (GOOD.replace("3.1.3", "3.1.*"), "is not a package with one version"),
        (f"--index-url https://packages.example.org/simple\n{GOOD}", "is not a package with one version"),
        (f"# --index-url https://packages.example.org/simple\n{GOOD}", "names an address"),
        (f"{GOOD}segno @ https://packages.example.org/segno.whl\n", "is not a package with one version"),
        (f"{GOOD}-e .\n", "is not a package with one version"),
    ],
)
def test_an_error_in_a_lock_file_is_found(lock, said):
    assert list(problems(["Flask~=3.1"], GOOD)) == []
    assert said in "\n".join(problems(["Flask~=3.1"], lock))


def test_tests_run_with_the_versions_that_are_served():
    serve, test = (pinned((ROOT / path).read_text("utf-8")) for path in list(LOCKS)[:2])
    assert serve.items() <= test.items()


def test_make_installs_from_the_locks_alone():
    text = (ROOT / "Makefile").read_text("utf-8")
    installs = [line.strip() for line in text.splitlines() if line.startswith("\t$(PIP_INSTALL)")]
    assert installs == [
        "$(PIP_INSTALL) --require-hashes -r $(LOCK)",
        "$(PIP_INSTALL) --no-deps --no-build-isolation -e .",
        "$(PIP_INSTALL) --require-hashes -r $(TEST_LOCK)",
        "$(PIP_INSTALL) --require-hashes --upgrade --target $(@D)/python -r $(ENGINES_LOCK)",
    ]
    assert re.findall(r"^(?:[A-Z]+_)?LOCK := (\S+)$", text, re.MULTILINE) == list(LOCKS)


def test_the_lock_is_made_for_the_oldest_python_of_the_project():
    oldest = PROJECT["project"]["requires-python"].removeprefix(">=")
    assert f"--universal --python-version {oldest} " in (ROOT / "Makefile").read_text("utf-8")
