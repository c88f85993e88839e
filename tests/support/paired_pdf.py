"""The layout of a bilingual page on paper: the positions of its letters, and misplaced paragraphs."""

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

from support.pdf import box, squeezed

# Each numbered paragraph that is on paper: its number, and what is printed in its two cells.
ROWS = """() => {
  const shown = (one) => one.checkVisibility({ contentVisibilityAuto: true });
  const words = (one) => [...one.childNodes].map((node) => node.nodeType === Node.TEXT_NODE ? node.data
    : shown(node) ? words(node) : "").join("");
  return [...document.querySelectorAll("main .pair:has(> .order)")].filter(shown)
    .map((both) => [...both.children].map(words));
}"""


@dataclass(frozen=True)
class Box:
    """A rectangle on a page of a PDF; `page` is None if its letters are on several."""

    page: int
    left: float
    bottom: float
    right: float
    top: float

    def beside(self, other, rtl=False):
        """Return whether the other box follows this one in the same row."""
        after = other.right <= self.left if rtl else self.right <= other.left
        common = min(self.top, other.top) - max(self.bottom, other.bottom)
        lower = min(self.top - self.bottom, other.top - other.bottom)
        return self.page == other.page is not None and after and common >= lower / 2


class Letters:
    """The letters and digits of a PDF in the order of its tags, in which it is read aloud."""

    def __init__(self, pdf):
        found = [each for number, page in enumerate(pdfium.PdfDocument(pdf)) for each in _letters(number, page)]
        self.words = "".join(letter for letter, _ in found)
        self.boxes = [place for _, place in found]

    def misplaced(self, rows, rtl=False):
        """Return the numbers of the rows that are not a number, the first and the second language, side by side."""
        at, wrong = 0, []
        for row in rows:
            number, *cells = (squeezed(_plain(words)) for words in row)
            places = self._places(number, cells, at, rtl)
            if places and all(one.beside(other, rtl) for one, other in pairwise(map(self._around, places))):
                at = places[-1].stop
            else:
                wrong.append(number)
        return wrong

    def _places(self, number, cells, at, rtl):
        """Return where number and cells follow each other, or None.

        With `rtl`, letters may be in any order: PDFium reverses words beside Arabic.
        """
        start = self.words.find(number, at)
        while start >= 0:
            places = [slice(start, start + len(number))]
            for cell in cells:
                places.append(slice(places[-1].stop, places[-1].stop + len(cell)))
            reported = [self.words[place] for place in places[1:]]
            if reported == cells or (rtl and list(map(sorted, reported)) == list(map(sorted, cells))):
                return places
            start = self.words.find(number, start + 1)
        return None

    def _around(self, place):
        boxes = self.boxes[place]
        lefts, bottoms = min(each.left for each in boxes), min(each.bottom for each in boxes)
        rights, tops = max(each.right for each in boxes), max(each.top for each in boxes)
        pages = {each.page for each in boxes}
        return Box(pages.pop() if len(pages) == 1 else None, lefts, bottoms, rights, tops)


def _plain(words):
    """Return letters in their basic forms: a PDF has the forms that they take within a word."""
    return unicodedata.normalize("NFKC", words)


def _letters(number, page):
    """Yield the letters of each passage in the order of the tags, as a screen reader has them, not in drawing order."""
    text, passages = page.get_textpage(), defaultdict(list)
    for index in range(text.count_chars()):
        letters = squeezed(_plain(chr(raw.FPDFText_GetUnicode(text, index))))
        if letters:
            place = Box(number, *box(text, index))
            passage = raw.FPDFPageObj_GetMarkedContentID(raw.FPDFText_GetTextObject(text, index))
            passages[passage] += ((letter, place) for letter in letters)
    tree = raw.FPDF_StructTree_GetForPage(page)
    for branch in range(raw.FPDF_StructTree_CountChildren(tree)):
        for passage in _passages(raw.FPDF_StructTree_GetChildAtIndex(tree, branch)):
            yield from passages[passage]
    raw.FPDF_StructTree_Close(tree)


def _passages(element):
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        if child := raw.FPDF_StructElement_GetChildAtIndex(element, index):
            yield from _passages(child)
        elif (passage := raw.FPDF_StructElement_GetChildMarkedContentID(element, index)) >= 0:
            yield passage
