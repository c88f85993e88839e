"""Option types of the command line; an invalid value ends the command with one sentence."""

from __future__ import annotations

import datetime as dt
import ipaddress
import os
import re
from typing import TypeVar

import click

from guide.model.days import calendar_day

UNUSABLE = 2  # the exit status for invalid options, settings and files
LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
# A host name cannot end in a label of digits: that is an invalid IP address.
HOST_NAME = re.compile(rf"(?!(?:.*\.)?[0-9]+$){LABEL}(?:\.{LABEL})*", re.IGNORECASE)
WHOLE = re.compile(r"[0-9]{1,9}", re.A)
HIGHEST_PORT = 65_535
FEWEST, MOST = 2, 8  # the default number of workers; at least 2, so that one remains if one dies
Value = TypeVar("Value")


class CommandError(click.ClickException):
    """An error that ends the command with one sentence on standard error and exit status 2."""

    exit_code = UNUSABLE

    def show(self, file: object = None) -> None:
        click.echo(self.message, err=True)


class Day(click.ParamType[dt.date]):
    """A date as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        try:
            return calendar_day(str(value))
        except ValueError:
            self.fail(f"`{value}` is not a valid date, use YYYY-MM-DD", param, ctx)


class Host(click.ParamType[str]):
    """An IP address or host name of this machine."""

    name = "ADDRESS"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        host = str(value)
        try:
            ipaddress.ip_address(host)
        except ValueError:
            if not HOST_NAME.fullmatch(host):
                raise CommandError(
                    f"HOST is {host!r}: write an IP address such as 127.0.0.1 or ::1, or a host name."
                ) from None
        return host


class Whole(click.ParamType[int]):
    """A whole number from `least` to `most`; `what` is the name of the option or setting in messages."""

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
    """Return the number of CPU cores that this process may use."""
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
    help="The number of worker processes.",
)
today_option = click.option("--today", type=Day(), help="Use this date instead of today's, for tests and previews.")
# For tests that compare pages without the notice.
no_clock_notice_option = click.option("--no-clock-notice", is_flag=True, hidden=True)
