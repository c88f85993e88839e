"""Limits of file and function sizes, module names, no ids of the content in code, and the layers of pyproject.toml."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

from guide.model.roles import TONE_ONLY
from guide.web import pages_table

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "guide"
MODULES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
VAGUE_NAMES = {"helpers", "utils", "common", "misc"}
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
    assert not [path for path in MODULES if path.stem in VAGUE_NAMES]


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


# Where a word of the program is spelled like an id of the content, by its reason.
ALLOWED = {
    "the words that go with a role": {
        "model/roles.py": {"everyone", "me", "family", "helping", "style-guide"},
        "web/templates/parts/result.html": {"me", "family", "helping"},
    },
    "keys and values of the files of content": {
        "loader/guidelines.py": {"state", "status", "truth"},
        "loader/partners.py": {"home"},
        "loader/providers.py": {"state", "status"},
        "loader/site.py": {"public"},
        "model/partner.py": {"home"},
        "model/provider.py": {"court", "public", "state"},
    },
    "names in other formats: HSDS, JSON, a table": {
        "cli/explain.py": {"status"},
        "legal_help/csv_diff.py": {"court", "state"},
        "legal_help/hsds.py": {"service", "status"},
        "web/views/feeds.py": {"state", "status"},
    },
    "shapes that are drawn": {
        "model/figure.py": {"family", "home", "school"},
        "web/templates/parts/frame.html": {"speech"},
        "web/templates/parts/icons.html": {"family", "home", "school", "speech"},
        "web/templates/parts/picture.html": {"home"},
        "web/templates/parts/urgent.html": {"speech"},
    },
    "the state of the application": {
        f"web/{name}.py": {"state"} for name in ("app", "page_check", "server/site", "state")
    },
    "names of routes and places in a page": {
        "web/kit/lean.py": {"state"},
        "web/presenters/citations.py": {"next"},
        "web/templates/parts/explanations.html": {"next", "today"},
        "web/templates/parts/index.html": {"today"},
        "web/routes.py": {"home"},
        "web/views/health.py": {"health"},
    },
    "plain words": {
        "lint/comparison.py": {"changed"},
        "lint/readability.py": {"maybe"},
    },
}
# Options that mean the same in each question, and ids of a provider and of sources that are words of any program.
ANYWHERE = {"yes", "no", "none", "kind", "clock", "ready", "short"}
BY_ID = {"answers", "form", "guidelines", "help_sections", "pages", "personas", "pictures", "sources", "themes"}
PARTS_OF_IDS = re.compile(r"[\w/#-]+")


def product_ids(library):
    """Every id of the content, and the places of findings on a page; the names of routes are code."""
    site, findings = library.site, [(each, law) for law in library.guidelines.values() for each in law.findings]
    mappings = (site.themes, site.help_sections, library.guidelines, library.pages, library.reviews, library.pictures)
    lists = (library.questions, library.parts, library.misunderstandings, library.glossary, library.providers)
    ids = {id for mapping in (*mappings, library.personas, library.sources) for id in mapping}
    ids |= {each.id for entries in lists for each in entries}
    ids |= {option for question in library.questions for option in question.option_ids}
    ids |= {id for each, law in findings for id in (each.id, f"{law.id}-{each.id.replace('/', '-')}")}
    return ids - ANYWHERE - {word for row in pages_table.PAGES for word in row.name.split("/")}


def words_of_template(path):
    """The strings in the expressions of a template, and what it takes by name out of a mapping of ids."""
    tree = jinja2.Environment(extensions=["jinja2.ext.i18n"]).parse(path.read_text("utf-8"))
    yield from ((each.lineno, each.value) for each in tree.find_all(nodes.Const) if isinstance(each.value, str))
    for each in tree.find_all(nodes.Getattr):
        if getattr(each.node, "attr", getattr(each.node, "name", "")) in BY_ID:
            yield each.lineno, each.attr


def named_ids(root, ids):
    """Each id that a module or a template below `root` names as a string or as a part of one: file, line, id."""
    files = [(path, strings) for path in sorted(root.rglob("*.py")) if path.name != "pages_table.py"]
    files += [(path, words_of_template) for path in sorted(root.rglob("templates/**/*.*ml"))]
    for path, read in files:
        for line, text in read(path):
            found = {text, *re.split("[/#]", text)} if PARTS_OF_IDS.fullmatch(text) else {text}
            yield from ((path.relative_to(root).as_posix(), line, id) for id in sorted(found & ids))


def test_no_product_id_in_code(library):
    """Content decides, by roles: an editor may rename any id without a change of the program."""
    allowed = {(file, id) for files in ALLOWED.values() for file, ids in files.items() for id in ids}
    found = list(named_ids(PACKAGE, product_ids(library)))
    assert [f"guide/{file}:{line}: `{id}`" for file, line, id in found if (file, id) not in allowed] == []
    assert allowed - {(file, id) for file, _, id in found} == set()


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("planted.py", 'SECTIONS = frozenset({"crisis"})'),
        ("planted.py", 'place = f"today/{name}"'),
        ("templates/planted.html", '{% if question.id == "proceedings" %}{% endif %}'),
        ("templates/planted.html", '{{ to("explain#today-now-detained") }}'),
        ("templates/planted.html", "{{ explanation.answers.proceedings }}"),
        ("templates/parts/planted.html", '{{ library.pages["truth"] }}'),
    ],
)
def test_a_product_id_in_code_is_found(tmp_path, library, name, line):
    (planted := tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    comment = "{# proceedings #}" if name.endswith("html") else '"""The section `crisis`."""'
    planted.write_text(f"{comment}\n{line}\n", "utf-8")
    assert [found[:2] for found in named_ids(tmp_path, product_ids(library))][:1] == [(name, 2)]


def test_the_scripts_name_no_ids_but_those_of_roles(library):
    """They read the answers by themselves: a question that is renamed in content must be renamed there too."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "static" / "js").glob("*.mjs"))]
    tone = {question.id for question in library.questions if question.role == TONE_ONLY}
    assert {id for text in texts for id in re.findall(r"\banswers\??\.(\w+)", text)} == tone
    themes = {id for text in texts for id in re.findall(r"data-theme=\"?([\w-]+)", text)}
    assert themes == set()
