"""Checks the placeholders of translations: `%(date)s` for the server and `{first}` for the script.

Used at the start of the site, by `guide check` and by `guide translate check`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
PERCENT = re.compile(r"%%|%\(\w+\)[sd]")
PlaceholderProblem: TypeAlias = tuple[str, str, str]
"""The code, the message and the fix of a problem."""


def problems(english: str, translation: str) -> Iterator[PlaceholderProblem]:
    """Yield the problems of the placeholders of a translation.

    Only a text with `%(...)s` placeholders is ever formatted (`Translator.render_text`), so only there is another `%`
    a problem: Python reads it as the start of a placeholder (`50% del` as the number `% d`), and each page with the
    text would fail.
    """
    ours, theirs = sorted(PLACEHOLDER.findall(english)), sorted(PLACEHOLDER.findall(translation))
    if ours != theirs:
        yield (
            "parity-gaps",
            f"has the placeholders {_list(theirs)}, the English {_list(ours)}",
            "write the same placeholders",
        )
    elif any(placeholder.startswith("%") for placeholder in ours):
        for text, whose in ((english, "has an English with"), (translation, "has")):
            if "%" in PERCENT.sub("", text):
                yield (
                    "stray-percent",
                    f"{whose} a `%` that is not part of a placeholder",
                    "write `%%` for a percent sign beside placeholders",
                )


def problems_of_forms(english: str | Sequence[str], forms: Sequence[str]) -> Iterator[PlaceholderProblem]:
    """Yield the same for a text with plural forms; a form may omit what one of the English forms omits."""
    sources = [english] if isinstance(english, str) else list(english)
    for form in forms:
        yield from min((list(problems(source, form)) for source in sources), key=len)


def _list(found: list[str]) -> str:
    return ", ".join(found) or "none"
