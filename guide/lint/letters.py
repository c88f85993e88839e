"""Letters that a reader cannot see, or takes for others: what could hide or swap something in a text.

Each check says what a translation has that its English lacks, so that a text is compared with what was reviewed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from guide.i18n import messages
from guide.lint.text_problem import TextProblem, short
from guide.model.content import Library
from guide.model.problems import Problem

LATIN = re.compile(r"LATIN (?:SMALL|CAPITAL) (?:LETTER (?:[A-Z]|AE|ETH|THORN|SHARP S)(?: WITH .+)?|LIGATURE OE)")
# The starts of the names of the letters of a script, by its code; each language may also use Latin letters.
SCRIPTS = {
    "Arab": ("ARABIC ", "ARABIC-INDIC ", "EXTENDED ARABIC-INDIC "),
    "Hans": ("CJK ", "IDEOGRAPHIC "),
    "Hant": ("CJK ", "IDEOGRAPHIC ", "BOPOMOFO "),
    "Cyrl": ("CYRILLIC ",),
    "Deva": ("DEVANAGARI ",),
    "Ethi": ("ETHIOPIC ",),
    "Hang": ("HANGUL SYLLABLE",),
    "Kore": ("HANGUL SYLLABLE", "CJK "),
    "Latn": (),
}
# ZWNJ, ZWJ and the marks of direction are part of writing in these scripts; elsewhere they only hide.
JOINED = frozenset("\u200c\u200d\u200e\u200f")
WITH_JOINERS = ("Arab", "Deva")
# They look like nothing, or like a space, but are letters, marks or signs.
BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5\u180b\u180c\u180d")
UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")
ORDINALS = frozenset("ªº")
REACH = re.compile(
    r"\w+://\S*|@\w[\w.]*|(?<![\w.])(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?|javascript:|data:|vbscript:", re.IGNORECASE
)
SHORTENED = re.compile(r"(?:\w\.?\w?\.)+\w{0,3}\.?")  # EE.UU., a.m.
BUILT = re.compile(r"`|</?\w|\{[{%#]|&#?\w+;")


def problems(name: str, script: str, english: str, translation: str) -> Iterator[TextProblem]:
    """Yield each kind of thing that a translation in a language of this name and script has, and its English lacks."""
    if not translation.strip():
        message = f"{name} has only blanks for `{short(english)}`"
        yield TextProblem("blank", message, "translate it, or leave it empty: then readers get the English")
        return
    for code, what, found, fix in (
        ("invisible", "invisible characters", unseen(translation, script), "remove them"),
        ("look-alike", "letters of another script or form", foreign(translation, script), "write ordinary letters"),
        ("new-address", "addresses or names of accounts", _reaches(translation), REMOVE),
        ("new-code", "signs of code", BUILT.findall(translation), REMOVE),
    ):
        if more := [each for each in dict.fromkeys(found) if each.lower() not in english.lower()]:
            listed = ", ".join(_shown(each) for each in more)
            message = f"{name} has {what} that the English has not, {listed}: `{short(_plain(translation))}`"
            yield TextProblem(code, message, fix)


REMOVE = "remove it, or write it in the English too"


def of_content(library: Library) -> Iterator[Problem]:
    """Yield an error for each English text with characters that no reader sees, or takes for others."""
    for message in messages.of_content(library):
        for text in [message.text] if isinstance(message.text, str) else message.text:
            if found := dict.fromkeys([*unseen(text, "Latn"), *foreign(text, "Latn")]):
                listed = ", ".join(map(_shown, found))
                what = f"characters that nobody sees, or takes for others, {listed}: `{short(_plain(text))}`"
                yield Problem(
                    message.path, message.line, "hidden-letters", what, "remove them, or write ordinary letters"
                )


def unseen(text: str, script: str) -> list[str]:
    """Return the characters of a text that no reader sees, and those that turn the direction of others."""
    allowed = JOINED if script in WITH_JOINERS else frozenset()
    return [
        each
        for each in text
        if each not in allowed and each != "\n" and (unicodedata.category(each) in UNSEEN or _blank(each))
    ]


def _blank(character: str) -> bool:
    return character in BLANK or 0xFE00 <= ord(character) <= 0xFE0F or 0xE0100 <= ord(character) <= 0xE01EF


def foreign(text: str, script: str) -> list[str]:
    """Return the letters, digits and marks that are neither Latin nor of the script of the language.

    Letters in circles, small and raised ones, those of mathematics and full-width ones are Latin in no text of ours.
    """
    return [each for each in unicodedata.normalize("NFC", text) if _is_word_sign(each) and not _fits(each, script)]


def _is_word_sign(character: str) -> bool:
    return not character.isascii() and unicodedata.category(character)[0] in "LNM"


def _fits(character: str, script: str) -> bool:
    name = unicodedata.name(character, "")
    if character in ORDINALS or LATIN.fullmatch(name):
        return True
    return name.startswith(SCRIPTS.get(script, ())) if script in SCRIPTS else True


def _reaches(text: str) -> list[str]:
    """Return the addresses and names of accounts in a text; a short form with dots, such as EE.UU., is none."""
    words = " ".join("" if SHORTENED.fullmatch(word.strip("(),;:¿?¡!")) else word for word in text.split(" "))
    return [found.rstrip(".,;:!?)") for found in REACH.findall(words)]


def _shown(found: str) -> str:
    return f"U+{ord(found):04X}" if len(found) == 1 and not found.isascii() else f"`{_plain(found)}`"


def _plain(text: str) -> str:
    """Return a text in which nothing is hidden: for a message."""
    return "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in text)
