"""`guide serve`: runs the web server."""

from __future__ import annotations

import datetime as dt

import click

from guide.cli import terminal
from guide.cli.options import Whole, host_option, no_clock_notice_option, port_option, today_option, workers_option

STORE_MB = 96  # four languages need 15 MB in gzip and 10 in brotli, the pairs 15 more, and the next day the same


@click.command()
@host_option
@port_option
@workers_option
@click.option(
    "--store-mb",
    type=Whole("--store-mb", 8, 4096),
    default=STORE_MB,
    show_default=True,
    help="The memory limit of the page cache in MB, for all processes together.",
)
@click.option(
    "--no-prepare",
    is_flag=True,
    help="Render a page when it is first requested, and compress it in gzip only: for development and tests.",
)
@today_option
@no_clock_notice_option
def serve(
    host: str, port: int, workers: int, store_mb: int, no_prepare: bool, today: dt.date | None, no_clock_notice: bool
) -> None:
    """Serve the site, with no access log. Stop it with Ctrl-C; SIGHUP reads the content again.

    Exit status: 0 after a stop, 1 if it could not start, 2 for an invalid option or setting.
    """
    from guide.web.server.options import Options
    from guide.web.server.supervisor import replace_this_process

    terminal.settings()  # an invalid setting ends the command before anything starts
    fixed = today.isoformat() if today else ""
    try:
        clock_notice, prepare = not no_clock_notice, not no_prepare
        replace_this_process(Options(host, port, workers, store_mb, fixed, clock_notice, prepare))
    except OSError as error:
        click.echo(f"Cannot listen on {host}:{port}: {error.strerror}. Set HOST= or PORT= to another value.", err=True)
        raise SystemExit(1) from None
