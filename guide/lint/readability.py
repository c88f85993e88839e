"""Readability formulas: pure functions over plain text. The scores of two languages cannot be compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

# A full stop ends a sentence where a space follows, and then anything but a small letter. Other scripts need no space.
END = re.compile(r"(?:[.!?…؟۔]+[\"'”’»)\]*]*(?=\s+[^\sa-zà-öø-ÿ])(?<!\bNo\.(?=\s\d))|[。！？।॥።፧፨։။]+[」』”’)\]]*)\s*")
SHORT_FORM = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|vs|v|Sr|Sra|Dra|Ud|Uds|Inc|Art|a\.m|p\.m|EE|UU)|\b[A-Z])\.\s*$")
WORD = re.compile(r"\ue000|[^\W_]+(?:['’.,:/@&-][^\W_]+)*")
LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")
NUMBER = re.compile(r"[\d.,:/-]+$")
LISTED = "\ue000"  # replaces one listed name or term
LISTED_SYLLABLES = 2
FORM_NUMBER = r"(?:Form )?(?:[A-Z]{1,4}-\d+[A-Z]?)"

SYLLABLES = {
    "anyone": 3,
    "area": 3,
    "areas": 3,
    "beside": 2,
    "besides": 2,
    "business": 2,
    "earlier": 3,
    "element": 3,
    "everybody": 4,
    "everything": 3,
    "everywhere": 3,
    "guideline": 2,
    "guidelines": 2,
    "homeland": 2,
    "hundred": 2,
    "idea": 3,
    "ideas": 3,
    "maybe": 2,
    "nobody": 3,
    "rely": 2,
    "reopen": 3,
    "reopened": 3,
    "safety": 2,
    "science": 2,
    "somebody": 3,
    "something": 2,
    "sometimes": 2,
    "somewhere": 2,
    "theory": 3,
    "therefore": 2,
    "video": 3,
    "wednesday": 2,
    "whoever": 3,
}
SILENT = re.compile(r"(?<=[^aeiouy])e$|(?<=[^aeioutdy])ed$|(?<=[^aeioucghsxzy])es$|(?<=[^aeiouy])e(?=ments?$|ly$|ful)")
SPOKEN = re.compile(r"[^aeiouyl]le[ds]?$")  # ends like "little", not like "pale"
APART = re.compile(
    r"(?<![tcsgln])i[ou](?=[a-z])|(?<![tcsg])ia(?!ge)|(?<![qg])ua|[aeiouy]ing|iet|(?<![tcs])ien(?=t|ce)"
    r"|crea(?=t)|reac(?=t)|sms?$|[ds]n't$|nion(?=ai)"
)
SPANISH_NUCLEUS = re.compile(r"[aeoáéóíú]|(?<![aeoáéóíúiuü])[iuü]+(?![aeoáéóíúiuü])")


@dataclass(frozen=True)
class Counts:
    """The input of the formulas; the counts of two texts can be added."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0

    @property
    def words_in_a_sentence(self) -> float:
        return self.words / max(1, self.sentences)

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.sentences + other.sentences, self.words + other.words, self.syllables + other.syllables)


def bare(text: str) -> str:
    """Return the text without its inline Markdown."""
    return LINK.sub(r"\1", text).replace("**", "").replace("`", "")


def sentences(text: str) -> list[str]:
    """Split a text into sentences; a text without a full stop, such as a list item, is a sentence too."""
    found, start = [], 0
    for end in END.finditer(text):
        if not SHORT_FORM.search(text[start : end.end()]):
            found.append(text[start : end.end()].strip())
            start = end.end()
    return [sentence for sentence in (*found, text[start:].strip()) if WORD.search(sentence)]


def words(text: str) -> list[str]:
    """Split a text into words; a hyphen, an apostrophe or a dot inside does not split a word or number."""
    return WORD.findall(text)


@lru_cache(maxsize=10_000)
def english_syllables(word: str) -> int:
    """Count syllables by rules and a list of exceptions; a number counts as one, acronyms by the names of letters."""
    if word == LISTED:
        return LISTED_SYLLABLES
    if NUMBER.match(word):
        return 1
    return sum(_english_syllables(part) for part in re.split(r"[-/@&.,:]", word) if part)


def _english_syllables(part: str) -> int:
    if part.isdecimal():
        return 1
    if len(part) > 1 and part.isupper():
        return sum(3 if letter == "W" else 1 for letter in part)
    part = part.lower().replace("’", "'").replace("'s", "s")
    if part in SYLLABLES:
        return SYLLABLES[part]
    part = re.sub(r"(?<=[aeou])y(?=[aeiou])|^y(?=[aeiou])", "j", part)
    count = len(re.findall(r"[aeiouy]+", part)) + len(APART.findall(part))
    silent = 0 if SPOKEN.search(part) else len(SILENT.findall(part))
    return max(1, count - silent)


@lru_cache(maxsize=10_000)
def spanish_syllables(word: str) -> int:
    """Count syllables: one for each strong or stressed vowel, and one for each separate group of weak vowels."""
    if word == LISTED:
        return LISTED_SYLLABLES
    if NUMBER.match(word):
        return 1
    word = re.sub(r"(?<=[qg])u(?=[eiéí])", "", word.lower())
    word = re.sub(r"y(?![aeiouáéíóú])", "i", word)
    return max(1, len(SPANISH_NUCLEUS.findall(word)))


@lru_cache(maxsize=10)
def listing(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for the listed terms (also capitalized, plural or genitive) and form numbers."""
    ordered = sorted(terms, key=len, reverse=True)
    each = [f"[{term[0].upper()}{term[0]}]{re.escape(term[1:])}" for term in ordered]
    return re.compile(rf"(?<![\w-])(?:{'|'.join([*each, FORM_NUMBER])})(?:s|es)?(?:['’]s?)?(?![\w-])")


def count(text: str, syllables: Callable[[str], int], listed: re.Pattern[str] | None = None) -> Counts:
    """Count one text; each `listed` term counts as one word of two syllables."""
    text = bare(text)
    if listed:
        text = listed.sub(LISTED, text)
    found = words(text)
    return Counts(len(sentences(text)), len(found), sum(map(syllables, found)))


def english(texts: Iterable[str], names: tuple[str, ...] = ()) -> Counts:
    """Count English texts; each of the `names` counts as one word of two syllables."""
    return _sum(count(text, english_syllables, listing(names) if names else None) for text in texts)


def spanish(texts: Iterable[str], names: tuple[str, ...] = ()) -> Counts:
    return _sum(count(text, spanish_syllables, listing(names) if names else None) for text in texts)


def _sum(counts: Iterator[Counts]) -> Counts:
    return sum(counts, Counts())


def grade(counts: Counts) -> float:
    """Return the Flesch-Kincaid grade: the US school year needed to read an English text; 0 without text."""
    if not counts.words:
        return 0.0
    return 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59


def inflesz(counts: Counts) -> float:
    """Return the Szigriszt-Pazos score on the INFLESZ scale: from 65 on, Spanish is fairly easy; 100 without text."""
    if not counts.words:
        return 100.0
    return 206.835 - 62.3 * counts.syllables / counts.words - counts.words / counts.sentences
