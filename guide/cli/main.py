"""The command `guide`; each subcommand has its own module."""

from __future__ import annotations

import click

from guide.cli.check import check
from guide.cli.checked import checked
from guide.cli.diff import diff
from guide.cli.explain import explain_command
from guide.cli.export import export
from guide.cli.find import find
from guide.cli.graph import graph
from guide.cli.handout import handout
from guide.cli.kit import kit
from guide.cli.legal_help import help_diff, help_export
from guide.cli.serve import serve
from guide.cli.terminal import Commands
from guide.cli.translate import translate


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Know the Guidelines: a plain-language guide that stores no personal data.

    GUIDE_ROOT: the folder of content/, translations/ and static/ (default: the checkout).
    """


for command in (
    explain_command,
    check,
    graph,
    help_export,
    help_diff,
    handout,
    export,
    kit,
    diff,
    checked,
    find,
    serve,
    translate,
):
    main.add_command(command)
