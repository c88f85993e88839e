"""`guide handout`: prints the paper pages of the site as PDF with Chromium, at build time."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from guide.cli import chromium, terminal
from guide.cli.options import CommandError, no_clock_notice_option, today_option
from guide.web.pages_table import ON_PAPER


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
    from guide.web.app import create_app
    from guide.web.temporary_server import served

    settings = terminal.settings(address, today, notice=not no_clock_notice)
    browser = chromium.browser()
    out = out or settings.handouts
    out.mkdir(parents=True, exist_ok=True)
    with served(create_app(settings)) as (site, known):
        for lang in langs or known:
            if not set(lang.split(urls.PAIR)) <= set(known):
                raise CommandError(f"unknown language or pair `{lang}`; use one of: {', '.join(known)}")
            for kind in kinds or ON_PAPER:
                pdf = out / handout_files.name(kind, lang)
                url = f"{site}{urls.plain_path(lang.split(urls.PAIR), kind)}"
                page = chromium.printed(browser, url, pdf, settings.today())
                pdf.with_name(f"{pdf.name}.sha256").write_text(handout_files.page_fingerprint(page) + "\n", "utf-8")
                click.echo(pdf)
