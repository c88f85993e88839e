"""Limits of file and function sizes, meaningful module names, and the layers of pyproject.toml."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "guide"
MODULES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
SAYS_NOTHING = {"helpers", "utils", "common", "misc"}
LAYERS = ("guide.cli", "guide.web", "guide.lint", "guide.html", "guide.loader", "guide.engine", "guide.model")
# An import against the arrow, planted in a module, and the contract that it breaks.
PLANTS = [
    ("model/rule.py", "from guide.engine import walk", "Layers"),
    ("lint/wording.py", "from guide.web import state", "Layers"),
    ("legal_help/hsds.py", "from guide.i18n import catalogs", "Layers"),
    ("engine/walk.py", "from guide import config", "Only the command line and the web site read the environment"),
    ("cli/graph.py", "import flask", "Flask, Werkzeug and WTForms only in guide.web"),
]


def too_large(path):
    """What is longer in a module than it may be."""
    text = path.read_text("utf-8")
    if text.count("\n") > 300:
        yield path, "the file"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= 40:
            yield path, node.name


def test_files_and_functions_stay_small():
    assert [found for path in MODULES for found in too_large(path)] == []


def test_a_file_or_function_that_is_too_long_is_found(tmp_path):
    (module := tmp_path / "module.py").write_text("def long():\n" + "    a = 1\n" * 300, "utf-8")
    assert [what for _, what in too_large(module)] == ["the file", "long"]


def test_no_module_has_a_name_that_says_nothing():
    assert not [path for path in MODULES if path.stem in SAYS_NOTHING]


def test_no_test_imports_another_test():
    lines = [(path.name, line) for path in TESTS for line in path.read_text("utf-8").splitlines()]
    assert len(TESTS) > 100
    assert [found for found in lines if re.match(r"\s*(from|import) test_", found[1])] == []


def lint_imports(folder):
    """Runs import-linter on the package in a folder; gives its exit status and what it prints."""
    program = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command as run; run()"
    options = ["--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    done = subprocess.run([sys.executable, "-c", program, *options], cwd=folder, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.slow
def test_imports_against_the_layers_are_refused(tmp_path, subtests):
    shutil.copytree(PACKAGE, tmp_path / "guide", ignore=shutil.ignore_patterns("templates", "__pycache__"))
    for module, line, _ in PLANTS:
        planted = tmp_path / "guide" / module
        planted.write_text(f"{planted.read_text('utf-8')}\n{line}\n", "utf-8")
    status, said = lint_imports(tmp_path)
    assert status == 1
    for module, line, contract in PLANTS:
        number = (tmp_path / "guide" / module).read_text("utf-8").count("\n")
        name = f"guide.{module.removesuffix('.py').replace('/', '.')}"
        with subtests.test(f"{contract}: {module}"):
            assert f"{contract} BROKEN" in said
            assert re.search(rf"{name} -> {line.split()[1]}\b.*\(l\.{number}\)", said)


def strings(path):
    """The strings of a module with their lines, without docstrings; the pieces of an f-string are strings too."""
    tree = ast.parse(path.read_text("utf-8"))
    documents = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documents:
            yield node.lineno, node.value


def layout(modules):
    found = [(path, line) for path in modules for line, text in strings(path) if text.startswith("content/")]
    return [f"{path.relative_to(PACKAGE)}:{line}" for path, line in found]


def test_only_the_loader_knows_the_layout_of_the_content():
    # It reads the content of versions before 0.1.0 with the modules of that time, whose values had no path.
    frozen = PACKAGE / "lint" / "snapshot_0_1.py"
    others = [path for path in MODULES if "loader" not in path.parts and path != frozen]
    assert layout(others) == []


@pytest.mark.parametrize("line", ['PATH = "content/site.yaml"', 'path = f"content/help/{id}.yaml"'])
def test_a_literal_of_the_layout_is_found(tmp_path, monkeypatch, line):
    monkeypatch.setattr(sys.modules[__name__], "PACKAGE", tmp_path)
    (tmp_path / "planted.py").write_text(f'"""content/ is not meant here."""\n{line}\n', "utf-8")
    assert layout([tmp_path / "planted.py"]) == ["planted.py:2"]
