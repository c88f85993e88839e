"""`guide checked`: records a check of texts that needed no change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import click

from guide import clock
from guide.cli import terminal
from guide.cli.options import CommandError, Day, today_option
from guide.lint.dated_texts import DatedText, dated_texts
from guide.loader.review_dates import INITIALS, NotNoted, noted
from guide.model.problems import near


@click.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--on", "day", type=Day(), required=True, help="The date on which the sources were checked.")
@click.option("--by", "initials", required=True, help="The initials of the person: 2 to 4 letters, never a name.")
@today_option
def checked(ids: tuple[str, ...], day: dt.date, initials: str, today: dt.date | None) -> None:
    """Record that texts were checked and need no change: update `reviewed` in their files, with initials.

    ID is as printed by `guide check --overdue`: today/now/detained, pages/next, reviews/complaint, help/raices,
    pictures/warrant, timeline. If one of them is unknown, no file is written.
    """
    today = today or clock.today()
    if day > today:
        raise CommandError(f"{day} is in the future: write the date of the check.")
    if not INITIALS.fullmatch(initials.lower()):
        raise CommandError(f"`{initials}` is not valid as initials: write 2 to 4 letters, never a name.")
    known = {text.id: text for text in dated_texts(terminal.library())}
    for id in ids:
        if id not in known:
            raise CommandError(f"unknown text `{id}`; {near(id, known)}")
    for path, text in _changed(ids, known, day, initials.lower()).items():
        (terminal.root() / path).write_bytes(text.encode())
    click.echo(f"{len(set(ids))} texts: checked on {day} by {initials.lower()}, unchanged")


def _changed(ids: tuple[str, ...], known: Mapping[str, DatedText], day: dt.date, initials: str) -> dict[str, str]:
    """Return the new text of each file; several ids may be in one file."""
    entries: dict[str, list[str]] = {}
    for id in dict.fromkeys(ids):
        entries.setdefault(known[id].path, []).append(known[id].entry)
    files: dict[str, str] = {}
    for path, named in entries.items():
        try:
            files[path] = noted((terminal.root() / path).read_bytes().decode(), named, day, initials)
        except NotNoted as error:
            raise CommandError(f"{path}: {error}.") from None
    return files
