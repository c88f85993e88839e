"""The command `guide`: one file for each of its commands."""

from __future__ import annotations

import click

from guide.cli.check import check
from guide.cli.checked import checked
from guide.cli.diff import diff
from guide.cli.explain import explain_command
from guide.cli.graph import graph
from guide.cli.handout import handout
from guide.cli.legal_help import help_diff, help_export
from guide.cli.serve import serve
from guide.cli.terminal import Commands
from guide.cli.translate import translate


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Know the Guidelines: a plain-language guide that keeps nothing about anybody.

    GUIDE_ROOT names the folder of content/, translations/ and static/ when it is not the checkout.
    """


for command in (explain_command, check, graph, help_export, help_diff, handout, diff, checked, serve, translate):
    main.add_command(command)
