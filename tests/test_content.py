"""Content is read strictly: one minimal invalid sample per problem."""

import datetime as dt
import shutil

import pytest
from support.samples import SAMPLES, overlay

from guide.legal_help.freshness import quoted
from guide.loader.content import load
from guide.loader.yaml_reader import compose
from guide.model.overdue import is_overdue
from guide.model.problems import ContentError, Report

INVALID = sorted(path for path in (SAMPLES / "invalid").iterdir())


def problems(folder):
    with pytest.raises(ContentError) as raised:
        load(folder)
    return [str(problem) for problem in raised.value.problems]


def test_the_valid_sample_is_sound(tmp_path):
    library = load(overlay(None, tmp_path))
    assert library.questions[0].option_ids == ("yes", "no")
    assert "no" in library.languages


def test_lines_of_one_paragraph_are_one_passage(tmp_path):
    (finding,) = load(overlay(None, tmp_path)).guidelines["today"].findings
    assert [(block.kind, block.text) for block in finding.body] == [
        ("p", "A paragraph over two lines."),
        ("ul", "A point."),
    ]


@pytest.mark.parametrize("sample", INVALID, ids=lambda path: path.name)
def test_an_error_names_file_line_and_fix(sample, tmp_path):
    expected = (sample / "expected.txt").read_text("utf-8").strip()
    assert expected in problems(overlay(sample, tmp_path))


@pytest.mark.parametrize("sample", INVALID, ids=lambda path: path.name)
def test_an_error_is_reported_once(sample, tmp_path):
    found = problems(overlay(sample, tmp_path))
    assert len(found) == 1


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    folder = overlay(None, tmp_path)
    (folder / "timeline.yaml").write_text("x: |\n" + "  text\n" * 150_000, "utf-8")
    (found,) = problems(folder)
    assert found == "content/timeline.yaml:1: the file has more than 1000000 bytes; split it"


def test_billions_of_nodes_by_aliases_are_refused_at_once(tmp_path):
    folder = overlay(None, tmp_path)
    levels = [f"  a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 10)]
    (folder / "timeline.yaml").write_text("x:\n  a0: &a0 text\n" + "".join(levels), "utf-8")
    assert "an alias" in problems(folder)[0]


def test_a_check_on_the_last_day_of_the_calendar_is_no_error():
    assert not is_overdue(dt.date(9999, 12, 31), 999_999_999, dt.date(2026, 1, 1))


def test_all_errors_are_reported_together(tmp_path):
    folder = overlay(SAMPLES / "invalid" / "bad-date", tmp_path)
    shutil.copy(SAMPLES / "invalid" / "not-a-number" / "content" / "help" / "somebody.yaml", folder / "help")
    reported = "\n".join(problems(folder))
    assert "2026-02-30" in reported
    assert "`order` is `first`" in reported


def test_leaving_a_mapping_reports_unread_keys():
    report = Report("a.yaml", [])
    with compose("b: {c: d, e: f}\ng: [{h: i}]\nj: k\n", report) as fields:
        with fields.mapping("b") as below:
            below.text("c")
        assert len(list(fields.mappings("g"))) == 1
    assert [(each.line, each.message) for each in report.problems] == [
        (1, "unknown key `e`"),
        (2, "unknown key `h`"),
        (3, "unknown key `j`"),
    ]


def test_a_mapping_cannot_be_read_without_its_block():
    fields = compose("a: b\n", Report("a.yaml", []))
    with pytest.raises(RuntimeError, match="`with` block"):
        fields.text("a")


def test_a_missing_file_is_an_error(tmp_path):
    folder = overlay(None, tmp_path)
    (folder / "sources.yaml").unlink()
    assert "content/sources.yaml:1: the file is missing; write it" in problems(folder)


def test_every_finding_has_a_source_a_date_and_a_title(library):
    for guideline in library.guidelines.values():
        for finding in guideline.findings:
            assert finding.sources, finding.path
            assert finding.title, finding.path
            assert finding.body, finding.path
            assert finding.last_checked.year >= 2025, finding.path


def test_every_contact_has_dated_evidence_or_a_note(library):
    for provider in library.providers:
        assert provider.evidence, provider.id
        for channel in provider.channels:
            assert not channel.number or channel.number.startswith("+1"), provider.id
            undated = [each for each in provider.evidence if not each.date and "no date" in each.text]
            reported = all(any(each.has_reach(reach) for each in undated) for reach in channel.reaches)
            assert quoted(provider, channel) or reported, provider.id


def test_no_entry_claims_that_we_checked_it(library):
    for provider in library.providers:
        assert "checked by us" not in " ".join(each.text for each in provider.evidence).lower()
        assert not provider.called
        assert not any(each.seen_by for each in provider.evidence)
