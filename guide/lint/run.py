"""Run all checks on loaded content, in the order of the report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from guide.lint import (
    agreed_terms,
    english,
    letters,
    parity,
    question_order,
    reachability,
    sources,
    spanish,
    vital_texts,
)
from guide.lint.glossary_use import dead_words, one_word_for_two
from guide.lint.recordings import stale
from guide.lint.review_dates import not_yet, overdue, unseen
from guide.lint.translations import Translated, unfit
from guide.model.content import Library
from guide.model.problems import Problem

ON_RULES = (
    reachability.never_shown,
    reachability.never_sure,
    reachability.always_shown,
    reachability.idle_questions,
    reachability.contradictions,
    reachability.dead_branches,
    question_order.problems,
)
SPANISH = "es"


def problems(library: Library, translations: Iterable[Translated], today: dt.date) -> Iterator[Problem]:
    translations = list(translations)
    for check in ON_RULES:
        yield from check(library)
    yield from english.english(library)
    yield from letters.of_content(library)
    yield from dead_words(library, translations)
    yield from one_word_for_two(library, translations)
    yield from sources.problems(library)
    yield from agreed_terms.problems(library, translations)
    yield from vital_texts.problems(library, translations)
    for translated in translations:
        yield from unfit(translated)
        yield from parity.changed(translated)
        if translated.language.code == SPANISH:
            yield from spanish.problems(library, translated)
    yield from overdue(library, today)
    yield from not_yet(library, today)
    yield from unseen(library)
    yield from stale(library, translations)


def figures(library: Library, translations: Iterable[Translated]) -> list[str]:
    ours = (spanish.figures(library, each) for each in translations if each.language.code == SPANISH)
    return [*english.figures(library), *(line for lines in ours for line in lines)]
