"""Handouts as PDF: the pages for paper, printed by Chromium from the site itself, at build time."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path
from urllib.request import urlopen

import click

from guide.options import today_option

KINDS = ("handout", "handout-long", "question-sheet")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LONGEST = 120  # seconds for one PDF: a browser that hangs must not hang a build
UNUSABLE = 2


@click.command()
@click.option("--lang", "langs", multiple=True, help="a language, or a pair such as es+en; default: each language")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="default: all three")
@click.option("--address", default="", help="the public address of the site, for the code that a camera reads")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="default: where the site offers them")
@today_option
def handout(
    langs: tuple[str, ...], kinds: tuple[str, ...], address: str, out: Path | None, today: dt.date | None
) -> None:
    """Print handouts and blank question sheets as PDF. Needs Chromium.

    Without --lang one file for each language; a pair of languages only when it is named: --lang es+en. The site offers
    the files of build/handouts on its page for advocates, as long as their pages still say the same: run this again
    after each change of the content, with the GUIDE_ADDRESS of the site.
    """
    # Only this command needs the site itself: the others must not wait for Flask.
    from guide.web import pdfs
    from guide.web.local import served
    from guide.web.settings import Settings

    settings = Settings.from_environment()
    settings = replace(settings, address=address.rstrip("/") or settings.address)
    settings = replace(settings, today=lambda: today) if today else settings
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        click.echo(f"no browser to print with: install one of {', '.join(BROWSERS)}", err=True)
        raise SystemExit(UNUSABLE)
    out = out or settings.handouts
    out.mkdir(parents=True, exist_ok=True)
    with served(settings) as (site, known):
        for lang in langs or known:
            if not set(lang.split("+")) <= set(known):
                click.echo(f"`{lang}` is no language or pair of ours; we have {', '.join(known)}", err=True)
                raise SystemExit(UNUSABLE)
            for kind in kinds or KINDS:
                page, pdf = f"{site}/{lang}/{kind}", out / pdfs.name(kind, lang)
                # An old file must not get the mark of today's page when the browser fails.
                pdf.unlink(missing_ok=True)
                _print(browser, page, pdf)
                if not pdf.is_file() or not pdf.stat().st_size:
                    click.echo(f"{browser} made no {pdf}", err=True)
                    raise SystemExit(UNUSABLE)
                with urlopen(page) as answer:  # our own server, on this machine
                    pdf.with_name(f"{pdf.name}.sha256").write_text(pdfs.mark(answer.read()) + "\n", "utf-8")
                click.echo(pdf)


def _print(browser: str, url: str, pdf: Path) -> None:
    """Prints one page, tagged for screen readers; raises CalledProcessError where the browser fails."""
    with tempfile.TemporaryDirectory() as profile:
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
        options = ["--no-pdf-header-footer", "--export-tagged-pdf", f"--print-to-pdf={pdf}", url]
        subprocess.run([*command, *options], check=True, capture_output=True, timeout=LONGEST)
