"""Plain Spanish: the only other language with a readability formula that was tested on readers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from guide.lint import passive_voice, readability, wording
from guide.lint.english import SENTENCE_AVERAGE
from guide.lint.text_problem import short
from guide.lint.translations import Translated
from guide.lint.units import TextUnit, measured, passages
from guide.model.content import Library
from guide.model.problems import Problem, Severity

SITE_INFLESZ = 65.0  # the average of all Spanish texts
PASSAGE_INFLESZ = 55.0


def problems(library: Library, spanish: Translated) -> Iterator[Problem]:
    """Yield every problem of the Spanish, with its place in the catalog. Untranslated texts are skipped."""
    found = _passages(library, spanish)
    yield from _scores(found, _names(library))
    yield from passive_voice.problems(found, passive_voice.spanish, "Spanish")
    reported: set[Problem] = set()  # a text in two passages has one translation
    for passage in found:
        for block in passage.blocks:
            text = readability.bare(block.text)
            for found_problem in (*wording.long_sentences(text), *wording.spanish(text)):
                problem = Problem(passage.path, block.line, *found_problem)
                if problem not in reported:
                    yield problem
                reported.add(problem)


def figures(library: Library, spanish: Translated) -> list[str]:
    found = _passages(library, spanish)
    counts = readability.spanish((text for passage in found for text in passage.prose), _names(library))
    passive = passive_voice.voice(found, passive_voice.spanish).share
    return [
        f"Spanish, INFLESZ: {readability.inflesz(counts):.1f} (at least {SITE_INFLESZ:.0f})",
        f"Spanish, words in a sentence: {counts.words_in_a_sentence:.1f} (at most {SENTENCE_AVERAGE:.0f})",
        f"Spanish, passive sentences: {passive:.1%} (below {passive_voice.MOST:.0%})",
    ]


def _names(library: Library) -> tuple[str, ...]:
    return (*library.terms.names, *library.terms.spanish_names)


def _passages(library: Library, spanish: Translated) -> list[TextUnit]:
    """Return the same passages as in English, with the Spanish texts and their lines in the catalog."""
    found = []
    for passage in measured(passages(library), library.terms.names):
        blocks = tuple(
            replace(block, text=text, line=spanish.line(block.text))
            for block in passage.blocks
            if (text := spanish.find(block.text))
        )
        if blocks:
            found.append(replace(passage, path=spanish.path, blocks=blocks))
    return found


def _scores(found: list[TextUnit], names: tuple[str, ...]) -> Iterator[Problem]:
    counts = readability.spanish((text for passage in found for text in passage.prose), names)
    whole = TextUnit("", "", tuple(block for passage in found for block in passage.blocks))
    fix = "write shorter sentences and words; the hardest sentence is "
    if (score := readability.inflesz(counts)) < SITE_INFLESZ:
        sentence, line = _hardest(whole, names)
        message = f"all Spanish texts together have INFLESZ score {score:.1f}, below {SITE_INFLESZ:.0f}"
        yield Problem(found[0].path, line, "spanish-average", message, f"{fix}`{sentence}`")
    if counts.words_in_a_sentence > SENTENCE_AVERAGE:
        average = counts.words_in_a_sentence
        message = f"the average Spanish sentence has {average:.1f} words, over {SENTENCE_AVERAGE:.0f}"
        yield Problem(found[0].path, _hardest(whole, names)[1], "sentence-average", message, "shorten sentences")
    for passage in found:
        score = readability.inflesz(readability.spanish(passage.prose, names))
        if score < SITE_INFLESZ:
            severity: Severity = "error" if score < PASSAGE_INFLESZ else "warning"
            sentence, line = _hardest(passage, names)
            message = f"the Spanish of `{short(passage.name)}` has INFLESZ score {score:.1f}, below {SITE_INFLESZ:.0f}"
            yield Problem(passage.path, line, "spanish-passage", message, f"{fix}`{sentence}`", severity)


def _hardest(passage: TextUnit, names: tuple[str, ...]) -> tuple[str, int]:
    """Return the hardest sentence and its line."""
    every = [
        (sentence, block.line)
        for block in passage.running
        for sentence in readability.sentences(readability.bare(block.text))
    ]
    sentence, line = min(every, key=lambda each: readability.inflesz(readability.spanish([each[0]], names)))
    return short(sentence), line
