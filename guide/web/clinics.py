"""The page for clinics: what they paste, and what they check afterwards."""

from __future__ import annotations

from flask import Blueprint, Response, render_template

from guide.colours import least_contrast
from guide.web import embed, headers

blueprint = Blueprint("clinics", __name__)


@blueprint.get("/<any_language:lang>/clinics")
def clinics() -> Response:
    headers.shows_ourselves()
    return headers.kept(
        render_template("clinics.html", every_frame=embed.FRAME, frame_of=embed.frame, contrast=least_contrast)
    )
