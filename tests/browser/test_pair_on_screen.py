"""Bilingual pages on screen: side by side on wide screens, stacked on a phone, with the same number."""

import pytest
from support.browser_steps import fill, in_two
from support.matrix import unfold
from support.sampling import WHOLE, sample
from support.scripts import script

WIDE, PHONE = ({"width": width, "height": 900} for width in (1280, 390))
RESULT = "result"
PATHS = (RESULT, "explain", "explain/2021-guidelines", "review", "help")
ANSWERS = {"held": ("no",), "proceedings": ("check-ins",), "police": ("conviction",), "offense": ("theft",)}
DIRECTIONS = {"es": "ltr", "en": "ltr", "ar": "rtl"}
ROWS = script("rows_of_a_pair")
NUMBERS = "all => all.map(one => Number(one.textContent))"

BROKEN = (
    "a.before(b)",
    "a.after(n)",
    "a.dir = 'ltr'",
    "a.lang = 'en'",
    "b.removeAttribute('dir')",
    "b.textContent = ''",
    "a.parentElement.attributeStyleMap.set('display', 'block')",
    "a.parentElement.attributeStyleMap.set('direction', 'ltr')",
    "n.innerHTML = '1<br>2'",
)


@pytest.fixture
def opened(open_page):
    """Opens a page of a pair, or a result that the server made in it, with every fold open."""

    def start(pair, path, size):
        first, _, second = pair.partition("+")
        page = open_page(f"/{first}/questions" if path == RESULT else f"/{pair}/{path}", script=False, viewport=size)
        if path == RESULT:
            fill(page, ANSWERS)
            in_two(page, second)
        unfold(page)
        return page

    return start


def after(one, other, rtl):
    """Whether the other stands behind it, as the page is read."""
    return other["right"] <= one["left"] if rtl else one["right"] <= other["left"]


def ill_marked(row, pair):
    """Cells in another language or direction than they say. What is not translated yet is English, and says so."""
    for cell, code in zip(row["cells"], pair.split("+"), strict=True):
        reported = cell["lang"], cell["dir"]
        right = reported in {(code, DIRECTIONS[code]), ("en", "ltr")} and cell["direction"] == cell["dir"]
        if not right or cell["arabic"] != (cell["lang"] == "ar") or not cell["words"]:
            yield cell["words"]


def ill_placed(row, rtl, wide):
    """The words of a row whose number or whose second language stands elsewhere than it should."""
    first, second = row["cells"]
    if wide and row["side"]:
        right = abs(first["top"] - second["top"]) <= 1 and after(first, second, rtl)
    else:
        right = first["bottom"] <= second["top"] + 1 and abs(first["left"] - second["left"]) <= 1
    for number in row["numbers"]:
        right = right and number["lines"] == 1 and after(number, first, rtl) and after(number, second, rtl)
    if not right:
        yield first["words"]


def wrong(page, pair, size):
    rtl, rows = pair.startswith("ar"), page.evaluate(ROWS)
    assert sum(row["side"] for row in rows) > 20
    in_both = [row for row in rows if [cell["lang"] for cell in row["cells"]] == pair.split("+")]
    assert len(in_both) > 0.9 * len(rows)
    marked = [words for row in rows for words in ill_marked(row, pair)]
    return marked + [words for row in rows for words in ill_placed(row, rtl, size == WIDE)]


@pytest.mark.parametrize(
    ("pair", "path"),
    [
        (pair, path)
        for path in (PATHS if WHOLE else sample(PATHS[1:], 1))
        for pair in sample(("es+en", "ar+en"), 1, seed=path)
    ],
)
def test_a_pair_is_side_by_side_and_stacked_on_a_phone(opened, pair, path):
    page = opened(pair, path, WIDE)
    numbers = page.eval_on_selector_all("main .pair > .order", NUMBERS)
    assert numbers == list(range(1, len(numbers) + 1))
    for size in (WIDE, PHONE):
        page.set_viewport_size(size)
        assert wrong(page, pair, size) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


@pytest.mark.whole
def test_a_broken_pair_would_be_found(opened):
    page = opened("ar+en", "review", WIDE)
    assert wrong(page, "ar+en", WIDE) == []
    for snippet in BROKEN:
        page.reload()
        page.evaluate(
            f"() => {{ const [n, a, b] = document.querySelector('main .pair:has(> .order)').children; {snippet}; }}"
        )
        assert wrong(page, "ar+en", WIDE), snippet
