"""Cuts the text of a page to the length of a message, by whole acts only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guide.model.urgent import LineKind, Part

MOST_IN_ONE, MOST_IN_TWO = 600, 1200  # letters
FIRST = (LineKind.SAY, LineKind.DO, LineKind.NEVER, LineKind.PAPER, LineKind.ANYWAY)


@dataclass(frozen=True)
class MessageText:
    """The words of a message in one language. Each act has its exception in it."""

    title: str
    acts: tuple[str, ...]
    end: tuple[str, ...]
    not_all: str = ""  # said at the end where an act is left out


def most(languages: int) -> int:
    """Return how many letters a message may have, with its number and its link."""
    return MOST_IN_ONE if languages == 1 else MOST_IN_TWO


def short_message(texts: Sequence[MessageText], order: Iterable[int], room: int) -> str:
    """Return the text of at most `room` letters, with the same acts in each language.

    `order` names the acts, the most important first; an act that does not fit is left out, and shorter ones may still
    come after it. In the text they stand in the order of the page.
    """
    chosen: list[int] = []
    for index in order:
        more = sorted([*chosen, index])
        if len(_text(texts, more)) <= room:
            chosen = more
    return _text(texts, chosen)


def by_weight(parts: Iterable[Part]) -> list[int]:
    """Return the numbers of all lines of the parts: part by part, and in each what to say and do first."""
    lines = [(at, line.kind) for at, part in enumerate(parts) for line in part.acts]
    return sorted(range(len(lines)), key=lambda number: (lines[number][0], _weight(lines[number][1])))


def _weight(kind: LineKind) -> int:
    return FIRST.index(kind) if kind in FIRST else len(FIRST)


def _text(texts: Sequence[MessageText], chosen: Sequence[int]) -> str:
    return "\n\n".join(_block(each, chosen) for each in texts)


def _block(texts: MessageText, chosen: Sequence[int]) -> str:
    acts = (f"{number}. {texts.acts[index]}" for number, index in enumerate(chosen, start=1))
    left_out = (texts.not_all,) if texts.not_all and len(chosen) < len(texts.acts) else ()
    return "\n".join((texts.title, *acts, *texts.end, *left_out))
