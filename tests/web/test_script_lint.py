"""Linters and type checks of scripts for Chrome 80, Safari 13.1 and Firefox 78: what they must find, with its place.

A phone that meets what it does not know stops in the middle. tests/engines/ runs a real old engine.
"""

import json
import re

import pytest
from support.node_tools import copied, eslint, tsc

from guide.config import CHECKOUT
from guide.web.asset_names import TEMPLATES

pytestmark = pytest.mark.slow  # `make check` leaves it out: it takes seconds

NODE = CHECKOUT / ".ci" / "node"
# Each is newer than one of the engines.
NEWER = [
    "box.replaceChildren(a);",
    "list.at(-1);",
    'text.replaceAll("a", "b");',
    "list.findLast(one);",
    "list.toSorted();",
    "Object.hasOwn(a, b);",
    "Object.groupBy(a, b);",
    "Promise.any(list);",
    "structuredClone(a);",
    "a ??= b;",
    "a ||= b;",
    "class Box { #secret = 1; }",
    "class Box { field = 1; }",
    "class Box { static {} }",
    "await a;",
    "const big = 10n;",
    "const many = 1_000;",
    'export * as all from "./share.mjs";',
    'import data from "./data.json" with { type: "json" };',
    "/(?<=a)b/.test(text);",
    "/a/v.test(text);",
    "Intl.Segmenter;",
    'box.querySelector(":is(p, li)");',
    'box.closest(":not([open], .noprint)");',
    "box.matches(`${text}:has(a)`);",
    "box.checkVisibility();",
    "box.inert = true;",
    'box.toggleAttribute("inert");',
    'box.setAttribute("popover", "");',
    "box.showModal();",
    'box.addEventListener("scrollend", a);',
    "box.onscrollend = a;",
    'box.addEventListener("click", a, { signal: b });',
    "const { checkVisibility } = box;",
    'box["replaceChildren"](a);',
    "window.navigation.back();",
    "navigation.back();",
    "window.crypto.randomUUID();",
    "AbortSignal.timeout(1);",
    "new WeakRef(a);",
    "crypto.randomUUID();",
    "queue = scheduler.yield();",
]
# All engines know these.
KNOWN = [
    "a?.b ?? c;",
    "list.flatMap(one).includes(a);",
    "Object.fromEntries(Object.entries(a));",
    'import("./share.mjs");',
    "Promise.allSettled(list);",
    "text.matchAll(/(?<year>\\d+)\\p{L}/gu);",
    "globalThis.innerWidth;",
    "box.append(a); box.toggleAttribute(b); box.dataset.inert = c;",
    'box.querySelector("p:not(.a):not(.b):first-child");',
    "try { a(); } catch { b(); }",
]
GUARD = "// eslint-disable-next-line ours/newer-than-promised -- a test guards it\n"
UNUSED = "/* eslint-disable no-unused-vars, no-unused-expressions, no-useless-escape */\n"


@pytest.fixture(scope="module")
def linted(tmp_path_factory):
    """What ESLint says of each sample, which has a file of its own, on its second line."""
    folder = copied(tmp_path_factory.mktemp("planted"))
    for number, sample in enumerate(NEWER + KNOWN):
        (folder / "static" / "js" / f"sample-{number}.mjs").write_text(UNUSED + sample + "\n", "utf-8")
    (folder / "static" / "js" / "sample-guard.mjs").write_text(f"{GUARD}document.body.append('a');\n", "utf-8")
    return eslint(folder, "static/js/sample-*.mjs")


@pytest.fixture(scope="module")
def planted(linted):
    """The line and rule of each fault, by the name of the sample."""
    found = {}
    for name, line, rule, _ in linted:
        if line > 1:  # the first line may say more than a sample needs
            found.setdefault(name, set()).add((line, rule))
    return found


@pytest.mark.parametrize("sample", NEWER)
def test_what_is_newer_is_found_with_its_file_and_line(planted, sample):
    found = planted.get(f"sample-{NEWER.index(sample)}.mjs", set())
    promise = {
        rule for line, rule in found if line == 2 and rule and rule.startswith(("es-x/", "ours/", "no-restricted"))
    }
    assert promise or (2, None) in found, found  # None: syntax that the parser does not support


@pytest.mark.parametrize("sample", KNOWN)
def test_what_is_known_is_let_through(planted, sample):
    assert planted.get(f"sample-{len(NEWER) + KNOWN.index(sample)}.mjs") is None


def test_a_guard_that_is_no_longer_needed_is_found(linted):
    ((line, message),) = [(line, message) for name, line, _, message in linted if name == "sample-guard.mjs"]
    assert line == 1
    assert "Unused eslint-disable" in message


WRONG = [
    ("rules.mjs", "values.includes(false) ? false", "values.includes(0) ? false", "TS2345"),
    ("form.mjs", 'reportHeight("page")', "reportHeight()", "TS2554"),
    ("steps.mjs", "floor = step;", "floor = String(step);", "TS2322"),
    ("share.mjs", "const MOST =", "export const plain = (value) => value; const MOST =", "TS7006"),
    # Iterators had such methods long after arrays: ESLint cannot tell them apart.
    ("rules.mjs", "(rule) => Object.entries(rule)", "() => new Map().entries().map((one) => one)", "TS2339"),
]


@pytest.fixture(scope="module")
def wrong_types(tmp_path_factory):
    """What the type checker says of a copy in which all of WRONG is planted, and the line of each."""
    folder = copied(tmp_path_factory.mktemp("wrong"))
    lines = []
    for name, old, new, _ in WRONG:
        script = folder / "static" / "js" / name
        text = script.read_text("utf-8")
        assert text.count(old) == 1, old
        lines.append(text[: text.index(old)].count("\n") + 1)
        script.write_text(text.replace(old, new), "utf-8")
    return tsc(folder), lines


@pytest.mark.parametrize("case", WRONG, ids=lambda case: case[2])
def test_a_wrong_type_is_found_with_its_file_and_line(wrong_types, case):
    found, lines = wrong_types
    name, _, _, error = case
    place = rf"static/js/{name}\({lines[WRONG.index(case)]},\d+\): error {error}: "
    assert any(re.match(place, one) for one in found), found


def test_no_page_has_what_scripts_may_not():
    for path in TEMPLATES.rglob("*.html"):
        kinds = set(re.findall(r'<script type="([^"]*)"', path.read_text("utf-8")))
        assert kinds <= {"module", "application/json"}, path.name  # import maps are newer


def test_the_lock_file_pins_everything_and_names_no_address():
    wanted = json.loads((NODE / "package.json").read_text("utf-8"))["devDependencies"]
    packages = json.loads((NODE / "package-lock.json").read_text("utf-8"))["packages"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())
    assert packages.pop("")["devDependencies"] == wanted
    assert len(packages) > 100
    for name, package in packages.items():
        assert package["integrity"].startswith("sha512-"), name
        assert package.get("resolved", "https://registry.npmjs.org/").startswith("https://registry.npmjs.org/"), name
