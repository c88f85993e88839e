"""Checks of words and sentences that need only one text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from guide.i18n.words import any_of
from guide.lint import readability
from guide.lint.text_problem import TextProblem, short
from guide.model.wordlists import WordLists

SENTENCE_WORDS = 25
CONDITION_WORDS = 20

QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”")
NUMERIC_DATE = re.compile(
    r"(?<![\w/.-])(?:(?!24/7\b)(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01])(?:/\d{2,4})?"
    r"|\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?|\d{1,2}[.-]\d{1,2}[.-]\d{4}|\d{4}/\d{1,2}/\d{1,2})(?![\w/-])"
)
# Not included: "one", which is mostly not a number ("no one", "one of these", "a new one"); "first" and "third",
# which are ordinals; "half", "twice", "a dozen" and "hundreds of people", which are not exact; "2 million".
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
NUMBER_WORD = re.compile(
    rf"(?<![\w-])(?<!\d )(?:(?:{TENS})-\w+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    rf"|fifteen|sixteen|seventeen|eighteen|nineteen|{TENS}|hundred|thousand|million|billion)(?![\w-])",
    re.I,
)
# A noun after a weak verb: make a decision, give an explanation. Not if the noun only begins a compound
# (give immigration advice), and not nouns that are not made from a verb.
NO_VERB = "condition|document|evidence|exception|government|information|insurance|license|moment|position|sentence"
HIDDEN_VERB = re.compile(
    r"\b(?:mak(?:e|es|ing)|made|giv(?:e|es|en|ing)|gave|conduct(?:s|ed|ing)?|provid(?:e|es|ed|ing))"
    r"(?:\s+(?:an?|any|her|his|its|my|no|our|some|that|the|their|this|your))?(?:\s+(?!\w+ly\b)\w+)?"
    rf"\s+(?!(?:{NO_VERB})s?\b)(\w{{3,}}(?:tion|sion|ment|ance|ence)s?)"
    r"(?=[.,;:?!)]|\s*$|\s+(?:about|after|and|at|before|by|for|from|if|in|of|on|or|that|to|when|with)\b)",
    re.I,
)
HIDDEN_VERB_ES = re.compile(r"\b(?:realiz|efectu)\w+\s+(?:\w+\s+){0,2}?(\w+ci(?:ón|ones))\b", re.I)
CONDITION = "If "


class Wording:
    """The wording checks, with the word lists of one content folder."""

    def __init__(self, terms: WordLists) -> None:
        self.terms = terms
        self.jargon = _any_of(terms.jargon)
        self.negation = re.compile(rf"{_any_of(terms.negations).pattern}|(?<![\w-])\w+n['’]t(?![\w-])", re.I)
        self.one_thing = re.compile(rf"^(?:No|Yes), |{_any_of(terms.fixed_phrases).pattern}", re.I)

    def english(self, text: str) -> Iterator[TextProblem]:
        """Yield the problems of one English text without Markdown. Quoted text is a name and is not checked."""
        unquoted = QUOTED.sub(" ", text)
        for word in self.jargon.findall(unquoted):
            fix = f"write `{self.terms.jargon[word.lower()]}`; put names from official papers in quotation marks"
            yield TextProblem("jargon", f"`{word}` is not plain: `{short(text)}`", fix)
        for sentence in readability.sentences(unquoted):
            yield from self._negations(sentence)
        for number in NUMBER_WORD.findall(unquoted):
            fix = "write digits, also at the start of a sentence"
            yield TextProblem("number-word", f"`{number}` is a number in words: `{short(text)}`", fix)
        for date in NUMERIC_DATE.findall(text):
            yield TextProblem(
                "numeric-date", f"`{date}` is an ambiguous date", "write the month in words: March 4, 2026"
            )
        yield from _hidden_verbs(HIDDEN_VERB, unquoted)
        yield from _conditions(text)

    def _negations(self, sentence: str) -> Iterator[TextProblem]:
        if len(found := self.negation.findall(self.one_thing.sub("", sentence))) > 1:
            message = f"a sentence has {len(found)} negations ({', '.join(found)}): `{short(sentence)}`"
            yield TextProblem("negations", message, "say it positively, or split the sentence")


def spanish(text: str) -> Iterator[TextProblem]:
    """Yield the problems of one Spanish text without Markdown that do not come from the English."""
    yield from _hidden_verbs(HIDDEN_VERB_ES, text)


def long_sentences(text: str) -> Iterator[TextProblem]:
    for sentence in readability.sentences(text):
        if (words := len(readability.words(sentence))) > SENTENCE_WORDS:
            message = f"a sentence has {words} words, more than {SENTENCE_WORDS}: `{short(sentence)}`"
            yield TextProblem("long-sentence", message, "split the sentence")


def _hidden_verbs(pattern: re.Pattern[str], text: str) -> Iterator[TextProblem]:
    for found in pattern.finditer(text):
        message = f"`{found[0]}` hides a verb: `{short(text)}`"
        yield TextProblem(
            "hidden-verb", message, f"use the verb in `{found[1]}`: `decide`, not `make a decision`", "warning"
        )


def _conditions(text: str) -> Iterator[TextProblem]:
    for sentence in readability.sentences(text):
        words = len(readability.words(sentence))
        if sentence.startswith(CONDITION) and words > CONDITION_WORDS:
            message = f"a sentence starts with a condition and has {words} words: `{short(sentence)}`"
            yield TextProblem("long-condition", message, "put the main clause first, or split the sentence", "warning")


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(any_of(words).pattern, re.I)
