"""The Markdown files are correct: links, commands, and the table of environment variables."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import click
import pytest
import yaml

from guide.cli.main import main

ROOT = Path(__file__).parents[1]
LISTED = subprocess.check_output(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, text=True)
FILES = [path for path in LISTED.splitlines() if (ROOT / path).is_file()]
# What is content of the site, or a sample of it, is no document.
DOCS = [path for path in FILES if path.endswith(".md") and not re.match(r"content/\w+/|tests/samples/", path)]
READERS = ("deploy", "guide", "content", "translations", "tests")
LINK = re.compile(r"""\]\(([^)\s]+)\)|(?:src|href)="([^"]+)\"""")
FENCE = re.compile(r"^ *```.*?^ *```$", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"`([^`\n]+)`")
# A file of ours in backquotes; names with a placeholder (`<set>`) and folders that `make` makes are none.
FILE = re.compile(r"(?:\.ci|\.github|content|deploy|guide|static|tests|translations)/[\w./-]*")
# Variables that belong to the machine.
MACHINE = {"PATH"}


def text_of(path):
    return (ROOT / path).read_text("utf-8")


def anchors(text):
    """The fragments that GitHub makes of the headings of a file."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(path, text):
    for link in (a or b for a, b in LINK.findall(CODE.sub("", FENCE.sub("", text)))):
        if re.match(r"[a-z]+:", link):
            continue
        target, _, fragment = link.partition("#")
        file = (ROOT / path).parent / target
        there = text if not target else file.read_text("utf-8") if fragment and file.is_file() else ""
        if not file.exists() or (fragment and fragment not in anchors(there)):
            yield link


@pytest.mark.parametrize("path", DOCS)
def test_links_lead_to_files_and_headings_that_exist(path):
    assert list(broken_links(path, text_of(path))) == []


@pytest.mark.parametrize("path", [path for path in DOCS if path != "CHANGELOG.md"])
def test_files_that_a_document_names_exist(path):
    named = [name for name in CODE.findall(FENCE.sub("", text_of(path))) if FILE.fullmatch(name)]
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("link", ["nowhere.md", "README.md#nowhere", "#nowhere", "guide/nowhere/README.md"])
def test_a_broken_link_is_found(link):
    assert list(broken_links("README.md", f"# A heading, & more\n[good](#a-heading--more) [bad]({link})")) == [link]


def test_the_readme_is_short_and_links_for_each_reader():
    text = text_of("README.md")
    assert text.count("\n") <= 100
    assert [folder for folder in READERS if f"]({folder}/README.md)" not in text] == []
    for warning in ("None of the guideline sets of 2011 to 2021 is in use today", "protects nobody now"):
        assert warning in text


def test_the_pictures_of_the_readme_are_small_and_described():
    pictures = re.findall(r'<img src="([^"]+)"[^>]* alt="([^"]+)">', text_of("README.md"))
    assert len(pictures) == 3
    assert all((ROOT / path).stat().st_size < 60_000 for path, _ in pictures)


def commands_in(text):
    """The commands that a text names, as words: in backquotes, and each line of its fenced blocks."""
    fenced = "\n".join(FENCE.findall(text)).splitlines()
    for line in [*fenced, *CODE.findall(FENCE.sub("", text))]:
        for command in re.split(r"&&|\|", re.sub(r"(^|\s)#.*", "", line)):
            words = [word for word in command.split() if not re.match(r"[A-Z_]+=", word)]
            if words and words[0] in ("make", "guide", ".venv/bin/guide"):
                yield words


def unknown_commands(text):
    """The `make` targets and `guide` commands of a text that do not exist, or have an option that does not."""
    targets = set(re.findall(r"^([a-z./-]+):", text_of("Makefile"), re.MULTILINE))
    for program, *words in commands_in(text):
        if program == "make":
            yield from (f"make {word}" for word in words if word not in targets)
            continue
        command = main
        while isinstance(command, click.Group) and words and not words[0].startswith("-"):
            command = command.get_command(None, words.pop(0))
        known = {option for param in command.params for option in param.opts} if command else set()
        if command is None or {word for word in words if word.startswith("--")} - known - {"--help"}:
            yield f"{program} {' '.join(words)}"


