"""The agreed terms of a language: no forbidden word, and each term by its agreed translation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from guide.i18n.words import NO_SPACES, any_of
from guide.lint.text_problem import short
from guide.lint.translations import Translated
from guide.model.content import Library
from guide.model.language import Language
from guide.model.problems import Problem
from guide.model.wordlists import Agreed, LanguageTerms

# Arabic joins "and", "in", "for" and "the" to the word after them, and may write its vowels above the letters.
JOINED = "(?:[وفبلك]{0,2}(?:ال|لل)?)"
BRACKETS = re.compile(r" ?[(（]")
VOWELS = re.compile("[\u064b-\u0652\u0640]")


def problems(library: Library, translations: Iterable[Translated]) -> Iterator[Problem]:
    """Yield an error for each forbidden word of a translation, a warning for each term without its agreed translation.

    Each problem has the line of the catalog entry. Fuzzy and empty entries, which readers do not see, are skipped.
    """
    for translated in translations:
        terms = library.terms.by_language.get(translated.language.code)
        if terms is not None:
            yield from _of(translated, terms)


def _of(translated: Translated, terms: LanguageTerms) -> Iterator[Problem]:
    forbidden = [
        (words_of([word], translated.language), word, why, agreed)
        for agreed in terms.terms
        for word, why in agreed.never.items()
    ]
    named = {_name(agreed).casefold(): agreed for agreed in terms.terms}
    # The longest first, so that "parole" is not found in "advance parole".
    names = re.compile(any_of(named).pattern, re.I)
    for message in translated:
        texts = said(message.string)
        line = message.lineno or 1
        for pattern, word, why, agreed in forbidden:
            if any(map(pattern.search, texts)):
                what = f"forbidden word `{word}` in {translated.language.name} ({why}): `{short(texts[0])}`"
                fix = f"translate `{agreed.term}` as {_or(agreed.use)}"
                yield Problem(translated.path, line, "forbidden-word", what, fix)
        english = message.id if isinstance(message.id, str) else message.id[0]
        for name in dict.fromkeys(found.casefold() for found in names.findall(english)):
            if not any(_bare(word).casefold() in text.casefold() for word in named[name].use for text in texts):
                what = f"{translated.language.name} does not use the agreed term for `{name}`: `{short(texts[0])}`"
                fix = f"write {_or(named[name].use)}"
                yield Problem(translated.path, line, "other-word", what, fix, "warning")


def words_of(words: Iterable[str], language: Language) -> re.Pattern[str]:
    """Return a pattern that finds any of the words in a text of said(); whole words only if the script has spaces."""
    words = [VOWELS.sub("", word) for word in words]
    anywhere = "|".join(re.escape(word) for word in words if NO_SPACES.search(word))
    if anywhere or language.script != "Arab":
        whole = any_of(word for word in words if not NO_SPACES.search(word)).pattern
        return re.compile("|".join(filter(None, (anywhere, whole))), re.I)
    return re.compile(rf"(?<!\w){JOINED}(?:{'|'.join(map(re.escape, words))})(?!\w)")


def said(string: object) -> list[str]:
    """Return every plural form of a translation, without Arabic vowel marks, which are optional."""
    forms = string if isinstance(string, tuple | list) else [string]
    return [VOWELS.sub("", str(form)) for form in forms]


def _bare(word: str) -> str:
    """Strip what follows in brackets: the English name, which not every text repeats."""
    return VOWELS.sub("", BRACKETS.split(word)[0])


def _name(agreed: Agreed) -> str:
    """Return the term as texts have it: what follows in brackets is a note that says to editors which one is meant."""
    return BRACKETS.split(agreed.term)[0]


def _or(words: Iterable[str]) -> str:
    return " or ".join(f"`{word}`" for word in words)
