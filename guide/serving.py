"""The command that serves the site."""

from __future__ import annotations

import datetime as dt
import os

import click

MOST_WORKERS = 16
STORE_MB = 64


def default_workers() -> int:
    """One worker for each core that this process may use, and at least two: one can die, or be slow."""
    return min(max(len(os.sched_getaffinity(0)), 2), MOST_WORKERS)


@click.command()
@click.option("--host", default="127.0.0.1", envvar="HOST", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, envvar="PORT", show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", type=click.IntRange(1, MOST_WORKERS), help="How many processes answer; default: the cores.")
@click.option(
    "--store-mb",
    default=STORE_MB,
    show_default=True,
    type=click.IntRange(8, 4096),
    help="The most memory for ready pages, in MB, for all processes together.",
)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Stop the clock on this day, to look ahead.")
def serve(host: str, port: int, workers: int | None, store_mb: int, today: dt.datetime | None) -> None:
    """Serve the site, with no access log. Stop it with Ctrl-C; SIGHUP reads the content again.

    Exit status: 0 after a stop, 1 when it could not start, 2 for a wrong option.
    """
    from guide.web.server.options import Options
    from guide.web.server.supervisor import replace_this_process

    fixed = today.date().isoformat() if today else ""
    options = Options(host, port, workers or default_workers(), store_mb, fixed)
    try:
        replace_this_process(options)
    except OSError as error:
        click.echo(f"Cannot listen on {host}:{port}: {error.strerror}. Set PORT= to another port.", err=True)
        raise SystemExit(1) from None
