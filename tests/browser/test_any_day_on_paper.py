"""Paper on any date: it never grows, has the overdue notice once, and omits dated facts after a year without check."""

from itertools import product

import pytest
from support.aging import DAYS, FOLDED, UNCHECKED, note
from support.day import TODAY
from support.pdf import printed, result, shown, squeezed, texts
from support.sampling import sample
from support.site_pages import LANGUAGES, LIBRARY

PAIRS = ("es+en", "ar+en", "zh-Hans+es")
MOST = {"handout": 1, "handout-long": 4}  # pages; a pair of the short one takes both sides of a sheet
DRAFT = {code for code, language in LIBRARY.languages.items() if language.translation_status == "draft"}
PAPERS = list(product(DAYS, (*LANGUAGES, *PAIRS), MOST))
PERSON = LIBRARY.personas["elena-22-years"].answers


def most(kind, lang):
    """As on the fixed day: a draft without English beside it carries it; the long one in two languages is longer."""
    codes = lang.split("+")
    carried = MOST[kind] if all(code in DRAFT for code in codes) else 0
    return max(MOST[kind], len(codes)) + carried + (4 if kind == "handout-long" and len(codes) > 1 else 0)


@pytest.mark.parametrize(("today", "lang", "kind"), sample(PAPERS, 1))
def test_a_handout_fits_its_pages_on_any_day(open_page, on_day, today, lang, kind):
    _, url = on_day(today)
    paper = printed(open_page(f"/{lang}/{kind}", base_url=url), "Letter")
    assert len(paper.pages) <= most(kind, lang)


@pytest.mark.parametrize("lang", sample(PAIRS[::2], 1))
@pytest.mark.whole
def test_the_longest_handout_fits_with_a_note_beside_each_text(open_page, on_day, lang):
    """Regression: on the fixed date, a note beside each overdue text needed another page."""
    _, url = on_day(TODAY)
    assert len(printed(open_page(f"/{lang}/handout-long", base_url=url), "Letter").pages) <= most("handout-long", lang)


@pytest.mark.whole  # a handout on a late day, and a result with the notice, stay in `make test`
@pytest.mark.parametrize(("today", "lang"), sample(product(DAYS, LANGUAGES), 1))
def test_a_result_has_no_more_sheets_than_on_the_fixed_date(open_page, on_day, today, lang):
    then, now = (result(open_page, lang, PERSON, base_url=on_day(day)[1]) for day in (today, TODAY))
    assert len(printed(then, "Letter").pages) <= len(printed(now, "Letter").pages)


@pytest.mark.parametrize("today", sample([UNCHECKED, FOLDED], 1))
@pytest.mark.whole
def test_paper_has_the_overdue_notice_once(open_page, on_day, today):
    app, url = on_day(today)
    said = squeezed(note(app, today))
    made = [open_page(f"/en/{name}", base_url=url) for name in sample(("", "explain", "help", *MOST), 1)]
    for page in (*made, result(open_page, "en", PERSON, base_url=url)):
        words = printed(page, "Letter").words
        assert words.count(said) == 1
        assert squeezed("We have not checked this since") not in words


@pytest.mark.parametrize("script", sample([True, False], 1))
@pytest.mark.whole
def test_dated_facts_are_not_printed_after_a_year_without_check(open_page, on_day, script):
    page = open_page("/en/explain", script=script, base_url=on_day(FOLDED)[1])
    dated = texts(page, "#today .dated > :not(:first-child)")
    steps = texts(page, "#next .steps > li")
    assert len(dated) > 5
    page.emulate_media(media="print")
    assert shown(page, ".dated") == []
    paper = printed(page, "Letter")
    assert paper.missing(dated) == dated
    assert paper.missing(steps) == []
