"""Frames in other sites that show pages of ours."""

from __future__ import annotations

from markupsafe import Markup

# What every frame of ours carries, whoever makes it: oEmbed, embed.js, or the snippet of the page for clinics.
FRAME = {
    "loading": "lazy",
    "sandbox": "allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox",
    "allow": "web-share; clipboard-write",
    "referrerpolicy": "no-referrer",
    # A border would stick out of a place that the frame fills; WordPress lets no style through that could say so.
    "frameborder": "0",
}


def frame(**attributes: str | int) -> Markup:
    """A frame with these attributes and those that every frame has, as HTML."""
    each = (Markup(' {}="{}"').format(name, value) for name, value in (attributes | FRAME).items())
    return Markup("<iframe{}></iframe>").format(Markup("").join(each))
