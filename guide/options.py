"""Options that several commands share."""

from __future__ import annotations

import datetime as dt

import click


class Day(click.ParamType[dt.date]):
    """A day as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        try:
            return dt.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"`{value}` is no day: write one that exists as YYYY-MM-DD", param, ctx)


today_option = click.option("--today", type=Day(), help="Pretend that it is this day, for tests and to look ahead.")
