"""Contrast of a colour against what the pages stand on, as WCAG 2 computes it."""

from __future__ import annotations

LEAST_CONTRAST = 4.5
# Paper and card, in static/css/tokens.css, in light and in dark.
GROUNDS = {"light": ("#faf7f1", "#ffffff"), "dark": ("#191614", "#24201d")}


def least_contrast(colour: str, scheme: str) -> float:
    """The contrast of a colour (#rrggbb) against the ground of a scheme (light, dark) where it is weakest: 1 to 21."""
    return min(contrast(colour, ground) for ground in GROUNDS[scheme])


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (#rrggbb): 1 to 21. Source: WCAG 2.2, "contrast ratio"."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
