"""`guide help-export` and `guide help-diff`: exchange of provider data with other programs."""

from __future__ import annotations

from pathlib import Path

import click

from guide.cli import terminal
from guide.cli.options import CommandError
from guide.legal_help import hsds
from guide.legal_help.csv_diff import proposals, read_table


@click.command("help-export")
@click.argument("out", type=click.Path(path_type=Path))
def help_export(out: Path) -> None:
    """Write the providers as Open Referral HSDS 3.0 (a JSON package) to the file OUT."""
    library = terminal.library()
    try:
        out.write_text(hsds.text(library), "utf-8")
    except OSError as error:
        raise CommandError(f"{out} cannot be written: {error.strerror}") from None
    click.echo(f"{len(library.providers)} organizations in {out}")


@click.command("help-diff")
@click.argument("table", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def help_diff(table: Path) -> None:
    """Compare the providers with a CSV table (name, phone, url, email, state, court, languages). Changes no file.

    Each line is a proposed change: check it on the provider's own page first.
    """
    library = terminal.library()
    try:
        rows = read_table(table)
    except (OSError, ValueError) as error:
        raise CommandError(f"{table}: {error}") from None
    for line in proposals(library, rows):
        click.echo(line)
