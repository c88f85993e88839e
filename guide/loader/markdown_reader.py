"""Reads Markdown files with YAML front matter, split into blocks, which are the units of translation."""

from __future__ import annotations

import re

from guide.loader.yaml_reader import StrictMapping, compose
from guide.model.content import Block
from guide.model.placed import Form
from guide.model.problems import Report

FENCE = "---"
STARTS: tuple[tuple[Form, str], ...] = (("h3", "### "), ("h2", "## "), ("ul", "- "))
STEP = re.compile(r"\d+\. ")
FORBIDDEN = re.compile(r"<[a-zA-Z/!]|^\s*(```|\||> )|!\[|^#(?!##? )")


def front_matter(text: str, report: Report) -> tuple[StrictMapping, tuple[Block, ...]]:
    """Return the front matter of a Markdown text, and the blocks below it; problems are reported."""
    lines = text.splitlines()
    if not lines or lines[0] != FENCE or FENCE not in lines[1:]:
        report.add(1, "no-front-matter", "the file does not start with front matter", "start it with --- lines")
        return StrictMapping(None, report), ()
    end = lines.index(FENCE, 1)
    return compose("\n".join(lines[1:end]), report, 2), split(lines[end + 1 :], end + 2, report)


def split(lines: list[str], first_line: int, report: Report) -> tuple[Block, ...]:
    """Split Markdown lines into blocks; a blank line, a heading or a list item starts a new one."""
    blocks: list[Block] = []
    goes_on = False
    for number, line in enumerate(lines, first_line):
        if FORBIDDEN.search(line):
            fix = "use only headings, paragraphs, lists, **bold** and [links](...)"
            report.add(number, "bad-markdown", "unsupported Markdown", fix)
        if not line.strip():
            goes_on = False
            continue
        kind, text = _kind(line)
        if kind == "p" and goes_on:
            last = blocks.pop()
            blocks.append(Block(last.kind, f"{last.text} {text}", last.line))
        else:
            blocks.append(Block(kind, text, number))
        goes_on = kind not in ("h2", "h3")
    return tuple(blocks)


def _kind(line: str) -> tuple[Form, str]:
    for kind, start in STARTS:
        if line.startswith(start):
            return kind, line.removeprefix(start).strip()
    step = STEP.match(line)
    return ("ol", line[step.end() :].strip()) if step else ("p", line.strip())
