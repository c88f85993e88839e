"""Errors at the start of `guide serve` and other commands: one sentence with file or setting, without a traceback."""

import os
import subprocess
import sys
import urllib.request

import pytest
from click.testing import CliRunner
from support import day, server
from support.sampling import each_once, sample
from support.serving import small_site

from guide.cli import options
from guide.cli.main import main
from guide.web import page_check

STRAY = ("hasta el %(court)s.", "hasta el %(court)s. %")
PO = "translations/es/LC_MESSAGES/messages.po"


@pytest.fixture
def run():
    def call(*arguments, **environment):
        arguments = [str(argument) for argument in arguments]
        result = CliRunner().invoke(main, arguments, env=environment, default_map=day.COMMANDS)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return call


@pytest.fixture
def root(tmp_path):
    """A copy of everything that a small site reads."""
    return small_site(tmp_path)


def refused(result, named, status=2):
    """The one sentence with which a command ends."""
    assert result.exit_code == status
    (line,) = result.output.splitlines()
    assert named in line
    return line


@pytest.mark.parametrize("port", ["0", "65536", "99999", "-1", "http", "8_000", "٨٠٠٠"])
def test_an_invalid_port_is_refused(run, port):
    refused(run("serve", PORT=port), "PORT")
    refused(run("serve", f"--port={port}"), "PORT")


@pytest.mark.parametrize("host", ["256.1.1.1", "a b", "http://localhost", "::g", "-x", "a_b"])
def test_an_invalid_host_is_refused(run, host):
    refused(run("serve", HOST=host), "HOST")


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "0.0.0.0", "localhost", "host1", "a.b-c.example"])
def test_addresses_and_names_are_hosts(host):
    assert options.Host().convert(host, None, None) == host


@pytest.mark.parametrize("workers", ["0", "-1", "1000", "two"])
def test_an_invalid_number_of_workers_is_refused(run, workers):
    refused(run("serve", f"--workers={workers}"), "--workers")


@pytest.mark.parametrize(("cores", "most"), [(1, 4), (2, 4), (16, 32)])
def test_more_workers_than_two_for_each_core_do_not_help(cores, most, monkeypatch):
    monkeypatch.setattr(options, "cores", lambda: cores)
    assert options.most_workers() == most


@pytest.mark.parametrize(("cores", "usual"), [(1, 2), (4, 4), (64, 8)])
def test_workers_follow_the_cores(cores, usual, monkeypatch):
    monkeypatch.setattr(options, "cores", lambda: cores)
    assert options.usual_workers() == usual


@pytest.mark.slow
@pytest.mark.parametrize("command", [("serve",), ("handout", "--lang", "en"), ("check", "--pages")])
@pytest.mark.parametrize("name", ["GUIDE_ADDRESS", "GUIDE_FRAME_ANCESTORS"])
def test_an_invalid_setting_is_refused(run, command, name):
    refused(run(*command, **{name: "javascript:alert(1)"}), name)


def test_a_remote_host_is_refused(run):
    refused(run("serve", "--host", "192.0.2.1"), "HOST=", status=1)


@pytest.mark.parametrize("command", sample([("serve",), ("check",), ("translate", "check")], 2))
@pytest.mark.slow
def test_a_stray_percent_sign_stops_the_start_and_both_checks(run, root, command):
    path = root / PO
    path.write_text(path.read_text("utf-8").replace(*STRAY, 1), "utf-8")
    result = run(*command, GUIDE_ROOT=str(root))
    assert result.exit_code == 1
    (line,) = [line for line in result.output.splitlines() if "%` that is not part of a placeholder" in line]
    assert line.startswith(f"{PO}:")


