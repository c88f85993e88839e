"""`guide find`: the file of a text whose code a reader named."""

from __future__ import annotations

import click

from guide.cli import terminal
from guide.cli.options import CommandError
from guide.loader.text_codes import text_code
from guide.model.texts import entries


@click.command()
@click.argument("name", metavar="CODE")
def find(name: str) -> None:
    """Print file, line and title of the text with this CODE, as "Is something wrong here?" shows it.

    It is also the short code in a link to an explanation. Exit status 2 if no text has it.
    """
    wanted = name.strip().lower()
    found = [text for text in entries(terminal.library()) if text_code(text.owner) == wanted]
    if not found:
        raise CommandError(f"no text has the code `{name}`: it may have been removed, or the code is misspelled.")
    # Some files are one entry with many parts, which share its code: the first one is its beginning.
    click.echo(f"{found[0].path}:{found[0].line}: {found[0].text}")
