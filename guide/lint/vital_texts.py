"""Texts that can save a life: each language must have a current translation that keeps every "not"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from guide.lint.agreed_terms import said, words_of
from guide.lint.text_problem import short
from guide.lint.translations import Translated
from guide.model import vital
from guide.model.content import Library
from guide.model.problems import Problem

# The English forms of each negation or restriction.
ENGLISH: Mapping[str, re.Pattern[str]] = {
    "not": re.compile(r"\b(?:not|cannot)\b|n['’]t\b", re.I),
    "never": re.compile(r"\bnever\b", re.I),
    "only": re.compile(r"\bonly\b", re.I),
    "unless": re.compile(r"\bunless\b", re.I),
}


def problems(library: Library, translations: Iterable[Translated]) -> Iterator[Problem]:
    """Yield an error for each vital text without a current translation; a warning for a "not" that may be lost."""
    texts = vital.texts(library)
    for translated in translations:
        for text in texts:
            if translated.find(text) is None:
                yield _missing(translated, text)
        yield from _lost(library, translated, texts)


def _missing(translated: Translated, text: str) -> Problem:
    message = translated.catalog.get(text)
    state = "the translation is stale" if message is not None and message.string else "there is no translation"
    what = f"{state} in {translated.language.name} of a text that can save a life: `{short(text)}`"
    fix = "translate it, and remove the `fuzzy` flag"
    return Problem(translated.path, translated.line(text), "vital-untranslated", what, fix)


def _lost(library: Library, translated: Translated, texts: Iterable[str]) -> Iterator[Problem]:
    terms = library.terms.by_language.get(translated.language.code)
    patterns = {
        word: words_of(words, translated.language) for word, words in (terms.negations if terms else {}).items()
    }
    for text in texts:
        for form in said(translated.find(text) or ""):
            for word, pattern in patterns.items():
                if form and ENGLISH[word].search(text) and not pattern.search(form):
                    what = f"the English has `{word}`, but {translated.language.name} may not: `{short(form)}`"
                    fix = f"translate it, or add the word that does to content/terms/{translated.language.code}.yaml"
                    yield Problem(translated.path, translated.line(text), "lost-negation", what, fix, "warning")
