"""The page for clinics: what they paste, and what they check afterwards."""

from __future__ import annotations

from flask import Blueprint, Response, render_template

from guide.loader.contrast import least_contrast
from guide.web import headers
from guide.web.views import embed

blueprint = Blueprint("clinics", __name__)


@blueprint.get("/<any_language:lang>/clinics")
def clinics() -> Response:
    headers.allow_self_frames()
    return headers.cacheable(
        render_template("clinics.html", every_frame=embed.FRAME, frame_of=embed.frame, contrast=least_contrast)
    )
