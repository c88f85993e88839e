"""Handouts as PDF: the pages for paper, printed by Chromium from the site itself, at build time."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

import click

KINDS = ("handout", "handout-long", "question-sheet")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LONGEST = 120  # seconds for one PDF: a browser that hangs must not hang a build
UNUSABLE = 2


@click.command()
@click.option("--lang", "langs", multiple=True, help="a language, or a pair such as es+en; default: each language")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="default: all three")
@click.option("--address", default="", help="the public address of the site, for the code that a camera reads")
@click.option("--out", default="build/handouts", type=click.Path(file_okay=False, path_type=Path), show_default=True)
def handout(langs: tuple[str, ...], kinds: tuple[str, ...], address: str, out: Path) -> None:
    """Print handouts and blank question sheets as PDF. Needs Chromium.

    Without --lang one file for each language; a pair of languages only when it is named: --lang es+en.
    """
    # Only this command needs the site itself: the others must not wait for Flask.
    from guide.web.local import served
    from guide.web.settings import Settings

    settings = Settings.from_environment()
    settings = replace(settings, address=address.rstrip("/") or settings.address)
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        click.echo(f"no browser to print with: install one of {', '.join(BROWSERS)}", err=True)
        raise SystemExit(UNUSABLE)
    out.mkdir(parents=True, exist_ok=True)
    with served(settings) as (site, known):
        for lang in langs or known:
            if not set(lang.split("+")) <= set(known):
                click.echo(f"`{lang}` is no language or pair of ours; we have {', '.join(known)}", err=True)
                raise SystemExit(UNUSABLE)
            for kind in kinds or KINDS:
                pdf = out / f"{kind}.{lang}.pdf"
                _print(browser, f"{site}/{lang}/{kind}", pdf)
                click.echo(pdf)


def _print(browser: str, url: str, pdf: Path) -> None:
    """Prints one page, tagged for screen readers; raises CalledProcessError where the browser fails."""
    with tempfile.TemporaryDirectory() as profile:
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
        options = ["--no-pdf-header-footer", "--export-tagged-pdf", f"--print-to-pdf={pdf}", url]
        subprocess.run([*command, *options], check=True, capture_output=True, timeout=LONGEST)
