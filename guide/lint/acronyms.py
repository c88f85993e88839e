"""Unexplained acronyms: not explained on their page, in the glossary, or in the list of well-known acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from guide.i18n.words import any_of
from guide.lint import readability
from guide.lint.text_problem import short
from guide.lint.units import HEADINGS, HELP, TextUnit
from guide.model.content import Library
from guide.model.problems import Problem

ACRONYM = re.compile(r"(?<![\w.-])([A-Z]{2,})s?(?![\w]|-\d)")  # but not in a form number: EOIR-33
# "the court system (EOIR)", "called OPLA", "what experts call a POST", "the Department ..., or DHS"
BEFORE = re.compile(r"(?:\w \(|\bcall(?:s|ed)?(?: [\w.,\"“]+){0,6} [\"“]?|, or )$")
# "CBP, the agency at the border", "OIG is the inspector", "LSC (Legal Services Corporation)"
AFTER = re.compile(r" \(\w|, (?:an?|for|the|which)\b|(?: [A-Z]\w+)? (?:are|is|means?) (?:an?|for|the)\b")


def problems(library: Library, passages: Iterable[TextUnit]) -> Iterator[Problem]:
    """Yield an error for each acronym that is not explained where it is used first.

    A reader may open each file, and each entry of a list, separately: so each counts as a separate page here.
    """
    glossary = any_of(word for term in library.glossary for word in term.words)
    pages: dict[tuple[str, str], list[TextUnit]] = {}
    for passage in passages:
        pages.setdefault((passage.path, passage.entry), []).append(passage)
    for (path, _), found in pages.items():
        yield from _of_page(path, found, glossary, library.terms.acronyms)


def _of_page(
    path: str, passages: list[TextUnit], glossary: re.Pattern[str], known: tuple[str, ...]
) -> Iterator[Problem]:
    blocks = [block for passage in passages for block in passage.blocks]
    names = [passage.name for passage in passages if passage.group == HELP]  # the headings of the help page
    met = {*known, *ACRONYM.findall(" ".join(names))}
    # Running text first: a heading is too short to explain anything.
    for block in sorted(blocks, key=lambda block: block.kind in HEADINGS):
        text = readability.bare(block.text)
        for found in ACRONYM.finditer(glossary.sub(lambda word: " " * len(word[0]), text)):
            if found[1] in met:
                continue
            met.add(found[1])
            if not BEFORE.search(text[: found.start()]) and not AFTER.match(text[found.end() :]):
                message = f"`{found[1]}` is not explained where it is used first: `{short(text)}`"
                fix = "explain it, as in `CBP, the agency at the border`; or add it to glossary.yaml or terms.yaml"
                yield Problem(path, block.line, "acronym", message, fix)
