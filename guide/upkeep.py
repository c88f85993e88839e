"""The commands for who keeps the guide right: `diff` and `checked`, and the list of `check --overdue`."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from itertools import groupby

import click

from guide import clock, snapshot, terminal
from guide.difference import ADDED, CHANGED, REMOVED, Difference, Result, Sentence, compare
from guide.fields import near
from guide.looked_at import INITIALS, NotNoted, noted
from guide.model import Library
from guide.older import CannotRead, taken
from guide.options import Day, Refused, today_option
from guide.reviewed import Text, texts

DIFFERENT = 1


@click.command()
@click.argument("old", metavar="OLD")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def diff(old: str, form: str) -> None:
    """Tell a lawyer what changed since OLD: sentences, and what the invented people are shown.

    OLD is a git reference (a commit, a tag, a branch) or a folder. Exit status 0 where nothing changed, 1 where
    something did, 2 where OLD cannot be read.
    """
    library = terminal.library()
    try:
        before = taken(old, terminal.root())
    except CannotRead as error:
        raise Refused(f"{error}.") from None
    found = compare(before, snapshot.take(library))
    if form == "json":
        counts = {kind: found.count(kind) for kind in (ADDED, REMOVED, CHANGED)}
        click.echo(json.dumps({"counts": counts, **asdict(found)}, indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(in_words(found)))
    raise SystemExit(DIFFERENT if found else 0)


def in_words(found: Difference) -> Iterator[str]:
    """Each file with its sentences, - before and + after; then each person with what changed in their result."""
    both = (*found.sentences, *found.reaches)
    for (path, id), sentences in groupby(both, key=lambda each: (each.path, each.id)):
        yield f"{path}  [{id}]"
        for sentence in sentences:
            yield from _sentence(sentence)
        yield ""
    for person in found.people:
        yield f"{person.person}: {'answers changed' if person.kind == CHANGED else person.kind}"
    for name, results in groupby(found.results, key=lambda each: each.person):
        yield name
        yield from map(_result, results)
        yield ""
    added, removed, changed = (found.count(kind) for kind in (ADDED, REMOVED, CHANGED))
    yield f"Sentences: {added} added, {removed} removed, {changed} changed."
    yield f"Numbers and addresses of help: {len(found.reaches)} changed. Results: {len(found.results)} changed."


def _sentence(sentence: Sentence) -> Iterator[str]:
    yield from (f"  {sign} {text}" for sign, text in (("-", sentence.old), ("+", sentence.new)) if text)


def _result(result: Result) -> str:
    return f"  {result.about}: {result.old} -> {result.new}"


def overdue_in_words(library: Library, today: dt.date) -> list[str]:
    """What is past its day, in reading order: its id, its day, its file and the links to look at."""
    lines = []
    for text in (text for text in texts(library) if text.overdue(today)):
        lines.append(f"{text.id}: not checked since {text.day} ({text.path})")
        lines.extend(f"  {link}" for link in _links(text, library))
    return lines


def _links(text: Text, library: Library) -> Iterator[str]:
    yield from text.urls
    for source in (library.sources[id] for id in text.sources):
        yield f"{source.id}: {source.title}{f', {source.url}' if source.url else ' (no address)'}"


@click.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--on", "day", type=Day(), required=True, help="The day on which somebody looked at its sources.")
@click.option("--by", "initials", required=True, help="The initials of who looked: 2 to 4 letters, never a name.")
@today_option
def checked(ids: tuple[str, ...], day: dt.date, initials: str, today: dt.date | None) -> None:
    """Note that somebody looked at texts and found nothing new: `reviewed` in their files, and who and when.

    ID is as `guide check --overdue` prints it: today/now/detained, pages/next, reviews/complaint, help/raices,
    pictures/warrant, timeline. Nothing is written where one of them is wrong.
    """
    today = today or clock.today()
    if day > today:
        raise Refused(f"{day} is still to come: write the day on which somebody looked.")
    if not INITIALS.fullmatch(initials.lower()):
        raise Refused(f"`{initials}` are no initials: write 2 to 4 letters, never a name.")
    known = {text.id: text for text in texts(terminal.library())}
    for id in ids:
        if id not in known:
            raise Refused(f"There is no text `{id}`; {near(id, known)}")
    for path, text in _changed(ids, known, day, initials.lower()).items():
        (terminal.root() / path).write_bytes(text.encode())
    click.echo(f"{len(set(ids))} texts: looked at on {day} by {initials.lower()}, unchanged")


def _changed(ids: tuple[str, ...], known: Mapping[str, Text], day: dt.date, initials: str) -> dict[str, str]:
    """The new text of each file; several ids may stand in one."""
    files: dict[str, str] = {}
    for id in dict.fromkeys(ids):
        path = known[id].path
        text = files.get(path) or (terminal.root() / path).read_bytes().decode()
        try:
            files[path] = noted(text, known[id].entry, day, initials)
        except NotNoted as error:
            raise Refused(f"{path}: {error}.") from None
    return files
