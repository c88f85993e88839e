"""What a response weighs: its bytes in brotli, as the site sends its pages and static files.

Names of assets count with a hash of their name, not of their content, so that a change of a
style sheet does not change the weight of a page.
"""

from __future__ import annotations

from functools import lru_cache

import brotli

from support.asset_names_aside import steady
from support.requests_of_site import Answer

QUALITY = 11  # as ready pages are sent; lower ones jump by some percent for no reason
PAGES, SHEETS, SCRIPTS = "page", "style sheet", "script"
# By how much each kind may grow: as a share of what it was.
ROOM = {PAGES: 0.01, SHEETS: 0.10, SCRIPTS: 0.10}
KINDS = {"text/html": PAGES, "text/css": SHEETS, "text/javascript": SCRIPTS, "application/javascript": SCRIPTS}


def kind_of(answer: Answer) -> str | None:
    """Return the kind of a response: page, style sheet or script; None for everything else."""
    return KINDS.get(answer.kind)


def weight(answer: Answer) -> int:
    """Return the size of a text response in brotli, in bytes."""
    return _packed(steady(answer.text))


@lru_cache(maxsize=1000)
def _packed(text: str) -> int:
    return len(brotli.compress(text.encode(), quality=QUALITY))
