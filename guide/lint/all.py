"""All checks on content that could be read, in the order in which they are told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from guide.fields import Problem
from guide.i18n import Catalogue
from guide.lint import plain, reach
from guide.lint.dates import overdue
from guide.lint.recordings import stale
from guide.model import Library

ON_RULES = (
    reach.never_shown,
    reach.never_sure,
    reach.always_shown,
    reach.idle_questions,
    reach.contradictions,
    reach.dead_branches,
)
SPANISH = "es"  # besides English, the one language with a readability formula that was tested on readers


def problems(library: Library, texts: Mapping[str, Catalogue], today: dt.date) -> Iterator[Problem]:
    for check in ON_RULES:
        yield from check(library)
    yield from plain.english(library)
    if SPANISH in texts:
        yield from plain.spanish(library, texts[SPANISH].find)
    yield from overdue(library, today)
    yield from stale(library, texts)


def figures(library: Library, texts: Mapping[str, Catalogue]) -> list[str]:
    return plain.figures(library, texts[SPANISH].find) if SPANISH in texts else []
