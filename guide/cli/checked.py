"""`guide checked`: notes that somebody looked at texts again and found nothing new."""

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
        raise CommandError(f"{day} is in the future: write the day on which somebody looked.")
    if not INITIALS.fullmatch(initials.lower()):
        raise CommandError(f"`{initials}` are not initials: write 2 to 4 letters, never a name.")
    known = {text.id: text for text in dated_texts(terminal.library())}
    for id in ids:
        if id not in known:
            raise CommandError(f"unknown text `{id}`; {near(id, known)}")
    for path, text in _changed(ids, known, day, initials.lower()).items():
        (terminal.root() / path).write_bytes(text.encode())
    click.echo(f"{len(set(ids))} texts: looked at on {day} by {initials.lower()}, unchanged")


def _changed(ids: tuple[str, ...], known: Mapping[str, DatedText], day: dt.date, initials: str) -> dict[str, str]:
    """The new text of each file; several ids may stand in one."""
    files: dict[str, str] = {}
    for id in dict.fromkeys(ids):
        path = known[id].path
        text = files.get(path) or (terminal.root() / path).read_bytes().decode()
        try:
            files[path] = noted(text, known[id].entry, day, initials)
        except NotNoted as error:
            raise CommandError(f"{path}: {error}.") from None
    return files
