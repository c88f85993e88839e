"""/privacy/proof.json: what `make proof` found, as it wrote it. Registered only if there is such a file."""

from __future__ import annotations

from flask import Blueprint, Response

from guide.web import headers
from guide.web.state import state

blueprint = Blueprint("proof", __name__)


@blueprint.get("/privacy/proof.json")
def proof() -> Response:
    made = state().proof
    assert made is not None
    return headers.page(made.body, "application/json", cache=True)
