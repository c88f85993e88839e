"""The command `guide`; each subcommand has its own module, which is imported when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from guide.cli.terminal import Commands

# Their names, with the modules below guide.cli and the functions: `guide serve` starts without what the others need.
COMMANDS = {
    "explain": ("explain", "explain_command"),
    "check": ("check", "check"),
    "graph": ("graph", "graph"),
    "help-export": ("legal_help", "help_export"),
    "help-diff": ("legal_help", "help_diff"),
    "handout": ("handout", "handout"),
    "export": ("export", "export"),
    "kit": ("kit", "kit"),
    "diff": ("diff", "diff"),
    "checked": ("checked", "checked"),
    "find": ("find", "find"),
    "serve": ("serve", "serve"),
    "translate": ("translate", "translate"),
}


class OnUse(Commands):
    """The commands of `COMMANDS`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"guide.cli.{module}"), name)
        return command


@click.group(cls=OnUse, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Know the Guidelines: a plain-language guide that stores no personal data.

    GUIDE_ROOT: the folder of content/, translations/ and static/ (default: the checkout).
    """
