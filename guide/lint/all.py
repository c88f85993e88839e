"""All checks on content that could be read, in the order in which they are told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from guide.fields import Problem
from guide.lint import parity, plain, reach, spanish
from guide.lint.dates import not_yet, overdue
from guide.lint.dead_words import dead_words
from guide.lint.recordings import stale
from guide.lint.translated import Translated, unfit
from guide.model import Library

ON_RULES = (
    reach.never_shown,
    reach.never_sure,
    reach.always_shown,
    reach.idle_questions,
    reach.contradictions,
    reach.dead_branches,
)
SPANISH = "es"


def problems(library: Library, translations: Iterable[Translated], today: dt.date) -> Iterator[Problem]:
    translations = list(translations)
    for check in ON_RULES:
        yield from check(library)
    yield from plain.english(library)
    yield from dead_words(library, translations)
    for translated in translations:
        yield from unfit(translated)
        yield from parity.changed(translated)
        if translated.language.code == SPANISH:
            yield from spanish.problems(library, translated)
    yield from overdue(library, today)
    yield from not_yet(library, today)
    yield from stale(library, translations)


def figures(library: Library, translations: Iterable[Translated]) -> list[str]:
    ours = (spanish.figures(library, each) for each in translations if each.language.code == SPANISH)
    return [*plain.figures(library), *(line for lines in ours for line in lines)]
