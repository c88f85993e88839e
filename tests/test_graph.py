"""The flowchart of the rules: its arrows, ids and labels are valid Mermaid."""

import re

import pytest
from support.fake_library import finding, guideline, question, tiny

from guide.cli.graph import mermaid
from guide.engine.rules import mentions

ARROW = re.compile(r"^  (\w+) (-->|-\.->) (\w+)$")
NODE = re.compile(r'^    (\w+)\["([^"]*)"\]$')


def arrows(text):
    return [found.groups() for line in text.splitlines() if (found := ARROW.match(line))]


def nodes(text):
    return [found.groups() for line in text.splitlines() if (found := NODE.match(line))]


def test_a_small_guide():
    questions = [
        question("police", "none", "arrest", topic="Arrests"),
        question("since-then", "long-ago", when={"police": "arrest"}, topic="Since then"),
    ]
    rules = guideline(
        "set-1",
        finding("note/a", {"police": "arrest", "not": {"since-then": "long-ago"}}, {"police": "none"}, title="First"),
        finding("note/b", may={"any": [{"police": "arrest"}, {"police": "none"}]}, title="Second"),
        finding("note/c", title="Read only"),
    )
    assert mermaid(tiny(questions=questions, sets=[rules])) == (
        "flowchart LR\n"
        '  subgraph questions["Questions"]\n'
        '    ask__police["Arrests"]\n'
        '    ask__since_then["Since then"]\n'
        "  end\n"
        "  ask__police --> ask__since_then\n"
        '  subgraph set__set_1["set-1"]\n'
        '    find__set_1__note__a["First"]\n'
        '    find__set_1__note__b["Second"]\n'
        '    find__set_1__note__c["Read only"]\n'
        "  end\n"
        "  ask__police --> find__set_1__note__a\n"
        "  ask__since_then --> find__set_1__note__a\n"
        "  ask__police -.-> find__set_1__note__a\n"
        "  ask__police -.-> find__set_1__note__b\n"
    )


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ('Say "no"', "Say #34;no#34;"),
        ("#1 & <b>", "#35;1 #38; #60;b#62;"),
        ("`code` \\", "#96;code#96; #92;"),
        ("two\n  lines", "two lines"),
        ("ICE's [list] (old) | new", "ICE's [list] (old) | new"),
    ],
)
def test_a_label_is_shown_as_it_is_written(title, label):
    assert nodes(mermaid(tiny(finding("a", {}, title=title), questions=())))[0][1] == label


def test_ids_that_look_alike_stay_apart():
    ids = ["a-b", "a_b", "a/b", "a--b", "a-/b", "A-b", "a b", "a-95-b", "aX95Xb", "end"]
    found = [id for id, _ in nodes(mermaid(tiny(*(finding(id, {}) for id in ids), questions=())))]
    assert len(set(found)) == len(ids)
    assert all(re.fullmatch(r"find__\w+", id, re.ASCII) for id in found)


def test_the_real_rules_are_all_there(library):
    text = mermaid(library)
    drawn = arrows(text)
    known = [id for id, _ in nodes(text)]
    findings = [each for guide in library.guidelines.values() for each in guide.findings]
    rules = [rule for each in findings for rule in (each.when, each.may) if rule]
    rules += [each.when for each in library.questions]
    assert len(known) == len(set(known)) == len(findings) + len(library.questions)
    assert len(drawn) == len(set(drawn)) == sum(len(mentions(rule)) for rule in rules)
    assert {id for start, _, to in drawn for id in (start, to)} <= set(known)


def test_every_line_is_one_that_mermaid_knows(library):
    first, *rest = mermaid(library).splitlines()
    box = re.compile(r'^  (subgraph \w+\["[^"]*"\]|end)$')
    assert first == "flowchart LR"
    assert [line for line in rest if not (ARROW.match(line) or NODE.match(line) or box.match(line))] == []
