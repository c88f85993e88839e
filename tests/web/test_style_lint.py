"""Linters of style sheets for Chrome 80, Safari 13.1 and Firefox 78: what they must find, with its place.

An old engine drops a whole rule with a selector that it does not know, and says nothing.
"""

import re

import pytest
from support.node_tools import copied, same_sheet, stylelint

from guide.config import CHECKOUT
from guide.web import sheets
from guide.web.presenters.conditional_css import style_rules
from guide.web.views import partners

pytestmark = pytest.mark.slow  # `make check` leaves it out: it takes seconds

CSS = CHECKOUT / "static" / "css"
OURS = "ours/promised-engines"
# Each is newer than one of the engines, or dropped by WebKit on paper.
NEWER = {
    "is": ".box :is(p, li) {\n  color: red;\n}",
    "where": ".box :where(p, li) {\n  color: red;\n}",
    "has": ".box:has(p) {\n  color: red;\n}",
    "not with a list": ".box:not(p, .b) {\n  color: red;\n}",
    "focus-visible": "a:focus-visible {\n  color: red;\n}",
    "padding-block": ".box {\n  padding-block: 1px 2px;\n}",
    "margin-inline": ".box {\n  margin-inline: auto;\n}",
    "inset": ".box {\n  inset: 0;\n}",
    "inset-inline-start": ".box {\n  inset-inline-start: 0;\n}",
    "aspect-ratio": ".box {\n  aspect-ratio: 1;\n}",
    "color-mix": ".box {\n  color: color-mix(in srgb, red, blue);\n}",
    "subgrid": ".box {\n  grid-template-rows: subgrid;\n}",
    "layer": "@layer base {\n  p {\n    color: red;\n  }\n}",
    "container": "@container (min-width: 9rem) {\n  p {\n    color: red;\n  }\n}",
    "nested on paper": "@media print {\n  .box {\n    & p {\n      color: red;\n    }\n  }\n}",
    "nested query": ".box {\n  @media print {\n    color: red;\n  }\n}",
    "gap in a flex box": ".box {\n  display: flex;\n  gap: 1rem;\n}",
    "gap of a flex box": ".box {\n  display: inline-flex;\n}\n\n.box {\n  column-gap: 1rem;\n}",
}
FALLBACK = "@supports not (inset: 0) {\n  .box > * {\n    margin-inline-start: 1rem;\n  }\n}"
OPPOSITE = "@supports not (inset: 0) {\n  p {\n    inset: 0;\n  }\n}"
OLD = [
    ".box {\n  padding-block-start: 1px;\n  margin-inline-end: 1px;\n  inline-size: min(100%, 9rem);\n}",
    ".box {\n  display: grid;\n  gap: 1rem;\n}",
    f".box {{\n  display: flex;\n  gap: 1rem;\n}}\n\n{FALLBACK}",
    "@supports selector(:has(a)) {\n  .box:has(p) :is(p, li) {\n    color: red;\n  }\n}",
    "@supports selector(:focus-visible) {\n  a:focus-visible {\n    color: red;\n  }\n}",
    "@supports (inset: 0) {\n  .box {\n    inset: 0;\n  }\n}",
    '.box::before {\n  content: ":is(a)";\n}',
]


@pytest.fixture(scope="module")
def found(app, tmp_path_factory):
    """What is found in each sheet of the site, of the program and of the samples, by the name of its file."""
    folder = copied(tmp_path_factory.mktemp("sheets"))
    for index, text in enumerate([*NEWER.values(), *OLD, OPPOSITE]):
        (folder / "static" / "css" / f"plant{index}.css").write_text(f"{text}\n", "utf-8")
    library = app.extensions["state"].library
    made = {"follow-ups": style_rules(library.questions), "partners": partners.style_rules(library.partners.values())}
    for name, text in made.items():
        (folder / "static" / "css" / f"made-{name}.css").write_text(text, "utf-8")
    problems = {}
    for name, line, rule, text in stylelint(folder):
        problems.setdefault(name, []).append((line, rule, text))
    return problems


def test_the_sheets_of_the_site_pass(found):
    assert {name: problems for name, problems in found.items() if not name.startswith(("plant", "made-"))} == {}


@pytest.mark.parametrize("name", NEWER)
def test_unsupported_css_is_found_with_its_line(found, name):
    index = list(NEWER).index(name)
    lines = {line for line, rule, _ in found.get(f"plant{index}.css", []) if rule == OURS}
    assert lines, found.get(f"plant{index}.css")
    assert lines <= set(range(1, NEWER[name].count("\n") + 2))


@pytest.mark.parametrize("index", range(len(OLD)))
def test_what_is_old_or_tested_passes(found, index):
    assert found.get(f"plant{len(NEWER) + index}.css", []) == []


def test_a_test_of_the_opposite_is_none(found):
    assert [(line, rule) for line, rule, _ in found[f"plant{len(NEWER) + len(OLD)}.css"]] == [(3, OURS)]


def test_the_sheets_that_the_program_makes_pass(app, found):
    assert ":has(" in style_rules(app.extensions["state"].library.questions)
    made = [problem for name, problems in found.items() if name.startswith("made-") for problem in problems]
    assert [problem for problem in made if problem[1] == OURS] == []


def test_what_is_sent_has_the_rules_that_are_written(app):
    assets = app.extensions["state"].assets
    parts = [part for part in sheets.parts(CSS.parent) if part.serves("design")]
    first = [part.name for part in parts].index("css/large.css")
    languages = app.extensions["state"].library.languages
    texts = [sheets._spoken((CSS.parent / part.name).read_text("utf-8"), languages) for part in parts]
    screen = [
        sheets.without_paper(text)
        for part, text in zip(parts[first:], texts[first:], strict=True)
        if not part.only_beside
    ]
    screen, paper = "".join([*texts[:first], *screen]), "".join(texts[first:])
    pairs = [(screen, assets.text("css/for-design.css")), (paper, assets.text("css/beside-design.css"))]
    changed = (screen, assets.text("css/for-design.css").replace("margin:0", "margin:1px", 1))
    assert same_sheet([*pairs, changed]) == [True, True, False]


def test_what_is_selected_whole_is_so_in_safari_too():
    rule = re.compile(r"(?<!-webkit-)user-select: *(\w+);")
    for sheet in CSS.glob("*.css"):
        text = sheet.read_text("utf-8")
        assert len(rule.findall(text)) == text.count("-webkit-user-select:"), sheet.name
