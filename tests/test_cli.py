"""The command line: output and exit status."""

import json
import re
import shutil
import socket
from pathlib import Path

import pytest
from support.serving import small_site

from guide.engine.explain import Verdict, explain

pytestmark = pytest.mark.slow  # `make check` leaves it out: it takes seconds

ROOT = Path(__file__).parents[1]
SAMPLES = Path(__file__).parent / "samples"


LATE = "2036-01-01"


@pytest.mark.parametrize("command", [(), ("serve",), ("explain",), ("check",), ("translate",), ("translate", "update")])
def test_every_command_has_a_help_text(run, command):
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 2


def test_explain_prints_the_result_as_data(run, answers, library):
    result = run("explain", answers('held: "yes"\nproceedings: [court-open, dismissal-offer]\n'), "--format", "json")
    assert result.exit_code == 0
    data = json.loads(result.output)
    explanation = explain(library, {"held": ("yes",), "proceedings": ("court-open", "dismissal-offer")})
    assert data["checked_through"] == library.site.checked_through.isoformat()
    for guideline in library.guidelines:
        assert data["guidelines"][guideline]["applies"] == explanation.ids(guideline, Verdict.APPLIES)
        assert data["guidelines"][guideline]["may_apply"] == explanation.ids(guideline, Verdict.MAY_APPLY)
    assert data["reasons"]["today/now/in-court"] == {
        "kind": "chosen",
        "because": {"proceedings": ["court-open"]},
        "skipped": [],
    }
    assert isinstance(data["reviews"], list)


def test_yes_and_no_are_words_with_or_without_quotes(run, answers):
    plain = run("explain", answers("held: yes\nrelief: no\n"), "--format", "json").output
    quoted = run("explain", answers('held: "yes"\nrelief: "no"\n'), "--format", "json").output
    assert plain == quoted
    assert "now/detained" in json.loads(plain)["guidelines"]["today"]["applies"]


def test_explain_uses_the_requested_language(run, answers, library):
    text = run("explain", answers("held: yes\n"), "--lang", "es").output
    assert "Lo que es cierto hoy" in text or "Qué es cierto hoy" in text
    assert "now/detained" in text


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("helt: yes\n", "helt"),
        ("held: maybe\n", "maybe"),
        ("held: [yes, no]\n", "held"),
        ("time: {a: b}\n", "time"),
        ("- held\n", "mapping"),
        ("just words\n", "mapping"),
        ("held: [yes\n", "YAML"),
    ],
)
def test_invalid_answers_are_named_in_the_error(run, answers, text, named):
    result = run("explain", answers(text))
    assert result.exit_code == 2
    assert named in result.output
    assert "answers.yaml:" in result.output
    assert "Traceback" not in result.output


def test_a_missing_answers_file_is_named(run, tmp_path):
    result = run("explain", tmp_path / "none.yaml")
    assert result.exit_code == 2
    assert "none.yaml" in result.output


def test_an_unknown_language_is_named(run, answers):
    result = run("explain", answers("held: yes\n"), "--lang", "xx")
    assert result.exit_code == 2
    assert "xx" in result.output


@pytest.mark.parametrize("text", ["", "\n", "# Nothing yet.\n"])
def test_an_empty_file_means_no_answers(run, answers, text):
    nothing = run("explain", answers(text), "--format", "json")
    assert nothing.exit_code == 0, nothing.output
    assert nothing.output == run("explain", answers("{}\n"), "--format", "json").output


def test_an_empty_mapping_means_all_skipped(run, answers):
    assert run("explain", answers("{}\n"), "--format", "json").exit_code == 0


def test_check_reports_every_error_and_exits_with_1(run, tmp_path):
    shutil.copytree(SAMPLES / "valid", tmp_path, dirs_exist_ok=True)
    shutil.copytree(SAMPLES / "invalid" / "bad-date", tmp_path, dirs_exist_ok=True)
    result = run("check", GUIDE_ROOT=str(tmp_path))
    assert result.exit_code == 1
    assert "content/guidelines/today/now/one.md:6: `reviewed` is `2026-02-30`" in result.output


def test_a_taken_port_ends_with_one_clear_line(run):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = run("serve", "--port", taken.getsockname()[1])
    assert result.exit_code == 1
    assert len(result.output.splitlines()) == 1
    assert "PORT=" in result.output


def test_explain_prints_the_status_of_sets_on_a_date(run, answers):
    data = json.loads(run("explain", answers("{}"), "--format", "json", "--on", "2022-07-15").output)
    assert data["on"] == "2022-07-15"
    assert {id: one["status"] for id, one in data["guidelines"].items()} == {
        "today": "not-in-use",
        "2021-guidelines": "paused",
        "2021-interim": "not-in-use",
        "2011-review": "not-in-use",
    }


def test_explain_prints_not_known_within_a_span(run, answers):
    text = run("explain", answers("{}"), "--on", "2023-07-01").output
    assert "September 2021 guidelines (July 1, 2023: Not known)" in text


def test_a_day_that_does_not_exist_is_refused(run, answers):
    result = run("explain", answers("{}"), "--on", "2022-02-30")
    assert result.exit_code == 2
    assert "2022-02-30" in result.output


