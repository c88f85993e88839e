"""Paper: black on white in every color scheme, and right to left."""

import re
from itertools import product

import pytest
from support.pdf import FORMATS, headings, printed, result, texts
from support.sampling import sample
from support.site_pages import LIBRARY, PAGES

DARK_ON_LIGHT = """() => [...document.querySelectorAll("body, body *")].filter((one) => {
  if (!one.checkVisibility()) return false;
  const bright = (colour) => {
    const [red, green, blue, shown = 1] = colour.match(/[\\d.]+/g).map(Number);
    return shown === 0 ? null : (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  };
  const style = getComputedStyle(one);
  const ground = bright(style.backgroundColor);
  return bright(style.color) > 0.3 || (ground !== null && ground < 0.9);
}).map((one) => one.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize(("path", "contrast"), sample(product(PAGES, ("no-preference", "more")), 3))
@pytest.mark.whole
def test_a_dark_screen_prints_black_on_white(open_page, path, contrast):
    page = open_page(path, color_scheme="dark", contrast=contrast)
    page.emulate_media(media="print", color_scheme="dark", contrast=contrast)
    assert page.evaluate(DARK_ON_LIGHT) == []
    for bitmap in printed(page, "Letter").bitmaps:
        points = bytes(bitmap.buffer)
        assert sum(point > 230 for point in points) > 0.6 * len(points)


def test_a_heading_without_text_would_be_found(open_page):
    page = open_page("about:blank")
    page.set_content(
        "<main><h2>A heading with its text</h2><p>The text.</p><h2>A heading left alone</h2>"
        "<p style='break-before:page'>The text on another page.</p></main>"
    )
    assert list(printed(page, "A4").dangling(headings(page))) == [(1, "A heading left alone")]
    assert printed(page, "A4").missing(["The text.", "No such text"]) == ["No such text"]


@pytest.mark.parametrize("format", sample(FORMATS, 1))
@pytest.mark.whole
def test_from_right_to_left_text_begins_on_the_right(open_page, format):
    """The first column of a result in Arabic is the right one, and no number of help is torn."""
    page = result(open_page, "ar", LIBRARY.personas["ben-answers-one-question"].answers)
    paper = printed(page, format)
    middle = paper.size[0] / 2
    brand, *_ = [line for line in paper.pages[0] if line.bottom > paper.size[1] - 60]
    assert brand.left > middle
    wide = [line for line in paper.pages[1] if line.left < middle < line.right]
    beside = [line for line in paper.pages[1] if line not in wide]
    assert any(line.left > middle for line in beside)
    assert any(line.right < middle for line in beside)
    parts = {part for number in texts(page, "main .number") for part in re.findall(r"\d+", number)}
    assert len(parts) >= 6  # the numbers of the whole country; those of a state stand on the help page
    assert [part for part in parts if part not in paper.words] == []
