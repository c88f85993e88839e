"""What a text leaves open, as `%(date)s` for the site and `{first}` for the script, and whether it can be filled in.

The one rule for the site's start, `guide check` and `guide translate check`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
PERCENT = re.compile(r"%%|%\(\w+\)[sd]")
Fault: TypeAlias = tuple[str, str, str]
"""A code, what is wrong, and the remedy."""


def faults(english: str, translation: str) -> Iterator[Fault]:
    """What keeps a translation from being filled in as its English is.

    Only a text with `%(...)s` placeholders is ever formatted (`Translator.say`), so only there is another `%` a fault:
    Python reads it as the start of a placeholder (`50% del` as the number `% d`), and each page with the text would
    fail.
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


def faults_of_forms(english: str | Sequence[str], forms: Sequence[str]) -> Iterator[Fault]:
    """The same for a text with a form for each kind of number; a form may leave out what an English form leaves out."""
    sources = [english] if isinstance(english, str) else list(english)
    for form in forms:
        yield from min((list(faults(source, form)) for source in sources), key=len)


def _list(found: list[str]) -> str:
    return ", ".join(found) or "none"
