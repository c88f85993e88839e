"""`guide export`: the whole site as files for any static host."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli import chromium, terminal
from guide.cli.options import CommandError, today_option
from guide.config import Settings

if TYPE_CHECKING:
    from guide.web.export.write import Written

PROCESSES = 2
POCKET = "pocket/"  # the pages whose PDFs pages in two languages link to
EXTRAS = ("pairs", "frames", "kits", "pdfs")
NEEDS_ADDRESS = (
    "Without --address: no canonical addresses, sitemap, feeds, previews of links and QR codes. "
    "Give the address where readers find the files, to have them."
)
NEEDS_HEADERS = (
    "Pages for frames need headers of the host: see `_headers`, `hosting/nginx.conf` and `hosting/Caddyfile` in the "
    "export. Without them any site can frame any page. `embed.js` needs the files at the root of their host."
)


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--address", default="", help="the public address of the files, such as https://guide.example.org")
@click.option("--with", "extras", default="", metavar="LIST", help=f"also, with commas: {', '.join(EXTRAS)}")
@click.option("--with-frames", is_flag=True, help="the same as --with frames")
@today_option
def export(out: Path, address: str, extras: str, with_frames: bool, today: dt.date | None) -> None:
    """Write the whole site as files into the new folder OUT, for any host of files.

    The guide works there as on a server, but it is made on the reader's device only: nothing can be sent to the
    host. The same content and the same --today give the same bytes.
    """
    chosen = _chosen(extras, with_frames)
    # No notice of a stopped clock: each page says of which day it is, and from which day on it is too old.
    settings = terminal.settings(address, today, notice=False)
    began = time.monotonic()
    browser = chromium.browser() if "pdfs" in chosen else ""
    with _folder_for(out) as folder, tempfile.TemporaryDirectory() as pdfs:
        if browser:
            settings = _with_pdfs(settings, chosen, browser, Path(pdfs))
        written = _write(settings, chosen, folder)
    if not settings.address:
        click.echo(NEEDS_ADDRESS)
    if "frames" in chosen:
        click.echo(NEEDS_HEADERS)
    _table(written, time.monotonic() - began)


def _chosen(extras: str, with_frames: bool) -> frozenset[str]:
    """Return what `--with` asks for. Raises CommandError for anything unknown."""
    chosen = {name.strip() for name in extras.split(",") if name.strip()} | ({"frames"} if with_frames else set())
    if unknown := sorted(chosen - set(EXTRAS)):
        raise CommandError(f"unknown `--with {unknown[0]}`; use: {', '.join(EXTRAS)}")
    return frozenset(chosen)


@contextmanager
def _folder_for(out: Path) -> Iterator[Path]:
    """Yield a new folder beside `out`, which becomes `out` at the end. If anything fails, it is removed.

    Raises CommandError if `out` is there and not an empty folder, or cannot be written.
    """
    try:
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise CommandError(f"{out} is not an empty folder: name a new one, or empty it.")
        folder = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.absolute().parent))
    except OSError as error:
        raise CommandError(f"{out} cannot be written: {error.strerror}.") from None
    try:
        yield folder
        folder.chmod(0o755)
        os.replace(folder, out)  # also over an empty folder
    except OSError as error:
        raise CommandError(f"{out} cannot be written: {error.strerror}.") from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _with_pdfs(settings: Settings, extras: frozenset[str], browser: str, folder: Path) -> Settings:
    """Print each page for paper in each language, and in each pair that is exported.

    Return the settings with which the export finds and links them.
    """
    from guide.web import handout_files
    from guide.web.export.site import app_for
    from guide.web.pages_table import ON_PAPER
    from guide.web.temporary_server import served
    from guide.web.urls import PAIR, plain_path

    def printed(codes: tuple[str, ...], kind: str) -> None:
        pdf = folder / handout_files.name(kind, PAIR.join(codes))
        page = chromium.printed(browser, f"{site}{plain_path(codes, kind)}", pdf, settings.today())
        pdf.with_name(f"{pdf.name}.sha256").write_text(handout_files.page_fingerprint(page), "utf-8")

    with served(app_for(settings, extras)) as (site, languages), ThreadPoolExecutor(PROCESSES) as pool:
        of_one = [((language,), kind) for language in languages for kind in ON_PAPER]
        pairs = permutations(languages, 2) if "pairs" in extras else ()
        of_two = [(codes, kind) for codes in pairs for kind in ON_PAPER if kind.startswith(POCKET)]
        waiting = [pool.submit(printed, *each) for each in (*of_one, *of_two)]
        with terminal.progress(as_completed(waiting), len(waiting), "PDFs") as done:
            for future in done:
                future.result()
    return replace(settings, pdfs=folder)


def _write(settings: Settings, extras: frozenset[str], folder: Path) -> Written:
    """Write each part in a process of its own, at most two at once. Raises CommandError for a dead link."""
    from guide.web.export.site import DeadLink
    from guide.web.export.write import Written, write_part

    languages = terminal.library().languages
    written = Written()
    with ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("spawn")) as pool:
        # What all languages share comes last: it is small.
        waiting: dict[Future[Written], str] = {
            pool.submit(write_part, settings, extras, part, folder): part for part in [*languages, ""]
        }
        try:
            with terminal.progress(as_completed(waiting), len(waiting), "Languages") as done:
                for future in done:
                    written.add(future.result())
        except DeadLink as error:
            pool.shutdown(cancel_futures=True)
            raise CommandError(f"{error}.") from None
    return written


def _table(written: Written, seconds: float) -> None:
    """Print what was written, by language."""
    click.echo(f"{'language':<12}{'files':>8}{'kB':>10}")
    for language in sorted(written.files):
        kilobytes = round(written.bytes[language] / 1000)
        click.echo(f"{language or '(all)':<12}{written.files[language]:>8}{kilobytes:>10}")
    total = round(sum(written.bytes.values()) / 1000)
    click.echo(f"{'together':<12}{sum(written.files.values()):>8}{total:>10}  in {seconds:.0f} s")