@pytest.mark.parametrize("command", [("serve",), ("check",), ("translate", "check"), ("translate", "update")])
@pytest.mark.slow
def test_a_broken_catalog_stops_them_all(run, root, command):
    path = root / PO
    whole = path.read_bytes()
    cut = whole[: whole.index(b'\nmsgstr "', len(whole) // 2) + len(b'\nmsgstr "Uno')]  # within a text
    path.write_bytes(cut)
    result = run(*command, GUIDE_ROOT=str(root))
    refused(result, f"{PO}:", status=1)
    assert path.read_bytes() == cut


@pytest.mark.parametrize("command", [("serve",), ("check",)])
@pytest.mark.slow
@pytest.mark.whole
def test_a_missing_asset_stops_the_start_and_the_check(run, root, command):
    (root / "static" / "img" / "mark.svg").unlink()
    result = run(*command, GUIDE_ROOT=str(root))
    assert result.exit_code == 1
    assert "static/img/mark.svg:1: the file is missing; add it: templates/base.html needs it" in result.output


def spoil(root, how):
    """Does to a file of the content what an editor may do; gives the name of the file."""
    page = root / "content" / "pages" / "safety.md"
    match how:
        case "control character":
            page.write_text(page.read_text("utf-8").replace("title:", "title: \x08", 1), "utf-8")
        case "folder":
            (root / "content" / "help" / "x.yaml").mkdir()
            return "content/help/x.yaml"
        case "link to itself":
            page.unlink()
            page.symlink_to(page.name)
        case "locale":
            path = root / "content" / "languages.yaml"
            path.write_text(path.read_text("utf-8").replace("locale: es_US", "locale: zz_ZZ"), "utf-8")
            return "content/languages.yaml"
    return "content/pages/safety.md"


@pytest.mark.parametrize(
    ("how", "command"),
    each_once(
        ["control character", "folder", "link to itself", "locale"],
        [("serve",), ("check",), ("explain", "answers.yaml"), ("translate", "check"), ("graph",)],
    ),
)
@pytest.mark.slow
def test_every_command_reports_an_error_with_its_file(run, root, how, command, tmp_path, monkeypatch):
    name = spoil(root, how)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "answers.yaml").write_text("{}\n", "utf-8")
    result = run(*command, GUIDE_ROOT=str(root))
    assert result.exit_code == 1
    assert result.output.startswith(f"{name}:")


def test_answers_with_a_control_character_are_refused(run, tmp_path):
    answers = tmp_path / "answers.yaml"
    answers.write_text("held: yes\ntime: \x01\n", "utf-8")
    reported = refused(run("explain", answers), "U+0001")
    assert "answers.yaml:2: invalid YAML: it contains the character U+0001" in reported


def test_an_invalid_table_is_refused(run, tmp_path):
    table = tmp_path / "table.csv"
    table.write_text(f"name,phone\nRAICES,{'1' * 200_000}\n", "utf-8")
    refused(run("help-diff", table), f"{table}: invalid CSV at line 2")


def test_a_missing_folder_is_reported(run, tmp_path):
    refused(run("help-export", tmp_path / "none" / "help.json"), "none/help.json")


@pytest.mark.slow
def test_check_pages_reports_failing_pages(run, tiny, monkeypatch):
    monkeypatch.setattr(page_check, "pages", lambda app, code: [f"/{code}/nothing"])
    result = run("check", "--pages", GUIDE_ROOT=str(tiny))
    assert result.exit_code == 1
    assert "/en/nothing:1: this page cannot be rendered: 404; " in result.output
    assert "Traceback" not in result.output


@pytest.mark.serving
@pytest.mark.parametrize("fixed", sample([True, False], 1))
def test_a_server_with_a_stopped_clock_says_so_on_its_pages_and_where_it_was_started(tiny, fixed):
    port = server.free_port()
    program = [
        sys.executable,
        "-c",
        "from guide.cli.main import main; main()",
        "serve",
        "--port",
        str(port),
        "--workers",
        "1",
    ]
    environment = os.environ | {"PYTHONUNBUFFERED": "1", "GUIDE_ROOT": str(tiny)}
    options = ["--today", "2026-11-22"] if fixed else []
    running = subprocess.Popen(
        [*program, *options], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        server.wait_for(f"http://127.0.0.1:{port}/healthz", running)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/en/") as answer:
            page = answer.read().decode()
    finally:
        server.stop(running)
    reported = running.stdout.read()
    running.stdout.close()
    assert ("Its clock is stopped at November 22, 2026." in page) == fixed
    assert ("The clock is stopped at 2026-11-22" in reported) == fixed


def test_only_commands_that_render_pages_import_flask():
    program = "import sys, guide.cli.main; sys.exit('flask' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=60).returncode == 0


def test_serve_starts_without_what_other_commands_import():
    program = "import sys; from guide.cli.main import main; main(['serve', '--help'], standalone_mode=False);"
    program += "print({'yaml', 'babel', 'guide.lint', 'guide.loader.content'} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.splitlines()[-1] == "set()"
