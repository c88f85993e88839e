"""The kits as downloads: the guide as one file for a device without a network."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, abort

from guide.web import headers
from guide.web.kit import made
from guide.web.kit.made import Kit
from guide.web.state import state, where
from guide.web.urls import Where, plain_path

blueprint = Blueprint("kits", __name__)


def offered(here: Where) -> list[Kit]:
    """Return the kits that a page offers: in its language, or in each of its two. An export may have none."""
    exported = state().exported
    if exported is not None and "kits" not in exported:
        return []
    return [made.kit((code,)) for code in here.pair or (here.language.code,)]


def path_of(codes: Sequence[str]) -> str:
    """Return the path of the kit in one language."""
    return plain_path(codes, f"{made.FOLDER}/{made.file_name(codes)}")


@blueprint.get(f"/<any_language:lang>/{made.FOLDER}/<name>.html")
def kit(name: str) -> headers.MarkedResponse:
    codes = (where().language.code,)
    file = made.file_name(codes)
    if f"{name}.html" != file:
        abort(404)
    found = made.kit(codes)
    response = headers.page(found.body.decode(), cache=True)
    response.headers["Content-Disposition"] = f'attachment; filename="{file}"'
    response.headers.update(headers.NOT_INDEXED)
    # Some apps show a download in place: then the policy of the file holds, as without a server.
    response.policy = f"{found.policy}; frame-ancestors 'none'"
    return response
