"""Nothing in a handout, a sheet or an urgent page is smaller than 9 points on paper, in one language and in two."""

import pytest
from support.addresses import POCKET, URGENT
from support.sampling import WHOLE
from support.site_pages import LANGUAGES

# Text that is printed, and is smaller; a link of a source has no words of its own on paper (size 0).
SMALL = """() => {
  const found = new Set();
  const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const place = document.createRange();
  while (all.nextNode()) {
    const { parentElement: one, data } = all.currentNode;
    place.selectNodeContents(all.currentNode);
    if (!data.trim() || one.closest("svg") || !one.checkVisibility() || !place.getClientRects().length) continue;
    const size = parseFloat(getComputedStyle(one).fontSize) * 0.75;
    if (size > 0 && size < 8.99) found.add(`${size} ${one.outerHTML.slice(0, 80)}`);
    for (const side of ["::before", "::after"]) {
      const style = getComputedStyle(one, side);
      if (!["none", "normal"].includes(style.content) && parseFloat(style.fontSize) * 0.75 < 8.99) {
        found.add(`${side} ${style.fontSize} ${one.outerHTML.slice(0, 80)}`);
      }
    }
  }
  return [...found];
}"""
# The steps fit one page: the English and the sources of a draft are smaller there.
URGENT_ONES = tuple(name for name in URGENT if name != "steps")
NAMES = ("handout", "handout-long", "question-sheet", *POCKET, *URGENT_ONES)
PATHS = [f"/{lang}/{name}" for lang in (*LANGUAGES, "ar+en") for name in NAMES]
CHOSEN = (
    PATHS if WHOLE else ["/es/handout", "/ar+en/held", "/zh-Hans/officers", "/ar/pocket/card", "/es/pocket/deadlines"]
)


@pytest.mark.parametrize("path", CHOSEN)
def test_paper_has_no_small_type(look, path):
    page = look(path)
    page.emulate_media(media="print")
    assert page.evaluate(SMALL) == []


def test_small_type_is_found(look):
    page = look("/en/handout")
    page.emulate_media(media="print")
    page.evaluate("document.querySelector('.handout .fine').style.fontSize = '8pt'")
    assert len(page.evaluate(SMALL)) >= 1
