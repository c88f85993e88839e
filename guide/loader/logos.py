"""Checks a logo: a small image without scripts, external resources or styles."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from lxml import etree

from guide.loader.logo_drawing import draws_too_much, problems_of_attribute
from guide.model.partner import Logo, LogoFormat
from guide.model.problems import Report

LARGEST = 40_000  # bytes
LONGEST_SIDE = 2048  # pixels: a small file can contain an image that fills the memory of a phone
PNG = b"\x89PNG\r\n\x1a\n"
SVG = "{http://www.w3.org/2000/svg}"
# The allowed SVG elements. Others are rejected: script, foreignObject, style, image, animations, links.
DRAWN = "svg g defs title desc path rect circle ellipse line polyline polygon use symbol clipPath mask"
ELEMENTS = frozenset([*DRAWN.split(), "linearGradient", "radialGradient", "stop"])
VIEW_BOX = re.compile(r"\s*0[\s,]+0[\s,]+(\d{1,5}(?:\.\d+)?)[\s,]+(\d{1,5}(?:\.\d+)?)\s*")


def logo(content: bytes, ending: LogoFormat, report: Report) -> Logo | None:
    """Check the bytes of a .png or .svg file. Return the logo, or None after reporting why it cannot be used."""
    if len(content) > LARGEST:
        message = f"the logo has {len(content)} bytes"
        report.add(1, "big-logo", message, f"make it smaller: at most {LARGEST} bytes")
        return None
    size = _png(content, report) if ending == LogoFormat.PNG else _svg(content, report)
    return Logo(ending, content, *size) if size else None


def _png(content: bytes, report: Report) -> tuple[int, int] | None:
    if not content.startswith(PNG) or content[12:16] != b"IHDR" or len(content) < 24:
        report.add(1, "bad-logo", "not a PNG image", "save it as PNG, or as SVG")
        return None
    width, height = struct.unpack(">II", content[16:24])
    return _size(width, height, 1, report)


def _size(width: float, height: float, line: int, report: Report) -> tuple[int, int] | None:
    if min(width, height) < 1 or max(width, height) > LONGEST_SIDE:
        fix = f"make both sides 1 to {LONGEST_SIDE}"
        report.add(line, "bad-logo", f"the logo is {width:g} by {height:g}", fix)
        return None
    return round(width), round(height)


def _svg(content: bytes, report: Report) -> tuple[int, int] | None:
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        report.add(error.lineno or 1, "bad-logo", "not an SVG image", "save it as SVG again, or as PNG")
        return None
    found = [*_around(root), *(problem for element in root.iter() for problem in _problems_in(element))]
    for line, what in found:
        report.add(line, "unsafe-logo", f"the logo has {what}", "remove it, or save the logo as PNG")
    if not found and (what := draws_too_much(root)):
        report.add(1, "heavy-logo", f"the logo has {what}", "draw each part once, or save the logo as PNG")
        return None
    if found:
        return None
    box = VIEW_BOX.fullmatch(root.get("viewBox", ""))
    if root.tag != f"{SVG}svg" or not box:
        report.add(1, "bad-logo", "the logo has no size", 'start it with `<svg viewBox="0 0 WIDTH HEIGHT">`')
        return None
    return _size(float(box[1]), float(box[2]), 1, report)


def _around(root: etree._Element) -> Iterator[tuple[int, str]]:
    """Yield what surrounds the root element: a document type can define entities, an instruction can load a style."""
    if root.getroottree().docinfo.doctype:
        yield 1, "a document type"
    for node in (*root.itersiblings(preceding=True), *root.itersiblings()):
        if not isinstance(node, etree._Comment):
            yield node.sourceline or 1, "a processing instruction beside the root element"


def _problems_in(element: etree._Element) -> Iterator[tuple[int, str]]:
    """Yield everything in one element that could run code, load a resource or change styles."""
    line = element.sourceline or 1
    if isinstance(element, etree._Comment):
        return
    if not isinstance(element.tag, str) or element.tag.removeprefix(SVG) not in ELEMENTS:
        name = etree.QName(element).localname if isinstance(element.tag, str) else "instruction"
        yield line, f"the element `{name}`"
        return
    for key, value in element.attrib.items():
        yield from ((line, what) for what in problems_of_attribute(str(key), str(value)))
