"""Plain English: the reading level of the texts, and problems of single sentences and of structure."""

from __future__ import annotations

from collections.abc import Iterator

from guide.lint import acronyms, passive_voice, readability, structure
from guide.lint.text_problem import short
from guide.lint.units import TextUnit, measured, passages
from guide.lint.wording import Wording
from guide.model.content import Library
from guide.model.problems import Problem

SITE_GRADE = 6.0  # the average of all English texts
PASSAGE_GRADE = 8.0
SENTENCE_AVERAGE = 15.0  # words


def english(library: Library) -> Iterator[Problem]:
    """Yield every plain-language problem of the English content."""
    found = list(passages(library))
    wording = Wording(library.terms)
    yield from _grades(found, library.terms.names)
    yield from structure.problems(library, found)
    yield from acronyms.problems(library, found)
    yield from passive_voice.problems(found, passive_voice.english, "English")
    for passage in found:
        for block in passage.blocks:
            text = readability.bare(block.text)
            for problem in (*structure.lengths(block.kind, text), *wording.english(text)):
                yield Problem(passage.path, block.line, *problem)


def figures(library: Library) -> list[str]:
    """Return one line for each average over all English texts."""
    found = list(passages(library))
    prose = [text for passage in found for text in passage.prose]
    listed, whole = readability.english(prose, library.terms.names), readability.english(prose)
    passive = passive_voice.voice(found, passive_voice.english).share
    return [
        f"English, Flesch-Kincaid grade: {readability.grade(listed):.1f} (at most {SITE_GRADE:.0f}); "
        "a listed name or term counts as one word of two syllables",
        f"English, Flesch-Kincaid grade without the list: {readability.grade(whole):.1f}",
        f"English, words in a sentence: {whole.words_in_a_sentence:.1f} (at most {SENTENCE_AVERAGE:.0f})",
        f"English, passive sentences: {passive:.1%} (below {passive_voice.MOST:.0%})",
    ]


def _grades(found: list[TextUnit], names: tuple[str, ...]) -> Iterator[Problem]:
    grades = [(passage, _grade(passage.prose, names)) for passage in measured(found, names)]
    if not grades:
        return
    prose = [text for passage, _ in grades for text in passage.prose]
    fix = "shorten sentences, the hardest passages first"
    hardest, _ = max(grades, key=lambda each: each[1])
    if (grade := _grade(prose, names)) > SITE_GRADE:
        message = f"all English texts together read at grade {grade:.1f}, above {SITE_GRADE:.0f}; the hardest is here"
        yield Problem(hardest.path, hardest.line, "grade-average", message, fix)
    if (words := readability.english(prose).words_in_a_sentence) > SENTENCE_AVERAGE:
        message = f"the average English sentence has {words:.1f} words, more than {SENTENCE_AVERAGE:.0f}"
        yield Problem(
            hardest.path, hardest.line, "sentence-average", message, "shorten sentences in the hardest passages"
        )
    for passage, grade in grades:
        if grade > PASSAGE_GRADE:
            message = f"`{passage.name}` reads at grade {grade:.1f}, above {PASSAGE_GRADE:.0f}"
            fix = f"write shorter sentences and words; the hardest sentence is `{_hardest(passage, names)}`"
            yield Problem(passage.path, passage.line, "grade-passage", message, fix)


def _grade(texts: tuple[str, ...] | list[str], names: tuple[str, ...]) -> float:
    return readability.grade(readability.english(texts, names))


def _hardest(passage: TextUnit, names: tuple[str, ...]) -> str:
    every = [sentence for text in passage.prose for sentence in readability.sentences(readability.bare(text))]
    return short(max(every, key=lambda sentence: _grade([sentence], names)))
