"""Chromium as a printer: pages of a local site as tagged PDF files."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from urllib.request import urlopen

from guide.cli.options import CommandError
from guide.web.handout_files import PRINTER

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LONGEST = 120  # timeout for one PDF, in seconds
# The only bytes that differ between two prints of the same page: dates, and the ids of cells of tables, which Chromium
# counts from another number when other elements of the page were there first.
ID = re.compile(rb"(?<=\(node)\d{8}(?=\))")
DATES = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}[+-]\d\d'\d\d'")


def browser() -> str:
    """Return the path of the browser. Raises CommandError if none is installed."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        raise CommandError(f"no browser found: install one of {', '.join(BROWSERS)}")
    return found


def printed(browser: str, url: str, pdf: Path, day: dt.date) -> bytes:
    """Write the PDF of a page, dated on `day`, and return the HTML of the page.

    Raises CommandError if the browser wrote no file, CalledProcessError if it failed.
    """
    # If the browser fails, an old file must not get the fingerprint of the current page.
    pdf.unlink(missing_ok=True)
    _print(browser, url, pdf)
    if not pdf.is_file() or not pdf.stat().st_size:
        raise CommandError(f"{browser} did not write {pdf}")
    pdf.write_bytes(always_the_same(pdf.read_bytes(), day))
    with urlopen(url) as answer:  # the local server
        return bytes(answer.read())


def always_the_same(pdf: bytes, day: dt.date) -> bytes:
    """Return a PDF with this date and ids counted from 1. No length changes: a PDF names the offsets of its objects."""
    stamp = f"{day:%Y%m%d}000000+00'00'".encode()
    # In the order of the old ids, which a PDF lists in order.
    ids = {old: b"%08d" % number for number, old in enumerate(sorted(set(ID.findall(pdf))), start=1)}
    return ID.sub(lambda match: ids[match[0]], DATES.sub(lambda match: match[1] + stamp, pdf))


def _print(browser: str, url: str, pdf: Path) -> None:
    """Print one page as a tagged (accessible) PDF with an outline. Raises CalledProcessError if the browser fails."""
    with tempfile.TemporaryDirectory() as profile:
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
        # A tagged PDF is not yet PDF/UA: no tool here checks that, so the file does not claim it.
        options = ["--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline"]
        options += [f"--user-agent={PRINTER}", f"--print-to-pdf={pdf}", url]
        subprocess.run([*command, *options], check=True, capture_output=True, timeout=LONGEST)
