"""The page for clinics: the embed code to paste, and a way to check it."""

from __future__ import annotations

from guide.loader.contrast import least_contrast
from guide.web.rendering import Page
from guide.web.urls import Where
from guide.web.views import embed


def clinics(where: Where) -> Page:
    given = {"every_frame": embed.FRAME, "frame_of": embed.frame, "contrast": least_contrast}
    return Page("clinics.html", given, self_frames=True)
