"""Every problem has the file and the line that an editor must open."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from guide.lint import english, reachability
from guide.lint import run as lint
from guide.lint.translations import translations
from guide.lint.units import passages
from guide.loader.content import load

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "tests" / "samples" / "valid"
LATE = dt.date(2030, 1, 1)  # everything is past its date


@pytest.fixture(scope="module")
def lines():
    library = load(ROOT / "content")
    paths = {passage.path for passage in passages(library)}
    return {path: (ROOT / path).read_text("utf-8").splitlines() for path in paths}


@pytest.fixture(scope="module")
def late(small):
    """What a check tells of a small site when everything is past its date."""
    library = load(small / "content")
    return list(lint.problems(library, translations(small / "translations", library), LATE))


def test_each_text_is_on_its_line(library, lines):
    for passage in passages(library):
        for block in passage.blocks:
            line = lines[passage.path][block.line - 1].replace('\\"', '"')
            assert block.text.split()[0] in line, (passage.path, block)


@pytest.mark.slow
@pytest.mark.whole
def test_each_problem_of_the_content_is_in_a_file_and_on_a_line_of_it(small, late):
    assert len(late) > 20
    for problem in late:
        assert 1 <= problem.line <= len((small / problem.path).read_text("utf-8").splitlines()), problem


@pytest.mark.slow
@pytest.mark.whole
def test_nothing_is_an_error_because_it_is_late(late):
    assert {problem.severity for problem in late} == {"warning"}


@pytest.mark.slow
@pytest.mark.whole
def test_an_overdue_text_is_reported_at_the_line_of_its_date(small, late):
    overdue = [problem for problem in late if problem.code == "overdue"]
    assert len(overdue) > 20
    for problem in overdue:
        line = (small / problem.path).read_text("utf-8").splitlines()[problem.line - 1]
        assert "reviewed:" in line, problem


# A different problem in each of these files; one of them has the same text in two entries.
PLANTED = {
    "questions.yaml": """parts:
  - {id: one, title: One}
questions:
  - {id: held, role: being-held, part: one, topic: Held, ask: "Held?", shareable: yes, options: {yes: Yes, no: No}}
  - id: place
    part: one
    topic: Place
    ask: Where?
    shareable: no
    hint: >-
      You shall
      go there.
    when: {held: yes}
    options: {here: Here, there: You shall go}
  - id: when
    part: one
    topic: When
    ask: When?
    shareable: no
    options: {now: Now, then: Then}
""",
    "misunderstandings.yaml": """reviewed: 2026-01-01
misunderstandings:
  - {id: a, idea: You shall go., truth: "No.", sources: [paper], reviewed: 2026-01-01}
  - id: b
    idea: You shall go.
    truth: "No."
    sources: [paper]
    reviewed: 2026-01-01
""",
    "pages/home.md": """---
title: You shall go
reviewed: 2026-01-01
role: start
---
Go now.

You shall go.
""",
}


def test_a_problem_in_an_entry_has_the_line_of_its_key(tmp_path):
    shutil.copytree(SAMPLES / "content", tmp_path / "content")
    for path, text in PLANTED.items():
        (tmp_path / "content" / path).write_text(text, "utf-8")
    library = load(tmp_path / "content")
    found = [problem for problem in english.english(library) if problem.code == "jargon"]
    assert sorted((problem.path.removeprefix("content/"), problem.line) for problem in found) == [
        ("misunderstandings.yaml", 3),
        ("misunderstandings.yaml", 5),
        ("pages/home.md", 2),
        ("pages/home.md", 8),
        ("questions.yaml", 10),
        ("questions.yaml", 14),
    ]
    assert [problem.line for problem in reachability.idle_questions(library) if "`when`" in problem.message] == [18]
