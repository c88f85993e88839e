"""`guide translate`: commands for translators."""

from __future__ import annotations

import sys

import click

from guide.cli import terminal
from guide.i18n import messages
from guide.lint.parity import changed
from guide.lint.translations import missing, translations, unfit


@click.group()
def translate() -> None:
    """Update and check the catalogs in translations/."""


@translate.command()
def update() -> None:
    """Update every catalog to the current English. Changed texts become fuzzy."""
    library, root = terminal.library(), terminal.translations()
    for language in messages.targets(library):
        messages.update(root, language, library)
        untranslated = len(messages.untranslated(root, language, library))
        click.echo(f"{language.code}: {untranslated} texts to translate")


@translate.command()
def check() -> None:
    """List texts without a current translation, and invalid translations; exit status 1 if there are any."""
    library, root = terminal.library(), terminal.translations()
    problems = [problem for each in translations(root, library) for problem in (*unfit(each), *changed(each))]
    terminal.print_problems(found := [*missing(root, library), *problems])
    sys.exit(1 if found else 0)
