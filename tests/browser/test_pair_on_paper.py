"""Bilingual pages on paper: number by number, the first language, then the second beside it, also in reading order."""

import pytest
from support.browser_steps import fill, in_two
from support.paired_pdf import ROWS, Letters
from support.sampling import WHOLE, sample

PAIRS = ("es+en", "ar+en")
FORMATS = ("Letter", "A4") if WHOLE else ("A4",)  # the narrow one
PATHS = ("review", "help", "explain/2021-guidelines") if WHOLE else ("help",)
ANSWERS = {"held": ("no",), "proceedings": ("check-ins",), "police": ("conviction",), "offense": ("theft",)}
# What is done to two paragraphs that follow each other, and whether the first and the second are wrong then.
BROKEN = {
    "x.before(y)": (False, True),
    "n.before(b)": (True, False),
    "a.before(b)": (True, False),
    "b.before(d); c.after(b)": (True, True),
    "n.before(m); c.before(n)": (True, True),
    "b.textContent = b.textContent.slice(0, -2)": (True, False),
    "c.textContent += 'x'": (False, True),
    "n.parentElement.attributeStyleMap.set('display', 'block')": (True, False),
    "m.parentElement.attributeStyleMap.set('direction', n.matches(':dir(rtl)') ? 'ltr' : 'rtl')": (False, True),
}
PLANT = """(snippets) => {
  const all = [...document.querySelectorAll("main .pair:has(> .order)")].filter((one) => one.checkVisibility());
  return snippets.map((snippet) => {
    const at = all.findIndex((one, index) => one.parentElement.nextElementSibling === all[index + 1]?.parentElement);
    const [one, two] = all.splice(0, at + 2).slice(at);
    const [[n, a, b], [m, c, d]] = [[...one.children], [...two.children]];
    const numbers = [n.textContent, m.textContent];
    const run = new Function("x", "y", "n", "a", "b", "m", "c", "d", snippet);
    run(one.parentElement, two.parentElement, n, a, b, m, c, d);
    return numbers;
  });
}"""


def misplaced(page, pair, format, rows):
    return Letters(page.pdf(format=format, tagged=True)).misplaced(rows, rtl=pair.startswith("ar"))


def rows_of(page):
    """What its numbered paragraphs say on paper."""
    page.emulate_media(media="print")
    rows = page.evaluate(ROWS)
    assert len(rows) > 30
    return rows


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("pair", sample(PAIRS, 1, seed=0))
def test_a_page_in_two_languages_is_on_paper_in_the_right_order(open_page, pair, path, format):
    page = open_page(f"/{pair}/{path}")
    assert misplaced(page, pair, format, rows_of(page)) == []


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("pair", sample(PAIRS, 1, seed=2))
@pytest.mark.whole
def test_a_result_in_two_languages_is_on_paper_in_the_right_order(open_page, pair, format):
    first, _, second = pair.partition("+")
    page = open_page(f"/{first}/questions", script=False)
    fill(page, ANSWERS)
    in_two(page, second)
    assert misplaced(page, pair, format, rows_of(page)) == []


@pytest.mark.parametrize("pair", sample(PAIRS, 1, seed=3))
@pytest.mark.whole
def test_a_wrong_order_would_be_found(open_page, pair):
    page = open_page(f"/{pair}/help")
    rows = rows_of(page)
    planted = page.evaluate(PLANT, list(BROKEN))
    wrong = zip(planted, BROKEN.values(), strict=True)
    expected = [number for numbers, found in wrong for number, is_wrong in zip(numbers, found, strict=True) if is_wrong]
    assert misplaced(page, pair, "A4", rows) == expected
