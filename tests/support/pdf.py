"""Pages on paper: printed by Chromium, read by PDFium."""

import ctypes
import re
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from support.browser_steps import fill

FORMATS = ("Letter", "A4")
BOLD = 700  # Chromium's PDFs give 625 for plain text and more for bold
FOOT = 25  # points from below: the number of the page stands here
BREAKS = (2, 10, 13)  # PDFium returns a hyphen at the end of a line as character 2
NEAR = 48  # points: what belongs to a heading begins within this distance

# What is on the screen only.
CHROME = (
    ".exit, .skip, .leave .note, .languages summary span, .languages nav bdi, .footer nav a, "
    ".contents a, main .button"
    ", [data-piece=left-out] summary"
)


@dataclass(frozen=True)
class Line:
    """A line of text on a page, with its edges in points and whether most of it is bold."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    bold: bool


class Paper:
    """A parsed PDF: its pages as lines, and its words without line breaks."""

    def __init__(self, pdf: bytes) -> None:
        document = pdfium.PdfDocument(pdf)
        self.size = document[0].get_size()
        self.pages = [list(_lines(page.get_textpage())) for page in document]
        self.words = squeezed(" ".join(line.text for page in self.pages for line in page if line.bottom > FOOT))
        self.bitmaps = [page.render(scale=0.5, grayscale=True) for page in document]

    def missing(self, texts):
        """Return the texts that are not printed; each may be split once, at the end of a column or a page."""
        return [text for text in texts if not self._holds(squeezed(text))]

    def _holds(self, text):
        there, gone = 0, len(text) + 1
        while gone - there > 1:
            middle = (there + gone) // 2
            there, gone = (middle, gone) if text[:middle] in self.words else (there, middle)
        return text[there:] in self.words

    def dangling(self, headings):
        """Yield (page number, heading) for each heading that no text follows in its column on its page."""
        whole = {squeezed(heading) for heading in headings} - {""}
        for number, lines in enumerate(self.pages, 1):
            for index, line in enumerate(lines, 1):
                ended = (squeezed("".join(each.text for each in lines[max(0, index - n) : index])) for n in range(1, 5))
                if line.bold and not whole.isdisjoint(ended):
                    below = (other for other in lines if other.bottom > FOOT and _follows(line, other))
                    if not any(below):
                        yield number, line.text


def squeezed(text):
    """Return only the letters and digits: line breaks and brackets differ between page and paper."""
    return re.sub(r"[\W_]+", "", text)


def printed(page, format):
    """Print the page in this paper format; return the parsed PDF."""
    return Paper(page.pdf(format=format, print_background=True))


def result(open_page, lang, answers, **options):
    """Show the result for these answers, made by the server, as a reader has it before printing."""
    page = open_page(f"/{lang}/questions", script=False, **options)
    fill(page, answers)
    page.emulate_media(media="print")
    return page


def texts(page, selector):
    """Return the words of each element, printed or not."""
    return page.eval_on_selector_all(selector, "all => all.map(one => one.textContent)")


def shown(page, selector, value="one => one.textContent"):
    """Return the words, or another value, of each printed element; the page must emulate print media."""
    return page.eval_on_selector_all(
        selector, f"all => all.filter(one => one.checkVisibility({{contentVisibilityAuto: true}})).map({value})"
    )


def headings(page):
    """Return the headings that have lines of their own; others run into their text or have a drawing below."""
    own = page.locator("main :is(h1, h2, h3, h4, h5):not(figure *)")
    return own.evaluate_all(
        "all => all.filter(one => one.checkVisibility() && !getComputedStyle(one).display.startsWith('inline'))"
        ".map(one => one.textContent)"
    )


def _follows(line, other):
    beside = other.left < line.right and other.right > line.left
    return beside and line.bottom > (other.bottom + other.top) / 2 > line.bottom - NEAR


def _lines(text):
    start, count = 0, text.count_chars()
    signs = [raw.FPDFText_GetUnicode(text, index) for index in range(count)]
    for end in [*(index for index, sign in enumerate(signs) if sign in BREAKS), count]:
        boxes = [box(text, index) for index in range(start, end) if signs[index] > 32]
        if boxes:
            words = "".join(map(chr, signs[start:end])).strip()
            lefts, bottoms, rights, tops = zip(*boxes, strict=True)
            yield Line(words, min(lefts), max(rights), min(bottoms), max(tops), _bold(text, start, end))
        start = end + 1


def _bold(text, start, end):
    weights = [raw.FPDFText_GetFontWeight(text, index) for index in range(start, end)]
    return sum(weight >= BOLD for weight in weights) > len(weights) / 2


def box(text, index):
    """Return left, bottom, right and top of a letter, in points."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value
