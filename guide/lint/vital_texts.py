"""The texts that can save a life, in each language: none is missing or stale, and none may have lost its "not"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from guide.lint.agreed_terms import said, words_of
from guide.lint.findings import short
from guide.lint.translations import Translated
from guide.model import vital
from guide.model.content import Library
from guide.model.problems import Problem

# How English says each of the words that turn a sentence around.
ENGLISH: Mapping[str, re.Pattern[str]] = {
    "not": re.compile(r"\b(?:not|cannot)\b|n['’]t\b", re.I),
    "never": re.compile(r"\bnever\b", re.I),
    "only": re.compile(r"\bonly\b", re.I),
    "unless": re.compile(r"\bunless\b", re.I),
}


def problems(library: Library, translations: Iterable[Translated]) -> Iterator[Problem]:
    """An error for each of these texts without a current translation; a warning for a "not" that may be lost."""
    texts = vital.texts(library)
    for translated in translations:
        for text in texts:
            if translated.find(text) is None:
                yield _missing(translated, text)
        yield from _lost(library, translated, texts)


def _missing(translated: Translated, text: str) -> Problem:
    message = translated.catalog.get(text)
    state = "the translation is stale" if message is not None and message.string else "there is no translation"
    told = f"{state}, in {translated.language.name}, of what can save a life: `{short(text)}`"
    remedy = "translate it, and take out its `fuzzy`"
    return Problem(translated.path, translated.line(text), "vital-untranslated", told, remedy)


def _lost(library: Library, translated: Translated, texts: Iterable[str]) -> Iterator[Problem]:
    tongue = library.terms.tongues.get(translated.language.code)
    patterns = {
        word: words_of(words, translated.language) for word, words in (tongue.negations if tongue else {}).items()
    }
    for text in texts:
        for form in said(translated.find(text) or ""):
            for word, pattern in patterns.items():
                if form and ENGLISH[word].search(text) and not pattern.search(form):
                    told = f"the English says `{word}`, and {translated.language.name} may not: `{short(form)}`"
                    remedy = f"say it, or add its word to content/terms/{translated.language.code}.yaml"
                    yield Problem(translated.path, translated.line(text), "lost-negation", told, remedy, "warning")
