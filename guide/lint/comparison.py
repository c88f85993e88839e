"""The differences between two snapshots of the guide: sentences, and the results of personas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from pathlib import PurePath
from typing import Any

ABSENT = "absent"
ALIKE = 0.5  # the least similarity at which a sentence counts as a changed version of another
Snapshot = Mapping[str, Mapping[str, Any]]


class ChangeKind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class Sentence:
    """A sentence that was added (`old` is empty), removed (`new` is empty) or changed."""

    kind: ChangeKind
    path: str
    id: str
    old: str
    new: str


@dataclass(frozen=True)
class Result:
    """A finding or review in the result of one persona, before and after: applies, may-apply or absent."""

    person: str
    about: str  # set/kind/name of a finding, or reviews/name
    old: str
    new: str


@dataclass(frozen=True)
class Person:
    """A persona that was added or removed, or whose answers changed."""

    kind: ChangeKind
    person: str


@dataclass(frozen=True)
class Difference:
    """All differences between two snapshots; false if there is none."""

    sentences: tuple[Sentence, ...]
    reaches: tuple[Sentence, ...]  # numbers and addresses of help
    people: tuple[Person, ...]
    results: tuple[Result, ...]

    def __bool__(self) -> bool:
        return bool(self.sentences or self.reaches or self.people or self.results)

    def count(self, kind: ChangeKind) -> int:
        return sum(sentence.kind == kind for sentence in self.sentences)


def compare(old: Snapshot, new: Snapshot) -> Difference:
    """Return all differences, in the order of `new`; what only `old` has comes last in its file and kind."""
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
    """Pair each new sentence with the most similar old one, if one is similar enough; then yield the other old ones."""
    for sentence in new:
        nearest = max(old, key=lambda each: _alike(each, sentence), default="")
        if nearest and _alike(nearest, sentence) >= ALIKE:
            old.remove(nearest)
            yield ChangeKind.CHANGED, nearest, sentence
        else:
            yield ChangeKind.ADDED, "", sentence
    yield from ((ChangeKind.REMOVED, sentence, "") for sentence in old)


def _alike(one: str, other: str) -> float:
    """Return the similarity of two sentences, 0 to 1. It compares words: any two sentences share many letters."""
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _people(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Person]:
    for id in dict.fromkeys([*new, *old]):
        if id not in old or id not in new:
            yield Person(ChangeKind.REMOVED if id in old else ChangeKind.ADDED, id)
        elif old[id]["answers"] != new[id]["answers"]:
            yield Person(ChangeKind.CHANGED, id)


def _results(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Result]:
    """Yield the changed results of the personas that are in both snapshots."""
    for id in (id for id in new if id in old):
        then, now = old[id]["result"], new[id]["result"]
        for about in dict.fromkeys([*now, *then]):
            if then.get(about) != now.get(about):
                yield Result(id, about, then.get(about, ABSENT), now.get(about, ABSENT))
