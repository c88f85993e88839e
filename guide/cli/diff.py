"""`guide diff`: lists what changed since an older version of the content."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby

import click

from guide.cli import terminal
from guide.cli.options import CommandError
from guide.lint import snapshot
from guide.lint.comparison import ChangeKind, Difference, Result, Sentence, compare
from guide.lint.older_version import CannotRead, taken

DIFFERENT = 1


@click.command()
@click.argument("old", metavar="OLD")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def diff(old: str, form: str) -> None:
    """List what changed since OLD, for review by a lawyer: sentences, and the results of personas.

    OLD is a git reference (a commit, a tag, a branch) or a folder. Exit status 0 if nothing changed, 1 if
    something changed, 2 if OLD cannot be read.
    """
    library = terminal.library()
    try:
        before = taken(old, terminal.root())
    except CannotRead as error:
        raise CommandError(f"{error}.") from None
    found = compare(before, snapshot.take(library))
    if form == "json":
        counts = {kind: found.count(kind) for kind in ChangeKind}
        click.echo(json.dumps({"counts": counts, **asdict(found)}, indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(in_words(found)))
    raise SystemExit(DIFFERENT if found else 0)


def in_words(found: Difference) -> Iterator[str]:
    """Yield the report: each file with its sentences (- before, + after), then each persona with changed results."""
    both = (*found.sentences, *found.reaches)
    for (path, id), sentences in groupby(both, key=lambda each: (each.path, each.id)):
        yield f"{path}  [{id}]"
        for sentence in sentences:
            yield from _sentence(sentence)
        yield ""
    for person in found.people:
        yield f"{person.person}: {'answers changed' if person.kind == ChangeKind.CHANGED else person.kind}"
    for name, results in groupby(found.results, key=lambda each: each.person):
        yield name
        yield from map(_result, results)
        yield ""
    added, removed, changed = (found.count(kind) for kind in ChangeKind)
    yield f"Sentences: {added} added, {removed} removed, {changed} changed."
    yield f"Numbers and addresses of help: {len(found.reaches)} changed. Results: {len(found.results)} changed."


def _sentence(sentence: Sentence) -> Iterator[str]:
    yield from (f"  {sign} {text}" for sign, text in (("-", sentence.old), ("+", sentence.new)) if text)


def _result(result: Result) -> str:
    return f"  {result.about}: {result.old} -> {result.new}"
