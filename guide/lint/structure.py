"""The structure of a text: headings, paragraphs, lists, the first paragraph, and whether it addresses the reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from guide.engine.status import LawStatus
from guide.lint import readability
from guide.lint.text_problem import TextProblem, short
from guide.lint.units import HEADINGS, LISTS, TextUnit
from guide.lint.wording import long_sentences
from guide.model.content import About, Block, Library, Page, ReviewRoute
from guide.model.problems import Problem
from guide.model.texts import texts

FIRST_WORDS = 40
HEADING_LETTERS = 70
LIST_ITEMS = 7
PARAGRAPH_SENTENCES = 4
PARAGRAPH_WORDS = 75
WITH_MESSAGE = (Page, About, ReviewRoute)  # pages that people open for one main message
WARNING = "warning"  # the `weighs` of a finding of current law that gives instructions
BOLD = "**"
SENTENCE_END = re.compile(r"[.!?…][\"”’)]*$")
SECOND_PERSON = re.compile(r"\byou(?:r|rs|rself)?\b", re.I)
THEY = re.compile(r"(?:If .*, )?[Tt]hey\b")  # steps that other people took in the past


def problems(library: Library, passages: Iterable[TextUnit]) -> Iterator[Problem]:
    passages = list(passages)
    yield from _levels(passages)
    yield from _firsts(library)
    warnings = set(_warnings(library))
    for passage in passages:
        yield from _lists(passage)
        if _gives_instructions(passage, warnings) and not any(map(SECOND_PERSON.search, passage.prose)):
            message = f"`{passage.name}` gives instructions, but never says `you`"
            yield Problem(passage.path, passage.line, "no-you", message, "address the reader", "warning")


def lengths(kind: str, text: str) -> Iterator[TextProblem]:
    """Yield the length problems of one heading, paragraph, list item or label, given as plain text."""
    if kind in HEADINGS:
        if len(text) > HEADING_LETTERS:
            message = f"a heading has {len(text)} letters, more than {HEADING_LETTERS}: `{short(text)}`"
            yield TextProblem("long-heading", message, "shorten it")
        return
    yield from long_sentences(text)
    fix = "start a new paragraph where the subject changes"
    if (sentences := len(readability.sentences(text))) > PARAGRAPH_SENTENCES:
        message = f"a paragraph has {sentences} sentences, more than {PARAGRAPH_SENTENCES}: `{short(text)}`"
        yield TextProblem("many-sentences", message, fix)
    if (words := len(readability.words(text))) > PARAGRAPH_WORDS:
        message = f"a paragraph has {words} words, more than {PARAGRAPH_WORDS}: `{short(text)}`"
        yield TextProblem("long-paragraph", message, fix)


def _levels(passages: Iterable[TextUnit]) -> Iterator[Problem]:
    """Yield an error for each heading that skips a level. The title is the first level of its file."""
    levels: dict[str, int] = {}
    for passage in passages:
        for block in passage.blocks:
            if block.kind == "h3" and levels.get(passage.path, 1) == 1:
                message = f"the heading `{block.text}` skips a level"
                yield Problem(passage.path, block.line, "heading-level", message, "add a `## ` heading before it")
            if block.kind in ("h2", "h3"):
                levels[passage.path] = int(block.kind[1])


def _lists(passage: TextUnit) -> Iterator[Problem]:
    for kind, run in groupby(passage.blocks, key=lambda block: block.kind):
        items = list(run)
        if kind not in LISTS:
            continue
        line = items[0].line
        if len(items) > LIST_ITEMS:
            message = f"a list has {len(items)} items, more than {LIST_ITEMS}"
            yield Problem(
                passage.path, line, "long-list", message, "make two lists, with a line of text between", "warning"
            )
        if how := _not_parallel(items):
            message = f"in one list, some items {how} and others do not"
            yield Problem(passage.path, line, "uneven-list", message, "start and end all items the same way", "warning")


def _not_parallel(items: list[Block]) -> str:
    """Return what only some items of a list do, or "": a simple sign that the items are not parallel."""
    texts = [readability.bare(item.text) for item in items]
    signs = {
        "start in bold": [item.text.startswith(BOLD) for item in items],
        "start with a capital": [any(letter.isupper() for letter in text.lstrip('"“(')[:1]) for text in texts],
        "are whole sentences": [bool(SENTENCE_END.search(text)) for text in texts],
    }
    return next((how for how, found in signs.items() if any(found) and not all(found)), "")


def _firsts(library: Library) -> Iterator[Problem]:
    """Yield a warning for each page whose first paragraph is too long for a main message."""
    seen: set[str] = set()
    for text in texts(library):
        if text.kind not in WITH_MESSAGE or text.form != "p" or not text.spoken or text.path in seen:
            continue
        seen.add(text.path)
        if (words := len(readability.words(readability.bare(text.text)))) > FIRST_WORDS:
            message = f"the first paragraph has {words} words, more than {FIRST_WORDS}: `{short(text.text)}`"
            fix = "put the main message into a short first paragraph"
            yield Problem(text.path, text.line, "late-message", message, fix, "warning")


def _warnings(library: Library) -> Iterator[str]:
    """Yield the paths of the findings of current law that give instructions."""
    for guideline in library.guidelines.values():
        if guideline.status == LawStatus.IN_USE:
            yield from (finding.path for finding in guideline.findings if finding.weighs == WARNING)


def _gives_instructions(passage: TextUnit, warnings: set[str]) -> bool:
    """Whether it is a warning of current law, or a section with numbered steps that are not about other people."""
    steps = [block.text for block in passage.blocks if block.kind == "ol"]
    return passage.path in warnings or bool(steps and not any(map(THEY.match, steps)))
