"""Finds the differences between two crawls, and what became larger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from support import saved
from support.asset_names_aside import aside
from support.requests_of_site import Answer
from support.tokens import Token, same_source, tokens
from support.weight import ROOM, SCRIPTS, SHEETS, kind_of, weight

LONGEST = 300  # letters of what is shown of a difference
FINE = 6000  # tokens: above, lines that repeat are matched roughly, or two long pages would take minutes


Responses = Mapping[str, Answer]  # by the keys of their requests


@dataclass(frozen=True)
class Difference:
    """One difference: the request, the path of the element (or the name of a header), and both states in words."""

    key: str
    place: str
    what: str


def compare(before: Responses, after: Responses, renamed: Mapping[str, str]) -> Iterator[Difference]:
    """Yield the differences of two saved crawls; `renamed` has new asset names by old ones."""
    old = {aside(key, renamed): answer for key, answer in before.items()}
    new = {aside(key): answer for key, answer in after.items()}
    for key in sorted(old.keys() | new.keys()):
        if key in old and key in new:
            yield from compare_answers(key, old[key], new[key], renamed)
        elif not _is_code(old.get(key) or new[key]):
            yield Difference(key, "", "only before" if key in old else "only after")


def compare_answers(key: str, old: Answer, new: Answer, renamed: Mapping[str, str]) -> Iterator[Difference]:
    """Yield the differences of two responses to one request: status, headers, and the page or the body."""
    if old.status != new.status:
        yield Difference(key, "status", f"{old.status} -> {new.status}")
    for name in sorted(old.headers.keys() | new.headers.keys()):
        values = [_header(name, answer.headers.get(name)) for answer in (old, new)]
        if values[0] != values[1]:
            yield Difference(key, f"header {name}", f"{values[0]} -> {values[1]}")
    if old.kind == new.kind == "text/html":
        yield from compare_pages(key, old.text, new.text, renamed)
    elif not _is_code(old) and not _is_code(new) and _settled(old, renamed) != _settled(new, {}):
        yield Difference(key, "body", _around(_settled(old, renamed), _settled(new, {})))


def compare_pages(key: str, old: str, new: str, renamed: Mapping[str, str]) -> Iterator[Difference]:
    """Yield the differences of two pages, in the order of the first."""
    if same_source(old, new, renamed):
        return
    was, now = tokens(old, renamed), tokens(new)
    first = [token.key for token in was]
    second = [token.key for token in now]
    if first == second:
        return
    # Equal ends are cut off: matching costs the square of what is left.
    start = next(
        (at for at, (one, two) in enumerate(zip(first, second, strict=False)) if one != two),
        min(len(first), len(second)),
    )
    end = 0
    while end < min(len(first), len(second)) - start and first[-1 - end] == second[-1 - end]:
        end += 1
    was, now = was[start : len(was) - end], now[start : len(now) - end]
    match = SequenceMatcher(None, [t.key for t in was], [t.key for t in now], autojunk=max(len(was), len(now)) > FINE)
    for what, a, b, c, d in match.get_opcodes():
        if what != "equal":
            yield from _in_words(key, was[a:b], now[c:d])


def weights(crawl: Responses, renamed: Mapping[str, str]) -> dict[str, tuple[str, int]]:
    """Return the kind and the size in brotli of each page, style sheet and script of a saved crawl."""
    found = ((aside(key, renamed), answer, kind_of(answer)) for key, answer in crawl.items())
    return {key: (kind, weight(answer)) for key, answer, kind in found if kind}


def heavier(
    old: Mapping[str, tuple[str, int]], new: Mapping[str, tuple[str, int]]
) -> Iterator[tuple[str, str, int, int]]:
    """Yield the kind, the key and both sizes of each response that grew by more than its kind may."""
    for key in sorted(old.keys() & new.keys()):
        (kind, was), (_, now) = old[key], new[key]
        if now > was * (1 + ROOM[kind]):
            yield kind, key, was, now


def _is_code(answer: Answer) -> bool:
    """Return whether it is a style sheet or a script: these are not compared, because tests check what they do."""
    return kind_of(answer) in (SHEETS, SCRIPTS)


def _header(name: str, value: str | None) -> str | None:
    if value is None:
        return None
    if name == "allow":  # a set, whose order is another one in each process
        return ", ".join(sorted(value.split(", ")))
    return "(a fingerprint)" if name in saved.FINGERPRINTS else aside(value)


def _settled(answer: Answer, renamed: Mapping[str, str]) -> str | bytes:
    text = answer.kind.startswith(("text/", "application/json", "application/atom", "image/svg"))
    return aside(answer.text, renamed) if text else answer.body


def _around(old: str | bytes, new: str | bytes) -> str:
    """Return the first place where two bodies differ, in words."""
    at = next((at for at, (one, two) in enumerate(zip(old, new, strict=False)) if one != two), min(len(old), len(new)))
    around = slice(max(0, at - 60), at + 60)
    return f"at {at}: {old[around]!r} -> {new[around]!r}"


def _in_words(key: str, was: list[Token], now: list[Token]) -> Iterator[Difference]:
    if len(was) == len(now):
        for old, new in zip(was, now, strict=True):
            yield Difference(key, old.path, _change(old, new))
    elif was and now:
        yield Difference(key, was[0].path, f"{_shown(was)} -> {_shown(now)}")
    elif was:
        yield Difference(key, was[0].path, f"only before: {_shown(was)}")
    else:
        yield Difference(key, now[0].path, f"only after: {_shown(now)}")


def _change(old: Token, new: Token) -> str:
    """Return the attributes that differ, or both tokens if they are different elements."""
    if old.kind == new.kind == "start" and old.name == new.name:
        one, two = dict(old.attributes), dict(new.attributes)
        names = sorted(name for name in one.keys() | two.keys() if one.get(name) != two.get(name))
        if names:
            return "; ".join(f"attribute {name}: {one.get(name)!r} -> {two.get(name)!r}" for name in names)
    return f"{_shown([old])} -> {_shown([new])}"


def _shown(some: list[Token]) -> str:
    text = "".join(map(str, some))
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}… ({len(some)} tags and texts)"
