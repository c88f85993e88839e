"""What changed from one snapshot of the guide to another: sentences, and the results of invented people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from pathlib import PurePath
from typing import Any

ABSENT = "absent"
ALIKE = 0.5  # how much of two sentences must be the same for one to be the other, changed
Snapshot = Mapping[str, Mapping[str, Any]]


class ChangeKind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class Sentence:
    """One sentence that was added, removed or changed; the side that it is not on is empty."""

    kind: ChangeKind
    path: str
    id: str
    old: str
    new: str


@dataclass(frozen=True)
class Result:
    """How something stands in the result of one invented person: applies, may-apply or absent, then and now."""

    person: str
    about: str  # set/kind/name of a finding, or reviews/name
    old: str
    new: str


@dataclass(frozen=True)
class Person:
    """An invented person who was added or removed, or whose own answers changed."""

    kind: ChangeKind
    person: str


@dataclass(frozen=True)
class Difference:
    sentences: tuple[Sentence, ...]
    reaches: tuple[Sentence, ...]  # numbers and addresses of help
    people: tuple[Person, ...]
    results: tuple[Result, ...]

    def __bool__(self) -> bool:
        return bool(self.sentences or self.reaches or self.people or self.results)

    def count(self, kind: ChangeKind) -> int:
        return sum(sentence.kind == kind for sentence in self.sentences)


def compare(old: Snapshot, new: Snapshot) -> Difference:
    """All that changed, in the order of the new one; what only the old one had comes last in its file and kind."""
    return Difference(
        tuple(_sentences(old["texts"], new["texts"])),
        tuple(_sentences(old["reaches"], new["reaches"])),
        tuple(_people(old["people"], new["people"])),
        tuple(_results(old["people"], new["people"])),
    )


def _sentences(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Sentence]:
    for path in dict.fromkeys([*new, *old]):
        before, after = old.get(path, {}), new.get(path, {})
        for entry in dict.fromkeys([*after, *before]):
            for kind, was, now in _changes(before.get(entry, []), after.get(entry, [])):
                yield Sentence(kind, path, entry or PurePath(path).stem, was, now)


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[ChangeKind, str, str]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            yield from _paired(list(old[i1:i2]), new[j1:j2])


def _paired(old: list[str], new: Sequence[str]) -> Iterator[tuple[ChangeKind, str, str]]:
    """Each new sentence with the old one that is most like it, if any is like it; then what is left of the old."""
    for sentence in new:
        nearest = max(old, key=lambda each: _alike(each, sentence), default="")
        if nearest and _alike(nearest, sentence) >= ALIKE:
            old.remove(nearest)
            yield ChangeKind.CHANGED, nearest, sentence
        else:
            yield ChangeKind.ADDED, "", sentence
    yield from ((ChangeKind.REMOVED, sentence, "") for sentence in old)


def _alike(one: str, other: str) -> float:
    """How much two sentences share, by words: letters are alike in all of them."""
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _people(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Person]:
    for id in dict.fromkeys([*new, *old]):
        if id not in old or id not in new:
            yield Person(ChangeKind.REMOVED if id in old else ChangeKind.ADDED, id)
        elif old[id]["answers"] != new[id]["answers"]:
            yield Person(ChangeKind.CHANGED, id)


def _results(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Result]:
    """Of the people that both have."""
    for id in (id for id in new if id in old):
        then, now = old[id]["result"], new[id]["result"]
        for about in dict.fromkeys([*now, *then]):
            if then.get(about) != now.get(about):
                yield Result(id, about, then.get(about, ABSENT), now.get(about, ABSENT))