@pytest.mark.parametrize("path", [path for path in DOCS if path != "CHANGELOG.md"])
def test_each_command_in_a_document_exists(path):
    assert list(unknown_commands(text_of(path))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Run `make nothing`.",
        "```sh\nmake nothing   # a comment\n```",
        "```sh\nmake install && make nothing\n```",
        "Run `guide nothing`.",
        "```sh\n.venv/bin/guide translate compile\n```",
        "`guide check --nothing`",
        "`guide explain ANSWERS.yaml --lang es --nothing`",
    ],
)
def test_an_unknown_command_is_found(text):
    assert len(list(unknown_commands(text))) == 1
    known = (
        "```sh\nmake install && make lock\n.venv/bin/guide translate check # no --option\n```\n`guide check --launch`"
    )
    assert list(unknown_commands(known)) == []


def read_from_environment(source):
    """The names of the environment that a module reads: of `os.environ` and `os.getenv`, and of options of click."""
    tree = ast.parse(source)
    named = {
        node.targets[0].id: node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        for key in _keys(node):
            yield key.value if isinstance(key, ast.Constant) else named.get(getattr(key, "id", ""), ast.unparse(key))


def _keys(node):
    if isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("os.environ"):
        yield node.slice
    if isinstance(node, ast.Call) and node.args and re.match(r"os\.(environ\.\w+|getenv)$", ast.unparse(node.func)):
        yield node.args[0]
    if isinstance(node, ast.keyword) and node.arg == "envvar":
        yield node.value


def test_each_variable_of_the_environment_is_in_the_table():
    modules = [path for path in FILES if re.match(r"(guide|tests)/.*\.py$", path)]
    read = {name: path for path in modules for name in read_from_environment(text_of(path))}
    table = text_of("deploy/README.md").split("# Environment variables")[1]
    listed = set(re.findall(r"^\| `([A-Z_]+)` \|", table, re.MULTILINE))
    assert {"GUIDE_ROOT", "GUIDE_ADDRESS", "HOST", "CHROMIUM"} <= set(read)
    assert {name: path for name, path in read.items() if name not in listed | MACHINE} == {}
    of_make = set(re.findall(r"^([A-Z]+) \?=", text_of("Makefile"), re.MULTILINE))
    assert listed == (set(read) | of_make) - MACHINE


@pytest.mark.parametrize(
    "line",
    [
        "os.environ['A']",
        "os.environ.get('A', 'b')",
        "os.environ.pop('A')",
        "os.getenv('A')",
        "click.option('--a', envvar='A')",
        "NAME = 'A'\nos.environ[NAME]",
    ],
)
def test_a_variable_that_is_read_is_found(line):
    assert list(read_from_environment(line)) == ["A"]


def test_no_module_hides_what_it_reads():
    """`from os import environ` would get past the test above."""
    modules = [text_of(path) for path in FILES if re.match(r"(guide|tests)/.*\.py$", path)]
    assert not [text for text in modules if re.search(r"^from os import .*\b(environ|getenv)\b", text, re.MULTILINE)]


def test_the_changelog_has_the_version_of_the_project_and_says_who_must_act():
    text = text_of("CHANGELOG.md")
    version = tomllib.loads(text_of("pyproject.toml"))["project"]["version"]
    assert re.findall(r"^## \[(.+?)\]", text, re.MULTILINE)[:2] == ["Unreleased", version]
    who = {"Readers will see", "Editors must", "Hosts must", "Translators must", "Developers"}
    assert set(re.findall(r"^### (.+)$", text, re.MULTILINE)) <= who
    assert re.search(rf"^## \[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d$", text, re.MULTILINE)


def test_the_forms_of_github_can_be_read():
    form = yaml.safe_load(text_of(".github/ISSUE_TEMPLATE/wrong-sentence.yml"))
    assert {"name", "description", "body"} <= set(form)
    ids = [field["id"] for field in form["body"] if field["type"] != "markdown"]
    assert len(ids) == len(set(ids))
    assert {field["type"] for field in form["body"]} <= {"markdown", "input", "textarea", "dropdown", "checkboxes"}
    assert "Issues are public" in form["body"][0]["attributes"]["value"]
    assert "blank_issues_enabled" in yaml.safe_load(text_of(".github/ISSUE_TEMPLATE/config.yml"))
