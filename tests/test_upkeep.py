"""`guide diff`, `guide check --overdue` and `guide checked`: what they print, write and refuse."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from guide.cli.main import main
from guide.lint.dated_texts import dated_texts

pytestmark = pytest.mark.slow  # compares two versions of the whole content

ROOT = Path(__file__).parents[1]
FINDING = "content/guidelines/today/now/detained.md"
LATER = "2036-01-01"  # a day on which every text of the real guide is past its day


@pytest.fixture
def root(tmp_path):
    """A copy of the guide's content, to be changed."""
    shutil.copytree(ROOT / "content", tmp_path / "now" / "content")
    return tmp_path / "now"


@pytest.fixture
def run(root):
    def call(*arguments):
        return CliRunner().invoke(main, [str(argument) for argument in arguments], env={"GUIDE_ROOT": str(root)})

    return call


def edit(root, path, old, new):
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


def git(folder, *arguments):
    who = ["-c", "user.name=test", "-c", "user.email=test@example.org"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def test_equal_content_has_no_difference(run):
    result = run("diff", ROOT)
    assert (result.exit_code, result.output) == (
        0,
        "Sentences: 0 added, 0 removed, 0 changed.\nNumbers and addresses of help: 0 changed. Results: 0 changed.\n",
    )


def test_changed_added_and_removed_sentences_are_reported(run, root):
    last = (root / FINDING).read_text("utf-8").rstrip().splitlines()[-1]
    edit(root, FINDING, last, f"{last}\n\nA new one stands here.")
    edit(root, "content/misunderstandings.yaml", "They protect nobody today.", "They protect nobody at all today.")
    edit(root, "content/help/raices.yaml", "summary: Legal help in Texas", "summary: Help in Texas")
    edit(root, "content/help/raices.yaml", "careful: Some websites show wrong phone numbers for RAICES.\n", "")
    edit(root, "content/help/raices.yaml", "legalinquiries@raicestexas.org}", "legal@raicestexas.org}")
    edit(root, "content/help/raices.yaml", "legalinquiries@raicestexas.org]", "legal@raicestexas.org]")
    data = json.loads(run("diff", ROOT, "--format", "json").output)
    reported = {(each["kind"], each["path"], each["id"]) for each in data["sentences"]}
    assert reported == {
        ("added", FINDING, "detained"),
        ("changed", "content/misunderstandings.yaml", "old-rules-protect-me"),
        ("changed", "content/help/raices.yaml", "raices"),
        ("removed", "content/help/raices.yaml", "raices"),
    }
    assert data["counts"] == {"added": 1, "removed": 1, "changed": 2}
    assert [(each["old"], each["new"]) for each in data["reaches"]] == [
        ("", "legal@raicestexas.org"),
        ("legalinquiries@raicestexas.org", ""),
    ]
    text = run("diff", ROOT)
    assert text.exit_code == 1
    assert f"{FINDING}  [detained]\n  + A new one stands here.\n" in text.output
    assert "  - They protect nobody today.\n  + They protect nobody at all today.\n" in text.output


def test_changed_results_are_reported_for_each_persona(run, root, library):
    rule = re.search(r"^when: .*$", (root / FINDING).read_text("utf-8"), re.M)[0]
    edit(root, FINDING, rule, 'when: {held: "no"}')
    data = json.loads(run("diff", ROOT, "--format", "json").output)
    held = {id for id, persona in library.personas.items() if persona.answers.get("held") == ("yes",)}
    gone = {each["person"] for each in data["results"] if (each["old"], each["new"]) == ("applies", "absent")}
    assert held
    assert gone == held
    assert {each["about"] for each in data["results"]} == {"today/now/detained"}
    assert data["sentences"] == []


@pytest.mark.whole
def test_added_removed_and_changed_personas_are_reported(run, root):
    shutil.move(root / "content/scenarios/missed-hearing.yaml", root / "content/scenarios/missed-a-hearing.yaml")
    people = json.loads(run("diff", ROOT, "--format", "json").output)["people"]
    assert people == [
        {"kind": "added", "person": "missed-a-hearing"},
        {"kind": "removed", "person": "missed-hearing"},
    ]


@pytest.mark.whole
def test_a_git_reference_is_read(run, root):
    git(root, "init", "-q")
    git(root, "add", "content")
    git(root, "commit", "-qm", "before")
    assert run("diff", "HEAD").exit_code == 0
    edit(root, "content/misunderstandings.yaml", "They protect nobody today.", "They protect nobody now.")
    assert "+ They protect nobody now." in run("diff", "HEAD").output


@pytest.mark.whole
def test_content_of_an_old_format_is_read_by_its_own_code(run, tmp_path):
    old = tmp_path / "old"
    shutil.copytree(ROOT / "content", old / "content")
    shutil.copytree(ROOT / "guide", old / "guide", ignore=shutil.ignore_patterns("web", "__pycache__"))
    edit(old, "content/site.yaml", "costs:\n", "prices:\n")
    edit(old, "guide/loader/site.py", 'fields.labels("costs")', 'fields.labels("prices")')
    edit(old, "content/misunderstandings.yaml", "They protect nobody today.", "They protect nobody now.")
    result = run("diff", old)
    assert result.exit_code == 1
    assert "- They protect nobody now." in result.output


@pytest.mark.parametrize("code", [True, False])
def test_unreadable_content_is_refused(run, tmp_path, code):
    old = tmp_path / "old"
    shutil.copytree(ROOT / "content", old / "content")
    edit(old, "content/site.yaml", "costs:\n", "prices:\n")
    if code:
        shutil.copytree(ROOT / "guide", old / "guide", ignore=shutil.ignore_patterns("web", "__pycache__"))
    result = run("diff", old)
    assert result.exit_code == 2
    assert len(result.output.splitlines()) == 1
    assert "read" in result.output


@pytest.mark.parametrize("old", ["no-such-thing", "--help-me", "tests", "HEAD"])
def test_an_invalid_version_is_refused(run, old):
    result = run("diff", "--", ROOT / old if old == "tests" else old)
    assert result.exit_code == 2
    assert len(result.output.splitlines()) == 1
    assert "Traceback" not in result.output


def test_overdue_lists_in_reading_order_with_links_and_ends_with_1(run, library):
    result = run("check", "--overdue", "--today", LATER)
    assert result.exit_code == 1
    reported = re.findall(r"^(\S+): not checked since", result.output, re.M)
    assert reported == [text.id for text in dated_texts(library) if text.day]
    lines = result.output.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("today/now/detained:"))
    (finding,) = [each for each in library.guidelines["today"].findings if each.id == "now/detained"]
    for line, id in zip(lines[start + 1 :], finding.sources, strict=False):
        assert line.startswith(f"  {id}: {library.sources[id].title}")
    assert "  https://www.raicestexas.org" in lines


def test_nothing_overdue_ends_with_0(run):
    result = run("check", "--overdue", "--today", "2000-01-01")
    assert (result.exit_code, result.output) == (0, "Nothing is overdue.\n")


@pytest.mark.whole
def test_a_check_clears_the_overdue_list(run):
    late = re.findall(r"^(\S+): not checked", run("check", "--overdue", "--today", LATER).output, re.M)
    assert run("checked", *late, "--on", LATER, "--by", "ab", "--today", LATER).exit_code == 0
    assert run("check", "--overdue", "--today", LATER).exit_code == 0
