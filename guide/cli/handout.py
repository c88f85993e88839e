"""`guide handout`: prints the paper pages of the site as PDF with Chromium, at build time."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import tempfile
from pathlib import Path
from urllib.request import urlopen

import click

from guide.cli import terminal
from guide.cli.options import CommandError, no_clock_notice_option, today_option
from guide.web.pages_table import ON_PAPER

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LONGEST = 120  # timeout for one PDF, in seconds


@click.command()
@click.option("--lang", "langs", multiple=True, help="a language, or a pair such as es+en; default: each language")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(ON_PAPER), help="default: all")
@click.option("--address", default="", help="the public address of the site, for the QR code")
@today_option
@no_clock_notice_option
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="default: the folder from which the site offers them",
)
def handout(
    langs: tuple[str, ...],
    kinds: tuple[str, ...],
    address: str,
    today: dt.date | None,
    no_clock_notice: bool,
    out: Path | None,
) -> None:
    """Print handouts and blank question sheets as PDF. Needs Chromium.

    Without --lang, one file for each language; name a pair of languages explicitly: --lang es+en. The site offers the
    files of build/handouts on its page for advocates if they match the current pages: run this again after each
    change of the content, with the GUIDE_ADDRESS of the site.
    """
    # Imported here because only this command needs Flask, which is slow to import.
    from guide.web import handout_files, urls
    from guide.web.temporary_server import served

    settings = terminal.settings(address, today, notice=not no_clock_notice)
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        raise CommandError(f"no browser found: install one of {', '.join(BROWSERS)}")
    out = out or settings.handouts
    out.mkdir(parents=True, exist_ok=True)
    with served(settings) as (site, known):
        for lang in langs or known:
            if not set(lang.split(urls.PAIR)) <= set(known):
                raise CommandError(f"unknown language or pair `{lang}`; use one of: {', '.join(known)}")
            for kind in kinds or ON_PAPER:
                pdf = out / handout_files.name(kind, lang)
                page = _made(browser, f"{site}{urls.plain_path(lang.split(urls.PAIR), kind)}", pdf)
                pdf.with_name(f"{pdf.name}.sha256").write_text(handout_files.page_fingerprint(page) + "\n", "utf-8")
                click.echo(pdf)


def _made(browser: str, url: str, pdf: Path) -> bytes:
    """Write the PDF of a page and return the HTML of the page. Raises CommandError if the browser wrote no file."""
    # If the browser fails, an old file must not get the fingerprint of the current page.
    pdf.unlink(missing_ok=True)
    _print(browser, url, pdf)
    if not pdf.is_file() or not pdf.stat().st_size:
        raise CommandError(f"{browser} did not write {pdf}")
    with urlopen(url) as answer:  # the local server
        return bytes(answer.read())


def _print(browser: str, url: str, pdf: Path) -> None:
    """Print one page as a tagged (accessible) PDF with an outline. Raises CalledProcessError if the browser fails."""
    with tempfile.TemporaryDirectory() as profile:
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
        # A tagged PDF is not yet PDF/UA: no tool here checks that, so the file does not claim it.
        options = ["--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline"]
        options += [f"--print-to-pdf={pdf}", url]
        subprocess.run([*command, *options], check=True, capture_output=True, timeout=LONGEST)