def test_reviews_are_printed_with_their_ids(run, answers):
    data = json.loads(run("explain", answers("proceedings: [order-to-leave]\n"), "--format", "json").output)
    assert "stay-of-removal" in data["reviews"]
    assert "ice-case-review" not in data["reviews"]


@pytest.mark.slow
@pytest.mark.whole
def test_check_of_the_content_has_only_warnings(run, small):
    """`make test` checks the whole content before the tests; `make test-all` looks at what it prints of it too."""
    result = run("check", "--today", "2026-12-01", GUIDE_ROOT=str(small))
    assert result.exit_code == 0
    assert "now/no-priorities.md:7: warning: not checked since 2026-09-01" in result.output
    assert "0 errors" in result.output
    assert "Flesch-Kincaid" in result.output
    assert "INFLESZ" in result.output
    assert "English, passive sentences: " in result.output
    assert "Spanish, passive sentences: " in result.output


def test_check_prints_problems_as_json(run, tiny):
    problems = json.loads(run("check", "--format", "json", "--today", LATE, GUIDE_ROOT=str(tiny)).output)
    overdue = [one for one in problems if one["code"] == "overdue"]
    assert overdue
    assert set(overdue[0]) == {"path", "line", "code", "message", "fix", "severity"}


def test_check_prints_problems_as_annotations(run, tiny):
    lines = run("check", "--format", "github", "--today", LATE, GUIDE_ROOT=str(tiny)).output.splitlines()
    assert any(line.startswith("::warning file=content/") for line in lines)
    for line in lines:
        assert (tiny / re.search(r"file=([^,]*),line=\d+,", line)[1]).is_file(), line


@pytest.mark.slow
@pytest.mark.whole
def test_check_finds_an_error_in_a_catalog(run, tmp_path):
    small_site(tmp_path)
    path = tmp_path / "translations" / "es" / "LC_MESSAGES" / "messages.po"
    before, _, after = path.read_text("utf-8").rpartition("$1,060")  # the Spanish stands below its English
    path.write_text(f"{before}$1,600{after}", "utf-8")
    line = before[: before.rindex('msgid "')].count("\n") + 1
    for command in (("check",), ("translate", "check")):
        result = run(*command, GUIDE_ROOT=str(tmp_path))
        assert result.exit_code == 1
        assert f"translations/es/LC_MESSAGES/messages.po:{line}: " in result.output
        assert "600, the English 060" in result.output


@pytest.mark.slow
@pytest.mark.whole
def test_translate_check_reports_an_untranslated_text(run, tmp_path):
    assert run("translate", "check").exit_code == 0
    small_site(tmp_path)
    site = tmp_path / "content" / "site.yaml"
    site.write_text(site.read_text("utf-8").replace('tagline: "ICE and', 'tagline: "Always ICE and'), "utf-8")
    result = run("translate", "check", GUIDE_ROOT=str(tmp_path))
    assert result.exit_code == 1
    assert re.search(r"^content/site\.yaml:\d+: no current Español translation of `Always ICE and", result.output, re.M)


def test_loading_errors_have_the_same_formats(run, tmp_path):
    shutil.copytree(SAMPLES / "valid", tmp_path, dirs_exist_ok=True)
    shutil.copytree(SAMPLES / "invalid" / "bad-date", tmp_path, dirs_exist_ok=True)
    result = run("check", "--format", "json", GUIDE_ROOT=str(tmp_path))
    assert result.exit_code == 1
    assert json.loads(result.output)[0]["code"] == "bad-date"


@pytest.mark.slow
def test_check_launch_lists_everything_not_reviewed(run, library):
    reported = run("check", "--launch").output
    for guideline in library.guidelines:
        assert f"no lawyer has reviewed {guideline}" in reported
    assert "the translation es is not reviewed" in reported
    assert "phone numbers of RAICES not tested by a call: 1-833-372-4237, 1-855-672-4237" in reported
    assert "phone numbers of ABA Detention Information Hotline not tested by a call: 2150#" in reported
    for provider in library.providers:
        assert f"the live page of {provider.name} is not confirmed by two people\n" in reported
    assert "the evidence of RAICES was valid until 2026-10-29: check again" in reported
    assert "the evidence of 988" not in reported
    assert "some evidence of ICE Online Detainee Locator has no known date: check again" in reported
    assert "now/laken-riley.md: not checked since 2025-12-31" in reported


def test_graph_draws_questions_and_findings(run):
    drawn = run("graph").output
    assert drawn.startswith("flowchart")
    assert "police" in drawn


def test_help_export_writes_and_help_diff_only_prints(run, tmp_path, library):
    out = tmp_path / "help.json"
    assert run("help-export", out).exit_code == 0
    assert len(json.loads(out.read_text("utf-8"))) == len(library.providers)
    table = tmp_path / "table.csv"
    table.write_text("name,phone\nRAICES,1-866-724-2374\n", "utf-8")
    result = run("help-diff", table)
    assert result.exit_code == 0
    assert "RAICES: number 1-866-724-2374 in the table" in result.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["help.json", "table.csv"]
