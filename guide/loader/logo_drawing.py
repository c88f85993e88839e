"""What an SVG logo may contain: attributes by name, values without resources, and few parts, references followed.

A kilobyte of groups that each use the one before ten times is drawn as millions of shapes, and freezes a browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

DEEPEST = 50  # levels, and references one after the other
MOST_DRAWN = 2000  # parts, with those that `use`, `mask`, `clip-path` and paint draw again
XLINK = "{http://www.w3.org/1999/xlink}href"
HREFS = ("href", XLINK)
_GEOMETRY = "viewBox preserveAspectRatio x y x1 y1 x2 y2 cx cy r rx ry fx fy fr width height d points pathLength offset"
_PAINT = "color fill fill-rule fill-opacity clip-rule clip-path mask opacity stop-color stop-opacity"
_STROKE = "stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity"
_UNITS = "transform gradientTransform gradientUnits spreadMethod clipPathUnits maskUnits maskContentUnits"
_WORDS = "id version role aria-label aria-hidden aria-labelledby lang"
ATTRIBUTES = frozenset(" ".join((_GEOMETRY, _PAINT, _STROKE, _UNITS, _WORDS)).split()) | {
    *HREFS,
    "{http://www.w3.org/XML/1998/namespace}space",
    "{http://www.w3.org/XML/1998/namespace}lang",
}
WORDS = ("aria-label", "id", "aria-labelledby")  # their values are words, which nothing interprets
CALLED = re.compile(r"([\w-]+)\s*\(")
CALLS = frozenset(["url", "rgb", "rgba", "hsl", "hsla", "matrix", "translate", "scale", "rotate", "skewX", "skewY"])
OWN = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)['\"]?\s*\)")


def problems_of_attribute(key: str, value: str) -> Iterator[str]:
    """Yield what is wrong with one attribute of an element."""
    name = etree.QName(key).localname
    if name.lower().startswith("on"):
        yield f"an event handler: `{name}`"
    elif name in ("style", "class"):
        yield f"a style: `{name}`"
    elif key not in ATTRIBUTES:
        yield f"an attribute that a logo does not need: `{name}`"
    elif key in HREFS and not value.startswith("#"):
        yield f"an external link: `{name}`"
    elif name not in WORDS and key not in HREFS and _reaches_out(value):
        yield f"an external resource: `{name}`"


def _reaches_out(value: str) -> bool:
    """Whether a value refers to anything but a part of the image itself. A backslash can hide a reference."""
    return "\\" in value or not CALLS.issuperset(CALLED.findall(value)) or "url" in OWN.sub("", value).lower()


def draws_too_much(root: etree._Element) -> str:
    """Return why the image is too much to draw, or an empty text: a reference in a circle, or too many parts."""
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    known: dict[etree._Element, int] = {}
    open_: set[etree._Element] = set()

    def parts(element: etree._Element) -> int:
        if element in known:
            return known[element]
        if element in open_ or len(open_) > 2 * DEEPEST:
            return MOST_DRAWN + 1
        open_.add(element)
        below = [*element, *(named[id] for id in _references(element) if id in named)]
        known[element] = min(1 + sum(map(parts, below)), MOST_DRAWN + 1)
        open_.discard(element)
        return known[element]

    if _depth(root) > DEEPEST:
        return f"more than {DEEPEST} levels"
    return f"more than {MOST_DRAWN} parts to draw, or a reference in a circle" if parts(root) > MOST_DRAWN else ""


def _depth(root: etree._Element) -> int:
    deepest, left = 0, [(root, 1)]
    while left:
        element, level = left.pop()
        deepest = max(deepest, level)
        left.extend((child, level + 1) for child in element)
    return deepest


def _references(element: etree._Element) -> Iterator[str]:
    for key, value in element.attrib.items():
        if key in HREFS:
            yield str(value).removeprefix("#")
        else:
            yield from OWN.findall(str(value))
