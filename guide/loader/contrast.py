"""The WCAG 2 contrast of a color against the backgrounds of the site."""

from __future__ import annotations

LEAST_CONTRAST = 4.5
# The two backgrounds in static/css/tokens.css, page and card, in the light and the dark scheme.
GROUNDS = {"light": ("#faf7f1", "#ffffff"), "dark": ("#191614", "#24201d")}


def least_contrast(colour: str, scheme: str) -> float:
    """Return the lowest contrast of a color (#rrggbb) against the backgrounds of a scheme (light, dark): 1 to 21."""
    return min(contrast(colour, ground) for ground in GROUNDS[scheme])


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colors (#rrggbb): 1 to 21. Source: WCAG 2.2, "contrast ratio"."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
