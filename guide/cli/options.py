"""What the options of the command line may hold; each that is wrong is refused in one sentence."""

from __future__ import annotations

import datetime as dt
import ipaddress
import os
import re
from typing import TypeVar

import click

UNUSABLE = 2  # the exit status for options, settings and files that cannot be used
LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
# Not all digits at its end: that is an address of which a part is wrong.
HOST_NAME = re.compile(rf"(?!(?:.*\.)?[0-9]+$){LABEL}(?:\.{LABEL})*", re.IGNORECASE)
WHOLE = re.compile(r"[0-9]{1,9}", re.A)
HIGHEST_PORT = 65_535
FEWEST, MOST = 2, 8  # workers, where nobody says how many: one that died must not be the only one
Value = TypeVar("Value")


class CommandError(click.ClickException):
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


class Host(click.ParamType[str]):
    """An address of this machine, or a name of it."""

    name = "ADDRESS"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        host = str(value)
        try:
            ipaddress.ip_address(host)
        except ValueError:
            if not HOST_NAME.fullmatch(host):
                raise CommandError(f"HOST is {host!r}: write an address such as 127.0.0.1 or ::1, or a name.") from None
        return host


class Whole(click.ParamType[int]):
    """A whole number from `least` to `most`, for the option or setting that is called `what`."""

    name = "NUMBER"

    def __init__(self, what: str, least: int, most: int) -> None:
        self.what = what
        self.least = least
        self.most = most

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if not WHOLE.fullmatch(str(value)) or not self.least <= int(str(value)) <= self.most:
            span = f"a whole number from {self.least} to {self.most}"
            raise CommandError(f"{self.what} is {str(value)!r}: write {span}.")
        return int(str(value))


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def usual_workers() -> int:
    return min(max(cores(), FEWEST), MOST)


def most_workers() -> int:
    return 2 * max(cores(), FEWEST)


host_option = click.option(
    "--host", type=Host(), default="127.0.0.1", envvar="HOST", show_default=True, help="The address to listen on."
)
port_option = click.option(
    "--port",
    type=Whole("PORT", 1, HIGHEST_PORT),
    default=8000,
    envvar="PORT",
    show_default=True,
    help="The port to listen on.",
)
workers_option = click.option(
    "--workers",
    type=Whole("--workers", 1, most_workers()),
    default=usual_workers(),
    show_default="one for each core, 2 to 8",
    help="How many processes answer.",
)
today_option = click.option("--today", type=Day(), help="Pretend that it is this day, for tests and to look ahead.")
# For our own tests: hundreds of them compare pages as readers see them.
no_clock_notice_option = click.option("--no-clock-notice", is_flag=True, hidden=True)
