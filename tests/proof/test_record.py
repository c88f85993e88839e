"""How the outcomes of tests become the proof, and what the page and its address show of it."""

import json
import re
from types import SimpleNamespace

import pytest
from support import day
from support.serving import ROOT, copy_of_the_site

from guide.config import Settings
from guide.model.problems import ContentError
from guide.web import create_app
from guide.web.export.site import app_for
from guide.web.fingerprint import whole_version
from guide.web.proof import FAILED, HELD, NOT_RUN, PROPERTIES
from proof.properties import TESTS
from proof.record import Record, proof, summary, write

pytestmark = pytest.mark.slow  # `make check` leaves it out: it takes seconds

DEFINED = re.compile(r"^def (test_\w+)", re.MULTILINE)


def report(id, outcome="passed", when="call", noted=()):
    return SimpleNamespace(
        nodeid=f"tests/{id}", outcome=outcome, passed=outcome == "passed", when=when, user_properties=noted
    )


def recorded(**outcomes):
    """A record in which every test passed, but those of a property (with _ for -) that has another outcome."""
    record = Record()
    for id, tested in TESTS.items():
        for test in tested.tests:
            record.pytest_runtest_logreport(report(test, outcomes.get(id.replace("-", "_"), "passed")))
    return record


def test_every_property_has_tests_and_each_of_them_exists():
    assert list(TESTS) == list(PROPERTIES)
    for tested in TESTS.values():
        assert tested.tests
        for test in tested.tests:
            file, _, name = test.partition("[")[0].partition("::")
            assert name in DEFINED.findall((ROOT / "tests" / file).read_text("utf-8")), test


def test_what_held_failed_and_did_not_run_is_told_by_name():
    told = proof(recorded(no_dump="failed", paper="skipped"), "2026-12-01", "abc")
    results = {row["id"]: row["result"] for row in told["properties"]}
    assert {id for id, result in results.items() if result == FAILED} == {"no-dump"}
    assert {id for id, result in results.items() if result == NOT_RUN} == {"paper"}
    lines, status = summary(told)
    assert status == 1
    assert lines[0].startswith("not run: paper: No answer is printed")
    assert lines[1].startswith("failed: no-dump: ")
    assert summary(proof(recorded(), "2026-12-01", "abc"))[1] == 0


def test_a_property_fails_with_one_case_of_its_tests_and_with_a_broken_fixture():
    record = Record()
    record.pytest_runtest_logreport(report("a.py::test_b[1]"))
    assert record.result(["a.py::test_b"]) == HELD
    record.pytest_runtest_logreport(report("a.py::test_b[2]", "failed", "setup"))
    assert record.result(["a.py::test_b"]) == FAILED
    assert record.result(["a.py::test_other"]) == NOT_RUN


def test_what_a_test_saw_is_told():
    record = Record()
    record.pytest_runtest_logreport(report("a.py::test_b[1]", noted=[("visits", "5")]))
    assert record.saw(["a.py::test_b"]) == {"visits": "5"}


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return copy_of_the_site(tmp_path_factory.mktemp("proof"))


def served(root, told=None):
    """A client of the site in `root`, with this proof; a function makes it from the version."""
    file = root / "content" / "proof.json"
    file.unlink(missing_ok=True)
    if told:
        version = whole_version(create_app(Settings(root, day.today)).extensions["state"].fingerprint)
        write(told(version), file)
    return create_app(Settings(root, day.today)).test_client()


def section(client, lang="en"):
    html = client.get(f"/{lang}/privacy").text
    return re.search(r'aria-labelledby="proof".*?</section>', html, re.DOTALL)[0]


def test_without_a_proof_the_page_says_so(root):
    client = served(root)
    assert "Nobody has run these tests" in section(client)
    assert client.get("/privacy/proof.json").status_code == 404


def test_the_page_shows_every_property_in_plain_words_with_the_day(root):
    client = served(root, lambda version: proof(recorded(), "2026-12-01", version))
    shown = section(client)
    assert "December 1, 2026" in shown
    assert shown.count("<li>") == len(PROPERTIES)
    assert "These promises held" in shown
    assert "did not hold" not in shown
    assert "another version" not in shown
    told = client.get("/privacy/proof.json")
    assert told.mimetype == "application/json"
    assert told.headers["Cache-Control"] == "no-cache"
    assert len(json.loads(told.data)["properties"]) == len(PROPERTIES)


def test_the_page_tells_what_failed_and_what_was_not_tested(root):
    shown = section(
        served(root, lambda version: proof(recorded(no_dump="failed", paper="skipped"), "2026-12-01", version))
    )
    failed, held, missed = (shown.index(words) for words in ("did not hold", "These promises held", "were not tested"))
    assert failed < shown.index("Other programs cannot read") < held < missed < shown.index("No answer is printed")


def test_a_proof_of_another_version_says_so_in_each_language(root, library):
    client = served(root, lambda _: proof(recorded(), "2026-12-01", "of-something-else"))
    said = {
        lang: re.search(r'<p class="warn">.*?<strong>(.*?)</strong>', section(client, lang))[1]
        for lang in library.languages
    }
    assert said["en"] == "This result was made for another version of the guide."
    assert len(set(said.values())) == len(said)


def test_a_change_of_anything_that_is_served_makes_another_version(root):
    served(root, lambda version: proof(recorded(), "2026-12-01", version))
    sheet = next((root / "static" / "css").glob("*.css"))
    sheet.write_text(sheet.read_text("utf-8") + "\n/* changed */\n", "utf-8")
    assert "another version" in section(create_app(Settings(root, day.today)).test_client())


def test_a_file_that_is_no_proof_is_refused_with_its_name(root):
    for text in ("{", "[]", '{"properties": [{"id": "paper", "result": "perhaps"}]}'):
        (root / "content" / "proof.json").write_text(text, "utf-8")
        with pytest.raises(ContentError, match=r"content/proof\.json"):
            create_app(Settings(root, day.today))


def test_the_exported_copy_has_no_proof_of_a_server():
    copy = app_for(Settings(today=day.today), ()).test_client()
    assert 'id="proof"' not in copy.get("/en/privacy").text
