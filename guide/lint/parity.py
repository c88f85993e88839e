"""What a translation must keep: numbers, phone numbers, links, bold, placeholders, and the structure of the text."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterator

from babel.dates import format_date

from guide.i18n import placeholders
from guide.lint import letters
from guide.lint.text_problem import TextProblem, short
from guide.lint.translations import Translated
from guide.loader.markdown_reader import FORBIDDEN, STARTS, STEP
from guide.model.language import Language
from guide.model.problems import Problem

PHONE = re.compile(r"(?<![\d-])(?:\+?1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\d-])")
LINK = re.compile(r"\]\(([^)]*)\)")
ADDRESS = re.compile(r"(?:[\w.+-]+@)?\b(?:[a-z0-9-]+\.)+(?:gov|org|com|net|edu|us|info)\b(?:/[\w/.-]*\w)?", re.I | re.A)
FORM = re.compile(r"\b[A-Z]{1,4}-\d+[A-Z]?\b", re.A)
NUMBER = re.compile(r"\d+")
FORMS = re.compile(r"nplurals *= *(\d+)")


MONTHS = calendar.month_abbr[1:]
WHOLE = "|".join(name for name in calendar.month_name[1:] if name != "May")
# A short name, and "May", count as months only before a number.
MONTH = re.compile(rf"\b(?:(?:{WHOLE})\b|(?:{'|'.join(MONTHS)})[a-z]*(?= [0-9]))")


def _dated(english: str, language: Language) -> str:
    """Return the English, with months as numbers if the language writes them so: 2026年9月1日."""
    if "9" not in format_date(dt.date(2026, 9, 1), "long", locale=language.locale.replace("-", "_")):
        return english
    return MONTH.sub(lambda found: str(MONTHS.index(found[0][:3]) + 1), english)


def _numbers(text: str) -> list[str]:
    """Return the groups of digits, converted from the digits of any script."""
    return ["".join(str(unicodedata.decimal(digit)) for digit in found) for found in NUMBER.findall(text)]


# What is compared, by code: the name in a message, and how to find it. The order may differ between languages.
KEPT: dict[str, tuple[str, Callable[[str], list[str]]]] = {
    "parity-phones": ("phone numbers", PHONE.findall),
    "parity-links": ("links", LINK.findall),
    "parity-addresses": ("addresses", ADDRESS.findall),
    "parity-forms": ("form numbers", FORM.findall),
    "parity-numbers": ("numbers", _numbers),
    "parity-bold": ("bold marks", lambda text: ["**"] * text.count("**")),
}


def changed(translated: Translated) -> Iterator[Problem]:
    """Yield an error for each current translation whose numbers, addresses, links or structure differ from English."""
    for message in translated:
        for problem in _problems_in(translated, message.id, message.string):
            yield Problem(translated.path, message.lineno or 1, *problem)


def _problems_in(
    translated: Translated, english: str | tuple[str, ...] | list[str], string: object
) -> Iterator[TextProblem]:
    name, script = translated.language.name, translated.language.script
    if isinstance(english, str):
        yield from letters.problems(name, script, english, str(string))
        yield from _of_one(name, _dated(english, translated.language), str(string))
        return
    forms = [str(form) for form in string] if isinstance(string, tuple | list) else [str(string)]
    wanted = FORMS.search(translated.language.plural)
    if wanted and len(forms) != int(wanted[1]):
        message = f"{name} has {len(forms)} plural forms, not {wanted[1]}: `{short(forms[0])}`"
        yield TextProblem("parity-plural", message, "write one text for each form of the Plural-Forms of the catalog")
    for form in forms:
        yield from letters.problems(name, script, " ".join(english), form)
    for form in forms:  # a form for "one" may leave the number out, as the English singular may
        found = [list(_of_one(name, each, form)) for each in english]
        yield from min(found, key=len)


def _of_one(name: str, english: str, translation: str) -> Iterator[TextProblem]:
    for code, what, fix in placeholders.problems(english, translation):
        yield TextProblem(code, f"{name} {what}: `{short(translation)}`", fix)
    for code, (what, find) in KEPT.items():
        ours, theirs = sorted(find(english)), sorted(find(translation))
        if ours != theirs:
            message = f"{name} has the {what} {_list(theirs)}, the English {_list(ours)}: `{short(translation)}`"
            yield TextProblem(code, message, f"write the same {what} as `{short(english)}`")
    if _built(translation) and not _built(english):
        message = f"{name} has a heading, a list, a line break or HTML that the English has not: `{short(translation)}`"
        yield TextProblem("parity-build", message, "write one paragraph with only **bold** and [links](...)")


def _built(text: str) -> bool:
    """Whether a text is more than one paragraph. Each heading and each list item is a separate catalog entry."""
    return "\n" in text or bool(FORBIDDEN.search(text) or STEP.match(text)) or text.startswith(_MARKS)


_MARKS = tuple(mark for _, mark in STARTS)


def _list(found: list[str]) -> str:
    return ", ".join(found) or "none"
