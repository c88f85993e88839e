"""The style sheets: each kind of page has one, and one beside it for paper, large type and low screens.

Both are joined from the parts that the kind needs, in one order.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

LIST = "css/site.css"  # the parts in their order, each with the kinds that need it; none means every kind
PART = re.compile(r'(?m)^@import "\./(?P<part>[a-z-]+\.css)";(?: /\* (?P<kinds>[a-z ]+) \*/)?$')
# From this part on, what is for paper, large type and low screens only is in the sheet beside. It applies where one of
# these is the case, and other readers do not wait for it.
FIRST_BESIDE = "large.css"
ONLY_BESIDE = ("css/large", "css/low", "css/print")
BESIDE = "print, screen and (max-width: 15em), screen and (max-height: 29.99em)"
# On the start page both are one: a second response weighs as much as its rules.
IN_ONE = ("start",)
# A result that is made on the device shows on the page of the questions. Its sheet comes after the one of that page and
# has what that one lacks; what adjusts any part comes once more, after what it adjusts. The sheet beside has both.
DEVICE = "device"
QUESTIONS = "questions"
BOTH = (QUESTIONS, "result")
ADJUSTING = ("css/wide.css", "css/modes.css")
# Of partners' pages only: before the colors of the partners, which the program makes.
PARTNERS, SHARES = "css/partners.css", "css/shares.css"
PAPER_BLOCK = "@media print {"
# A rule for the letters of some languages, such as `:lang(hi),` and `:lang(ne) {` on lines of their own.
OF_LANGUAGES = re.compile(r"(?m)^(?P<languages>:lang\([a-z]+\)(?:,\n:lang\([a-z]+\))*) \{\n(?:  .*\n)+\}\n\n?")
LANGUAGE = re.compile(r":lang\(([a-z]+)\)")


@dataclass(frozen=True)
class Part:
    """A part of the style sheets: its file, and the kinds of pages that need it (none: all)."""

    name: str
    kinds: tuple[str, ...]

    @property
    def only_beside(self) -> bool:
        return self.name.startswith(ONLY_BESIDE)

    def serves(self, kind: str) -> bool:
        kinds = BOTH if kind == DEVICE else (kind,)
        return not self.kinds or any(each in self.kinds for each in kinds)

    def on_screen(self, kind: str) -> bool:
        """Whether the sheet of this kind for screens has this part."""
        if self.only_beside or not self.serves(kind):
            return False
        return kind != DEVICE or self.name in ADJUSTING or not self.serves(QUESTIONS)


def parts(static: Path) -> list[Part]:
    """Return the parts in their order; none if the list cannot be read."""
    try:
        return _parts((static / LIST).read_text("utf-8"))
    except OSError:
        return []


def kinds(listed: list[Part]) -> list[str]:
    """Return the kinds of pages that the list knows, and the kind of a result on the device."""
    return [*sorted({kind for part in listed for kind in part.kinds}), DEVICE]


def names(listed: list[Part]) -> list[str]:
    """Return the names of the joined sheets."""
    return [*(_for(kind) for kind in kinds(listed)), *(_beside(kind) for kind in kinds(listed) if kind not in IN_ONE)]


def joined(files: Mapping[str, bytes], languages: Collection[str]) -> dict[str, bytes]:
    """Return the files with the joined sheets in place of their parts and their list.

    They have no rules for the letters of other languages than these. The sheet beside repeats what follows its first
    part, so that later parts override earlier ones as in one sheet.
    """
    listed = _parts(files[LIST].decode())
    texts = {part.name: _spoken(files[part.name].decode(), languages) for part in listed}
    sheets = {name: body for name, body in files.items() if name not in (LIST, SHARES) and name not in texts}
    for kind in kinds(listed):
        needed = [part for part in listed if part.serves(kind)]
        if kind in IN_ONE:
            sheets[_for(kind)] = "".join(texts[part.name] for part in needed).encode()
            continue
        first = [part.name for part in needed].index(f"css/{FIRST_BESIDE}")
        screen = [texts[part.name] for part in needed[:first] if part.on_screen(kind)]
        screen += [without_paper(texts[part.name]) for part in needed[first:] if part.on_screen(kind)]
        sheets[_for(kind)] = "".join(screen).encode()
        sheets[_beside(kind)] = "".join(texts[part.name] for part in needed[first:]).encode()
    if PARTNERS in files:
        sheets[PARTNERS] = files[SHARES] + files[PARTNERS]
    return sheets


def _spoken(text: str, languages: Collection[str]) -> str:
    """Return a sheet without the rules that are for the letters of languages that the site does not have."""
    spoken = {code.partition("-")[0] for code in languages}
    return OF_LANGUAGES.sub(lambda rule: rule[0] if spoken & {*LANGUAGE.findall(rule["languages"])} else "", text)


def without_paper(text: str) -> str:
    """Return a sheet without its rules for paper: blocks that begin with `@media print {` on a line of their own."""
    return "".join(_outside(text))


def _outside(text: str) -> Iterator[str]:
    """Yield the lines that are outside of rules for paper."""
    inside = False
    for line in text.splitlines(keepends=True):
        inside = inside or line.rstrip() == PAPER_BLOCK
        if not inside:
            yield line
        elif line.rstrip() == "}":
            inside = False


def _parts(text: str) -> list[Part]:
    return [Part(f"css/{found['part']}", tuple((found["kinds"] or "").split())) for found in PART.finditer(text)]


def _for(kind: str) -> str:
    return f"css/for-{kind}.css"


def _beside(kind: str) -> str:
    return f"css/beside-{kind}.css"
