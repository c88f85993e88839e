"""QR codes on pages for paper."""

from __future__ import annotations

import segno
from markupsafe import Markup, escape

from guide.web.state import state


def code_for(path: str, label: str) -> Markup:
    """Return a QR code that opens a page; empty if the public address (GUIDE_ADDRESS) is not set.

    The drawing itself has the `label`: a label of an element around it leaves a figure without a text in the PDF.
    """
    if not state().address:
        return Markup("")
    drawing = segno.make(state().address + path, micro=False).svg_inline(omitsize=True, border=4)
    return Markup(f'<svg role="img" aria-label="{escape(label)}"{drawing.removeprefix("<svg")}')
