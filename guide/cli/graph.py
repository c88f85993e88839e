"""`guide graph`: the rules as a Mermaid flowchart."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from guide.cli import terminal
from guide.engine.rules import mentions
from guide.model.content import Guideline, Library, Question
from guide.model.rule import Rule

SOLID, DASHED = "-->", "-.->"
NOT_IN_IDS = re.compile(r"[^a-z0-9/-]|(?<![a-z0-9])-|-(?![a-z0-9])")
NOT_IN_LABELS = re.compile(r'["#&<>`\\]')


def mermaid(library: Library) -> str:
    """Return a Mermaid flowchart. Solid arrows: a follow-up question, or `when` of a finding. Dashed arrows: `may`."""
    lines = ["flowchart LR"]
    lines += _box("questions", "Questions", [(_question(each.id), each.topic) for each in library.questions])
    lines += _follow_ups(library.questions)
    for guideline in library.guidelines.values():
        findings = [(_finding(guideline, finding.id), finding.title) for finding in guideline.findings]
        lines += _box(_id("set", guideline.id), guideline.short, findings)
        lines += _findings(guideline)
    return "\n".join(lines) + "\n"


def _box(id: str, title: str, nodes: list[tuple[str, str]]) -> Iterator[str]:
    yield f'  subgraph {id}["{_label(title)}"]'
    for node, label in nodes:
        yield f'    {node}["{_label(label)}"]'
    yield "  end"


def _follow_ups(questions: tuple[Question, ...]) -> Iterator[str]:
    for question in questions:
        yield from _arrows(question.when, SOLID, _question(question.id))


def _findings(guideline: Guideline) -> Iterator[str]:
    for finding in guideline.findings:
        yield from _arrows(finding.when, SOLID, _finding(guideline, finding.id))
        yield from _arrows(finding.may, DASHED, _finding(guideline, finding.id))


def _arrows(rule: Rule | None, arrow: str, to: str) -> Iterator[str]:
    for question in mentions(rule) if rule else ():
        yield f"  {_question(question)} {arrow} {to}"


def _question(id: str) -> str:
    return _id("ask", id)


def _finding(guideline: Guideline, id: str) -> str:
    return _id("find", guideline.id, id)


def _id(*words: str) -> str:
    """Return a unique id of letters, digits and underscores.

    The first word prevents a conflict with keywords of Mermaid, such as `end`.
    """
    plain = NOT_IN_IDS.sub(lambda found: f"X{ord(found[0])}X", "/".join(words))
    return plain.replace("-", "_").replace("/", "__")


def _label(text: str) -> str:
    """Escape a text for Mermaid, which has numeric character references such as `#34;`."""
    return NOT_IN_LABELS.sub(lambda found: f"#{ord(found[0])};", " ".join(text.split()))


@click.command()
def graph() -> None:
    """Print the questions and the findings that depend on them as a Mermaid flowchart."""
    click.echo(mermaid(terminal.library()))
