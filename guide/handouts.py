"""Handouts as PDF: the pages for paper, printed by Chromium from the site itself, at build time."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click
from werkzeug.serving import make_server

from guide.web import create_app
from guide.web.settings import Settings

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
    settings = Settings.from_environment()
    settings = replace(settings, address=address.rstrip("/") or settings.address)
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        click.echo(f"no browser to print with: install one of {', '.join(BROWSERS)}", err=True)
        raise SystemExit(UNUSABLE)
    out.mkdir(parents=True, exist_ok=True)
    with _served(settings) as (served, known):
        for lang in langs or known:
            if not set(lang.split("+")) <= set(known):
                click.echo(f"`{lang}` is no language or pair of ours; we have {', '.join(known)}", err=True)
                raise SystemExit(UNUSABLE)
            for kind in kinds or KINDS:
                pdf = out / f"{kind}.{lang}.pdf"
                _print(browser, f"{served}/{lang}/{kind}", pdf)
                click.echo(pdf)


@contextmanager
def _served(settings: Settings) -> Iterator[tuple[str, list[str]]]:
    """The site on a free port of this machine, for as long as the printing takes; and its languages."""
    app = create_app(settings)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.port}", list(app.extensions["shelf"].library.languages)
    finally:
        server.shutdown()


def _print(browser: str, url: str, pdf: Path) -> None:
    """Prints one page, tagged for screen readers; raises CalledProcessError where the browser fails."""
    with tempfile.TemporaryDirectory() as profile:
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
        options = ["--no-pdf-header-footer", "--export-tagged-pdf", f"--print-to-pdf={pdf}", url]
        subprocess.run([*command, *options], check=True, capture_output=True, timeout=LONGEST)
