"""QR codes on pages for paper."""

from __future__ import annotations

from functools import lru_cache

import segno
from markupsafe import Markup, escape

from guide.web.state import state


@lru_cache(maxsize=64)
def _drawn(url: str) -> str:
    return segno.make(url, micro=False).svg_inline(omitsize=True, border=4)


def code_for(path: str, label: str) -> Markup:
    """Return a QR code that opens a page; empty if the public address (GUIDE_ADDRESS) is not set.

    The drawing itself has the `label`: a label of an element around it leaves a figure without a text in the PDF.
    """
    if not state().address:
        return Markup("")
    drawing = _drawn(state().address + path)
    return Markup(f'<svg role="img" aria-label="{escape(label)}"{drawing.removeprefix("<svg")}')
