"""Plain language: how hard the texts are to read, and what a program can tell about each sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from guide.fields import Problem
from guide.lint import readability
from guide.lint.passages import FIND, HEADINGS, LISTS, Passage, measured, passages
from guide.lint.words import FIXED_PHRASES, JARGON, NEGATIONS
from guide.model import Block, Library

SITE_GRADE = 6.0  # the whole of the English
PASSAGE_GRADE = 8.0
SITE_INFLESZ = 65.0  # the whole of the Spanish
PASSAGE_INFLESZ = 55.0
SENTENCE_WORDS = 25
PARAGRAPH_SENTENCES = 4
PARAGRAPH_WORDS = 75
HEADING_LETTERS = 70
LIST_ITEMS = 7
SHOWN = 60  # letters of a sentence in a message

JARGON_WORD = re.compile(
    rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(JARGON, key=len, reverse=True)))})(?![\w-])", re.I
)
NEGATION = re.compile(rf"(?<![\w-])(?:{'|'.join(NEGATIONS)}|\w+n['’]t)(?![\w-])", re.I)
SAYS_ONE_THING = re.compile(rf"^(?:No|Yes), |\b(?:{'|'.join(FIXED_PHRASES)})\b", re.I)
QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”")
NUMERIC_DATE = re.compile(
    r"(?<![\w/.-])(?:(?!24/7\b)(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01])(?:/\d{2,4})?"
    r"|\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?|\d{1,2}[.-]\d{1,2}[.-]\d{4}|\d{4}/\d{1,2}/\d{1,2})(?![\w/-])"
)


def english(library: Library) -> Iterator[Problem]:
    """Every fault of plain language in the English."""
    found = list(passages(library))
    yield from _grades(found)
    yield from _levels(found)
    for passage in found:
        yield from _lists(passage)
        for block in passage.blocks:
            yield from _text(passage, block)


def spanish(library: Library, find: FIND) -> Iterator[Problem]:
    """Spanish passages that are hard to read; a text without a translation is left out."""
    found = list(_spanish(library, find))
    score = readability.inflesz(readability.spanish(text for passage in found for text in passage.prose))
    if score < SITE_INFLESZ:
        message = f"the Spanish as a whole has {score:.1f} INFLESZ, below {SITE_INFLESZ:.0f}"
        yield Problem("content", 1, "spanish-average", message, "shorten sentences in the Spanish catalogue")
    for passage in found:
        score = readability.inflesz(readability.spanish(passage.prose))
        if score < SITE_INFLESZ:
            severity = "error" if score < PASSAGE_INFLESZ else "warning"
            message = f"the Spanish of `{passage.name}` has {score:.1f} INFLESZ, below {SITE_INFLESZ:.0f}"
            remedy = f"write shorter sentences and words; the hardest sentence is `{_hardest_spanish(passage)}`"
            yield Problem(passage.path, passage.line, "spanish-passage", message, remedy, severity)


def figures(library: Library, find: FIND) -> list[str]:
    """The averages: the formula over all texts of a language at once."""
    english = [text for passage in passages(library) for text in passage.prose]
    spanish = [text for passage in _spanish(library, find) for text in passage.prose]
    listed, whole = readability.english(english), readability.english(english, listed=False)
    translated = readability.spanish(spanish)
    return [
        f"English, Flesch-Kincaid grade: {readability.grade(listed):.1f} (at most {SITE_GRADE:.0f}); "
        "a listed name or term counts as one word of two syllables",
        f"English, Flesch-Kincaid grade without the list: {readability.grade(whole):.1f}",
        f"English, words in a sentence: {whole.words / max(1, whole.sentences):.1f}",
        f"Spanish, INFLESZ: {readability.inflesz(translated):.1f} (at least {SITE_INFLESZ:.0f})",
        f"Spanish, words in a sentence: {translated.words / max(1, translated.sentences):.1f}",
    ]


def _spanish(library: Library, find: FIND) -> Iterator[Passage]:
    for passage in measured(passages(library)):
        blocks = ((block, find(block.text)) for block in passage.blocks)
        texts = tuple(Block(block.kind, text, block.line) for block, text in blocks if text)
        if texts:
            yield Passage(passage.path, passage.name, texts, passage.group)


def _grades(found: Iterable[Passage]) -> Iterator[Problem]:
    found = list(measured(found))
    grade = readability.grade(readability.english(text for passage in found for text in passage.prose))
    if grade > SITE_GRADE:
        message = f"the English as a whole reads at grade {grade:.1f}, above {SITE_GRADE:.0f}"
        yield Problem("content", 1, "grade-average", message, "shorten sentences; start with the hardest passages")
    for passage in found:
        grade = readability.grade(readability.english(passage.prose))
        if grade > PASSAGE_GRADE:
            message = f"`{passage.name}` reads at grade {grade:.1f}, above {PASSAGE_GRADE:.0f}"
            remedy = f"write shorter sentences and words; the hardest sentence is `{_hardest(passage)}`"
            yield Problem(passage.path, passage.line, "grade-passage", message, remedy)


def _hardest(passage: Passage) -> str:
    every = [sentence for text in passage.prose for sentence in readability.sentences(readability.bare(text))]
    return _short(max(every, key=lambda sentence: readability.grade(readability.english([sentence]))))


def _hardest_spanish(passage: Passage) -> str:
    every = [sentence for text in passage.prose for sentence in readability.sentences(readability.bare(text))]
    return _short(min(every, key=lambda sentence: readability.inflesz(readability.spanish([sentence]))))


def _levels(found: Iterable[Passage]) -> Iterator[Problem]:
    """Headings that skip a level. A title is the first level of its file."""
    levels: dict[str, int] = {}
    for passage in found:
        for block in passage.blocks:
            if block.kind == "h3" and levels.get(passage.path, 1) == 1:
                message = f"the heading `{block.text}` skips a level"
                yield Problem(passage.path, block.line or 1, "heading-level", message, "put a `## ` heading before it")
            if block.kind in ("h2", "h3"):
                levels[passage.path] = int(block.kind[1])


def _lists(passage: Passage) -> Iterator[Problem]:
    for kind, run in groupby(passage.blocks, key=lambda block: block.kind):
        items = list(run)
        if kind in LISTS and len(items) > LIST_ITEMS:
            message = f"a list has {len(items)} items, more than {LIST_ITEMS}"
            remedy = "make two lists, with a line of text between"
            yield Problem(passage.path, items[0].line or 1, "long-list", message, remedy, "warning")


def _text(passage: Passage, block: Block) -> Iterator[Problem]:
    """The faults of one heading, paragraph, list item or label."""
    text = readability.bare(block.text)
    for code, message, remedy in (*_lengths(block.kind, text), *_wording(text)):
        yield Problem(passage.path, block.line or 1, code, message, remedy)


def _lengths(kind: str, text: str) -> Iterator[tuple[str, str, str]]:
    sentences = readability.sentences(text)
    if kind in HEADINGS:
        if len(text) > HEADING_LETTERS:
            message = f"a heading has {len(text)} letters, more than {HEADING_LETTERS}: `{_short(text)}`"
            yield "long-heading", message, "say it in fewer words"
        return
    for sentence in sentences:
        if (words := len(readability.words(sentence))) > SENTENCE_WORDS:
            message = f"a sentence has {words} words, more than {SENTENCE_WORDS}: `{_short(sentence)}`"
            yield "long-sentence", message, "make two sentences of it"
    if len(sentences) > PARAGRAPH_SENTENCES:
        message = f"a paragraph has {len(sentences)} sentences, more than {PARAGRAPH_SENTENCES}: `{_short(text)}`"
        yield "many-sentences", message, "start a new paragraph where the subject changes"
    if (words := len(readability.words(text))) > PARAGRAPH_WORDS:
        message = f"a paragraph has {words} words, more than {PARAGRAPH_WORDS}: `{_short(text)}`"
        yield "long-paragraph", message, "start a new paragraph where the subject changes"


def _wording(text: str) -> Iterator[tuple[str, str, str]]:
    unquoted = QUOTED.sub(" ", text)
    for word in JARGON_WORD.findall(unquoted):
        remedy = f"write `{JARGON[word.lower()]}`; a name that people see on paper goes in quotation marks"
        yield "jargon", f"`{word}` is not plain: `{_short(text)}`", remedy
    for sentence in readability.sentences(unquoted):
        if len(found := NEGATION.findall(SAYS_ONE_THING.sub("", sentence))) > 1:
            message = f"a sentence says no {len(found)} times ({', '.join(found)}): `{_short(sentence)}`"
            yield "negations", message, "say what is so, or make two sentences of it"
    for date in NUMERIC_DATE.findall(text):
        yield "numeric-date", f"`{date}` means two days to two readers", "write the month in words: March 4, 2026"


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}..."
