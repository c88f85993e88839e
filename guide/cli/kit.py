"""`guide kit`: the guide for a device without a network, as one HTML file in one language or two."""

from __future__ import annotations

import datetime as dt
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli import terminal
from guide.cli.options import CommandError, today_option

if TYPE_CHECKING:
    from guide.web.kit.made import Kit

PAIR = "+"
OUT = Path("build", "kits")


@click.command()
@click.option("--lang", "langs", multiple=True, help="a language, or a pair such as es+en; default: each language")
@click.option("--address", default="", help="the public address of the site, for links and the QR code")
@today_option
@click.option("--out", type=click.Path(path_type=Path), default=OUT, show_default=True, help="the folder to write into")
def kit(langs: tuple[str, ...], address: str, today: dt.date | None, out: Path) -> None:
    """Write the kit: one HTML file that opens from a message or a memory card, with no network.

    It has the urgent pages, the papers, the cards, legal help by state, the questions and the warnings of today. The
    same content, --address and --today give the same bytes.
    """
    # Imported here because only this command needs Flask, which is slow to import.
    from guide.web.app import create_app

    settings = terminal.settings(address, today, notice=False)
    chosen = _chosen(langs)
    began = time.monotonic()
    app = create_app(settings)
    with app.app_context(), terminal.progress(chosen, len(chosen), "Kits") as codes_of_each:
        written = [_write(codes, out) for codes in codes_of_each]
    _table(written, time.monotonic() - began)


def _chosen(langs: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the languages and pairs to write. Raises CommandError for an unknown one."""
    known = terminal.library().languages
    chosen = [tuple(lang.split(PAIR)) for lang in langs or known]
    for codes in chosen:
        if not set(codes) <= set(known) or len(codes) > 2 or len(set(codes)) < len(codes):
            raise CommandError(f"unknown language or pair `{PAIR.join(codes)}`; use one of: {', '.join(known)}")
    return chosen


def _write(codes: tuple[str, ...], out: Path) -> tuple[Path, Kit]:
    """Write a kit beside its name and rename it, so that no half of one is there. Raises CommandError."""
    from guide.web.kit import made

    found = made.kit(codes)
    path = out / made.file_name(codes)
    beside = path.with_name(f".{path.name}.part")
    try:
        out.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(found.body)
        os.replace(beside, path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise CommandError(f"{path} cannot be written: {error.strerror}.") from None
    return path, found


def _table(written: list[tuple[Path, Kit]], seconds: float) -> None:
    """Print each file with its bytes and its checksum; one that is larger than promised says so."""
    for path, each in written:
        large = f"  more than {each.most // 1000} kB" if len(each.body) > each.most else ""
        click.echo(f"{path}  {len(each.body)} bytes  sha256 {each.sha256}{large}")
    total = round(sum(len(each.body) for _, each in written) / 1000)
    click.echo(f"together: {len(written)} files, {total} kB, in {seconds:.0f} s")
