"""What the options of the command line may hold; each that is wrong is refused in one sentence."""

from __future__ import annotations

import datetime as dt

import click

UNUSABLE = 2  # the exit status for options, settings and files that cannot be used


class Refused(click.ClickException):
    """Ends a command with one sentence on standard error and the exit status 2."""

    exit_code = UNUSABLE

    def show(self, file: object = None) -> None:
        click.echo(self.message, err=True)


class Day(click.ParamType[dt.date]):
    """A day as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        try:
            return dt.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"`{value}` is no day: write one that exists as YYYY-MM-DD", param, ctx)


today_option = click.option("--today", type=Day(), help="Pretend that it is this day, for tests and to look ahead.")
