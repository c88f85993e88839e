"""`guide checked`: it records a check in the file, and changes nothing else."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from guide.cli.main import main
from guide.lint.dated_texts import dated_texts
from guide.loader.content import load
from guide.loader.review_dates import NotNoted, noted

pytestmark = pytest.mark.slow  # `make check` leaves it out: it takes seconds

ROOT = Path(__file__).parents[1]
DAY = dt.date(2026, 11, 20)
NOTE = "# Checked, unchanged: 2026-11-20, ab"


@pytest.fixture
def root(tmp_path):
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return tmp_path


@pytest.fixture
def checked(root):
    def call(*ids, on=DAY, by="ab", today="2026-11-30"):
        arguments = ["checked", *ids, "--on", str(on), "--by", by, "--today", today]
        return CliRunner().invoke(main, arguments, env={"GUIDE_ROOT": str(root)})

    return call


def everything(root):
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("text", "entry", "after"),
    [
        ("a: 1\nreviewed: 2026-09-01\nb: 2\n", "", f"a: 1\nreviewed: 2026-11-20\n{NOTE}\nb: 2\n"),
        ("reviewed: 2026-09-01  # why", "", f"reviewed: 2026-11-20  # why\n{NOTE}\n"),
        ("reviewed: '2026-09-01'\r\na: é\r\n", "", f"reviewed: 2026-11-20\r\n{NOTE}\r\na: é\r\n"),
        (
            "---\nreviewed: 2026-09-01\n---\n## T\n\nreviewed: x\n",
            "",
            f"---\nreviewed: 2026-11-20\n{NOTE}\n---\n## T\n\nreviewed: x\n",
        ),
        ("a: 1", "", f"a: 1\nreviewed: 2026-11-20\n{NOTE}\n"),
        (
            "reviewed: 2026-01-01\nxs:\n  - id: a\n    reviewed: 2026-09-01\n  - id: b\n    reviewed: 2026-09-01\n",
            "b",
            "reviewed: 2026-01-01\nxs:\n  - id: a\n    reviewed: 2026-09-01\n"
            f"  - id: b\n    reviewed: 2026-11-20\n    {NOTE}\n",
        ),
        (
            "xs:\n  - {id: a, reviewed: 2026-09-01, b: 2}\n",
            "a",
            f"xs:\n  - {{id: a, reviewed: 2026-11-20, b: 2}}\n    {NOTE}\n",
        ),
        ("xs:\n  - reviewed: 2026-09-01\n    id: a\n", "a", f"xs:\n  - reviewed: 2026-11-20\n    {NOTE}\n    id: a\n"),
    ],
)
def test_only_the_date_changes_and_a_comment_is_added(text, entry, after):
    assert noted(text, [entry], DAY, "ab") == after


def test_a_second_check_is_added_before_the_first():
    first = noted("reviewed: 2026-09-01\n", [""], DAY, "ab")
    second = noted(first, [""], dt.date(2026, 11, 25), "cd")
    assert second == f"reviewed: 2026-11-25\n# Checked, unchanged: 2026-11-25, cd\n{NOTE}\n"


def test_several_entries_of_a_file_are_recorded_at_once():
    text = "xs:\n  - {id: a, reviewed: 2026-09-01}\n  - id: b\n    reviewed: 2026-09-01\n    c: 1\n"
    one_by_one = noted(noted(text, ["a"], DAY, "ab"), ["b"], DAY, "ab")
    assert noted(text, ["a", "b"], DAY, "ab") == noted(text, ["b", "a"], DAY, "ab") == one_by_one


@pytest.mark.parametrize(("text", "entry"), [("reviewed: 2026-12-01\n", ""), ("a: 1\n", "x"), ("- a\n", ""), ("", "")])
def test_an_impossible_change_is_refused(text, entry):
    with pytest.raises(NotNoted):
        noted(text, [entry], DAY, "ab")


@pytest.mark.slow
def test_every_kind_of_text_can_be_checked_and_still_loads(root, checked, library):
    every = {text.id: text for text in dated_texts(library)}
    result = checked(*every, on="2026-11-30")
    assert result.exit_code == 0, result.output
    assert result.output == f"{len(every)} texts: checked on 2026-11-30 by ab, unchanged\n"
    for text in dated_texts(load(root / "content")):
        assert text.day == dt.date(2026, 11, 30), text.id
    for path in {text.path for text in every.values()}:
        before, after = (base / path for base in (ROOT, root))
        kept = [line for line in after.read_text("utf-8").splitlines() if "# Checked, unchanged:" not in line]
        same = [line for line in before.read_text("utf-8").splitlines() if line in kept]
        assert [line for line in kept if "reviewed:" not in line] == [line for line in same if "reviewed:" not in line]


def test_only_the_date_of_a_file_changes(root, checked):
    path = "content/guidelines/today/now/detained.md"
    before = (root / path).read_text("utf-8")
    assert checked("today/now/detained", by="AB").exit_code == 0
    after = (root / path).read_text("utf-8").replace(f"{NOTE}\n", "")
    (changed,) = [pair for pair in zip(before.splitlines(), after.splitlines(), strict=True) if pair[0] != pair[1]]
    assert changed[1] == "reviewed: 2026-11-20"


@pytest.mark.parametrize(
    ("ids", "options", "words"),
    [
        (["today/now/detaind"], {}, "did you mean `today/now/detained`?"),
        (["today/now/detained", "nothing"], {}, "unknown text `nothing`"),
        (["today/now/detained"], {"on": "2026-12-01"}, "2026-12-01 is in the future"),
        (["today/now/detained"], {"on": "2026-02-30"}, "is not a valid date, use YYYY-MM-DD"),
        (["today/now/detained"], {"on": "2025-01-01"}, "which is later than 2025-01-01"),
        (["pages/next", "today/now/detained"], {"by": "Ann Persona"}, "write 2 to 4 letters, never a name"),
        (["today/now/detained"], {"by": "a"}, "write 2 to 4 letters"),
    ],
)
def test_invalid_arguments_are_refused_and_nothing_is_written(root, checked, ids, options, words):
    before = everything(root)
    result = checked(*ids, **options)
    assert result.exit_code == 2
    assert words in result.output
    assert "Traceback" not in result.output
    assert everything(root) == before


def test_a_check_does_not_update_the_evidence_of_a_number(root, checked):
    # Readers see when the evidence was seen; that somebody read the list again is only for the editors.
    assert checked("help/raices").exit_code == 0
    (provider,) = [each for each in load(root / "content").providers if each.id == "raices"]
    assert provider.last_checked == DAY
    assert max(each.date for each in provider.evidence) == dt.date(2026, 9, 10)
