"""/.well-known/security.txt (RFC 9116): whom to tell about a weakness of this copy."""

from __future__ import annotations

import datetime as dt

from flask import Blueprint, Response, abort

from guide.web import headers
from guide.web.state import SiteState, state

blueprint = Blueprint("security_txt", __name__)
PATH = "/.well-known/security.txt"
# RFC 9116 recommends less than a year. A copy that nobody looks after must not promise a reader for long.
VALID_DAYS = 180


@blueprint.get(PATH)
def security_txt() -> Response:
    """Return the file; without a contact there is none, since RFC 9116 requires one."""
    here = state()
    if not here.library.site.contact:
        abort(404)
    return headers.page("".join(f"{line}\n" for line in _lines(here)), "text/plain", cache=True)


def _lines(here: SiteState) -> list[str]:
    contact = here.library.site.contact
    assert contact is not None
    expires = here.today() + dt.timedelta(days=VALID_DAYS)
    return [
        f"Contact: {f'mailto:{contact.address}' if contact.address else f'tel:{contact.number}'}",
        f"Expires: {expires.isoformat()}T00:00:00Z",
        # The language that the editors write in. That somebody reads the others too is not known.
        f"Preferred-Languages: {here.english.language.code}",
        *([f"Canonical: {here.address}{PATH}"] if here.address else []),
    ]
