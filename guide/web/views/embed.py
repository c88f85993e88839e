"""Iframes that embed pages of the guide in other sites."""

from __future__ import annotations

from markupsafe import Markup

# The attributes of every frame, created by oEmbed, embed.js or the snippet of the page for clinics.
FRAME = {
    "loading": "lazy",
    "sandbox": "allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox",
    "allow": "web-share; clipboard-write",
    "referrerpolicy": "no-referrer",
    # A border would overflow a container of the same width; WordPress removes styles, so this is an attribute.
    "frameborder": "0",
}


def frame(**attributes: str | int) -> Markup:
    """Return the HTML of a frame with these attributes and those of every frame."""
    each = (Markup(' {}="{}"').format(name, value) for name, value in (attributes | FRAME).items())
    return Markup("<iframe{}></iframe>").format(Markup("").join(each))
