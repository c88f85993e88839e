"""Scripts are served without their comments and spaces, and are otherwise the same programs."""

import re

import pytest
from support.node_tools import same_syntax

from guide.config import CHECKOUT
from guide.web.assets import Assets, minified

SCRIPTS = sorted((CHECKOUT / "static" / "js").glob("*.*js"))


def test_the_served_script_has_the_same_syntax_tree():
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
    written, sent = (text.decode() for text in (script.read_bytes(), minified(script.read_bytes())))
    assert "/**" not in sent
    assert not re.search(r"^\s*//", sent, re.M)
    assert re.findall(r"/\*!.*?\*/", sent, re.S) == re.findall(r"/\*!.*?\*/", written, re.S)


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
