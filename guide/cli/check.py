"""`guide check`: reports every problem of the content and its translations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NoReturn

import click

from guide import clock
from guide.cli import terminal
from guide.cli.options import today_option
from guide.lint import run as lint
from guide.lint.dated_texts import DatedText, dated_texts
from guide.lint.formats import FORMATS
from guide.lint.launch_list import before_launch
from guide.lint.translations import translations
from guide.model.content import Library
from guide.model.problems import ContentError
from guide.web import asset_names


@click.command()
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@click.option("--launch", is_flag=True, help="List what no person has reviewed.")
@click.option("--pages", is_flag=True, help="Also render each page in each language.")
@click.option("--overdue", is_flag=True, help="List overdue texts with their sources; exit status 1 if there are any.")
@today_option
def check(form: str, launch: bool, pages: bool, overdue: bool, today: dt.date | None) -> None:
    """Check the content and its translations: every problem with its file, its line and a fix.

    Exit status 1 if there is an error, 0 if there are only warnings.
    """
    today = today or clock.today()
    # An invalid setting ends the command before the checks, which take seconds.
    settings = terminal.settings(today=today, notice=False) if pages else None
    try:
        library = terminal.library()
        if overdue:
            _print_overdue(library, today)
        if launch:
            click.echo("\n".join(before_launch(library, today)))
            return
        catalogs = translations(terminal.translations(), library)
    except ContentError as error:
        click.echo(FORMATS[form](error.problems), err=form == "text")
        raise SystemExit(terminal.HAS_PROBLEMS) from None
    found = [
        *lint.problems(library, catalogs, today),
        *asset_names.missing(terminal.root() / "static", library.languages),
    ]
    if settings:
        found += terminal.failing_pages(settings, found)
    if form != "text":
        click.echo(FORMATS[form](found))
    else:
        terminal.print_problems(found)
        click.echo("\n".join(lint.figures(library, catalogs)))
        if pages:
            click.echo(f"each page was rendered in {len(library.languages)} languages")
        errors = sum(problem.severity == "error" for problem in found)
        click.echo(f"{errors} errors, {len(found) - errors} warnings")
    raise SystemExit(1 if any(problem.severity == "error" for problem in found) else 0)


def _print_overdue(library: Library, today: dt.date) -> NoReturn:
    """Print the overdue texts and exit: status 1 if there are any, for a nightly job."""
    late = overdue_in_words(library, today)
    click.echo("\n".join(late or ["Nothing is overdue."]))
    raise SystemExit(1 if late else 0)


def overdue_in_words(library: Library, today: dt.date) -> list[str]:
    """Return the lines about overdue texts, in reading order: id, date, file and the links to check."""
    lines = []
    for text in (text for text in dated_texts(library) if text.overdue(today)):
        lines.append(f"{text.id}: not checked since {text.day} ({text.path})")
        lines.extend(f"  {link}" for link in _links(text, library))
    return lines


def _links(text: DatedText, library: Library) -> Iterator[str]:
    yield from text.urls
    for source in (library.sources[id] for id in text.sources):
        yield f"{source.id}: {source.title}{f', {source.url}' if source.url else ' (no address)'}"
