"""Scripts are served as `make minified-scripts` made them; those changed since, without their comments and spaces."""

import re

import pytest
from support import minified_scripts
from support.node_tools import same_syntax

from guide.config import CHECKOUT
from guide.web.assets import Assets, made_from, minified

IMPORT = re.compile(rb'"[./a-z_-]+/([a-z_-]+)(\.[0-9a-f]+)?\.mjs"')
SCRIPTS = sorted((CHECKOUT / "static" / "js").glob("*.*js"))


def test_the_minified_scripts_are_made_from_those_of_today():
    made = {path.name: path.read_bytes() for path in minified_scripts.FOLDER.iterdir()}
    assert made == minified_scripts.expected(), "run `make minified-scripts`"


def test_the_site_sends_the_minified_scripts(app):
    assets = app.extensions["state"].assets
    assert len(list(minified_scripts.FOLDER.iterdir())) > 50
    for path in minified_scripts.FOLDER.iterdir():
        short = path.read_bytes().partition(b"\n")[2]
        assert IMPORT.sub(b"", assets.of_name(f"js/{path.name}").body) == IMPORT.sub(b"", short), path.name


def test_a_script_that_changed_since_is_sent_as_it_is_now():
    script, short = b"const sum = 1; // one\nexport { sum };\n", b"const s=1;export{s as sum};"
    ready = {"minified/a.mjs": made_from(script) + b"\n" + short}
    assert Assets(ready | {"js/a.mjs": script}).text("js/a.mjs") == short.decode()
    changed = Assets(ready | {"js/a.mjs": script.replace(b"1;", b"2;")})
    assert changed.text("js/a.mjs") == "const sum=2;export{sum};"
    assert changed.names() == ["js/a.mjs"]


def test_a_script_without_comments_and_spaces_has_the_same_syntax_tree():
    written = [script.read_bytes() for script in SCRIPTS]
    sent = [minified(script) for script in written]
    assert len(sent) > 20
    assert sum(map(len, sent)) < 0.65 * sum(map(len, written))
    assert all(same_syntax([(one.decode(), other.decode()) for one, other in zip(written, sent, strict=True)]))


def test_the_comparison_would_see_a_difference():
    words = "const words = `\n// not a comment\n`;\n"
    pairs = [(words, words.replace("\n//", "\n")), ("a(1);\n", "a(2);\n"), ("a(1);\n", "a( 1 )\n")]
    assert same_syntax(pairs) == [False, False, True]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_types_and_lines_of_comment_are_not_sent_and_licenses_are(script):
    written = script.read_bytes()
    short = minified_scripts.FOLDER / script.name
    made = [short.read_text("utf-8").partition("\n")[2]] if short.exists() else []
    for sent in (minified(written).decode(), *made):
        assert "/**" not in sent
        assert not re.search(r"^\s*//", sent, re.M)
        assert re.findall(r"/\*!.*?\*/", sent, re.S) == re.findall(r"/\*!.*?\*/", written.decode(), re.S)


def test_a_module_is_named_after_what_it_imports_whatever_the_names_are():
    files = {
        "js/a.mjs": b'import { b } from "./b.mjs";\n',
        "js/b.mjs": b'import { c } from "./c_d.mjs";\n',
        "js/c_d.mjs": b"export const c = 1;\n",
    }
    assets = Assets(files)
    assert assets.text("js/a.mjs") == f'import{{b}}from"{assets.url("js/b.mjs")}";'
    assert assets.text("js/b.mjs") == f'import{{c}}from"{assets.url("js/c_d.mjs")}";'
    changed = Assets(files | {"js/c_d.mjs": b"export const c = 2;\n"})
    assert all(assets.url(name) != changed.url(name) for name in files)
