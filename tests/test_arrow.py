"""Who may import whom: left may import right, never back; siblings on one level not each other."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "guide"
LEVELS = [
    ["cli"],
    ["handouts", "translate_commands", "serving"],
    ["terminal"],
    ["web", "lint"],
    ["messages", "glossary", "asset_names"],
    ["content", "prose"],
    ["law", "i18n", "partner_entries"],
    ["po"],
    ["folder"],
    ["entries", "help_entries", "blocks"],
    ["recordings", "logos"],
    ["fields", "glance", "hsds", "help_diff", "graph", "argue", "pair", "share", "examples", "options"],
    ["freshness"],
    ["explain", "status"],
    ["walk"],
    ["rules"],
    ["model"],
    ["colours", "partners"],
    ["rule", "terms", "places", "helpers", "pictures", "audio", "gaps", "plurals", "options", "clock"],
    ["__init__"],
]
RANK = {name: rank for rank, names in enumerate(LEVELS) for name in names}
MODULES = sorted(PACKAGE.rglob("*.py"))


def imports(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from (
                [f"{node.module}.{name.name}" for name in node.names] if node.module == "guide" else [node.module]
            )
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def room(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_what_lies_to_its_right(path):
    here = room(path)
    for name in imports(path):
        if name.startswith("guide."):
            there = name.split(".")[1]
            assert there == here or RANK[here] < RANK[there], f"{here} imports {there}"


@pytest.mark.parametrize("path", [path for path in MODULES if room(path) != "web"], ids=lambda path: path.name)
def test_only_the_web_package_imports_flask(path):
    assert not [name for name in imports(path) if name.split(".")[0] in ("flask", "flask_babel", "wtforms", "werkzeug")]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_and_functions_stay_small(path):
    text = path.read_text("utf-8")
    assert text.count("\n") <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < 40, node.name
