"""The page of papers in a browser: the filter, links to one paper, sizes, and paper."""

import pytest
from support.axe import violations
from support.browser_steps import asked_by
from support.pdf import printed, squeezed
from support.sampling import each_once
from support.storage import EMPTY, STORES

SMALL = {"width": 360, "height": 740}
SCREEN = SMALL["height"]
BAR = 68  # the bar to leave the site covers this much of the screen
SHOWN = "all => all.filter((row) => row.checkVisibility()).map((row) => row.id)"
TYPE_IN_TURN = f"""(all) => Object.fromEntries(all.map((typed) => {{
  const field = document.getElementById("looked-for");
  field.value = typed;
  field.dispatchEvent(new InputEvent("input", {{ bubbles: true }}));
  return [typed, ({SHOWN})([...document.querySelectorAll(".paper-row")])];
}}))"""
FIRST_ACT = """rows => rows.map((row) => [row.id,
  row.querySelector("[data-kind=first] .act-text").getBoundingClientRect().bottom - row.getBoundingClientRect().top])"""
# The forms in which people write the number of a form.
WAYS = ("{letter}-{digits}", "{letter}{digits}", "{letter} {digits}", "{digits}", "form {letter}-{digits}")


def ready(page):
    page.wait_for_selector("#filter:not([hidden])")
    return page


@pytest.fixture
def papers(look):
    return lambda lang="en", fragment="": ready(look(f"/{lang}/papers{fragment}", SMALL))


@pytest.fixture(scope="module")
def sheets(library):
    return library.urgent["papers"].sheets


def found(page, typed):
    page.fill("#looked-for", typed)
    return page.eval_on_selector_all(".paper-row", SHOWN)


def found_in_turn(page, typed):
    """What is shown for each text, typed one after the other: to fill the field costs more than to look."""
    return page.evaluate(TYPE_IN_TURN, typed)


def announced(page):
    return page.inner_text("[data-count][role=status]")


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_paper_is_found_by_its_number(papers, sheets, lang):
    wanted = {}
    for sheet in sheets:
        letter, _, digits = sheet.number.partition("-")
        if digits.isdecimal():
            wanted |= {way.format(letter=letter.lower(), digits=digits): sheet.id for way in WAYS}
    shown = found_in_turn(papers(lang), list(wanted))
    assert [typed for typed, id in wanted.items() if id not in shown[typed]] == []


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.whole
def test_a_paper_is_found_by_its_title_its_meaning_its_agency_and_its_words(papers, sheets, lang):
    page = papers(lang)
    words = {sheet.id: page.locator(f"[id='{sheet.id}'] [data-find]").all_text_contents() for sheet in sheets}
    assert [sheet.id for sheet in sheets if sheet.title not in words[sheet.id]] == []
    shown = found_in_turn(page, [typed.upper() for all_of_one in words.values() for typed in all_of_one])
    missed = [(id, typed) for id, typed_of in words.items() for typed in typed_of if id not in shown[typed.upper()]]
    assert missed == []


@pytest.mark.whole
def test_case_and_accents_do_not_count(papers):
    page = papers()
    expected = found(page, "Notice to Appear")
    assert expected
    assert found(page, "NÓTICE  tö Âppear") == expected
    assert announced(page) == f"Papers that fit: {len(expected)}"


@pytest.mark.whole
def test_a_word_is_found_by_its_beginning_only(papers, sheets):
    page = papers()
    assert sheets[0].id in found(page, "appear noti")
    assert sheets[0].id not in found(page, "ppear")


@pytest.mark.whole
def test_where_not_all_words_fit_any_word_does(papers):
    page = papers()
    expected = found(page, "appear")
    assert expected
    assert found(page, "the appear xylophone") == expected


@pytest.mark.whole
def test_days_are_no_number_of_a_form(papers, sheets):
    ten = {sheet.id for sheet in sheets if "10" in sheet.number}
    assert ten.isdisjoint(found(papers(), "xylophone 10 appear"))


def test_a_number_that_no_paper_has_finds_none(papers, sheets):
    assert found(papers(), "form Z-9876") == [sheet.id for sheet in sheets if sheet.fallback]


def test_the_groups_with_papers_that_fit_are_open_and_the_others_are_gone(papers, sheets):
    page = papers()
    fitting = set(found(page, "I-862"))
    groups = {sheet.group for sheet in sheets if sheet.id in fitting}
    state = "all => all.filter((one) => !one.hidden).map((one) => [one.dataset.group, one.open])"
    assert {tuple(one) for one in page.eval_on_selector_all(".paper-group", state)} == {
        (group, True) for group in groups
    }
    page.fill("#looked-for", "")
    assert {opened for _, opened in page.eval_on_selector_all(".paper-group", state)} == {False}
    assert page.locator(".paper-group:visible").count() == len({sheet.group for sheet in sheets})
    assert announced(page) == ""


def test_where_no_paper_fits_one_is_offered(papers, sheets):
    page = papers()
    assert found(page, "xylophone") == [sheet.id for sheet in sheets if sheet.fallback]
    assert announced(page) == "No paper fits. Read this one:"


@pytest.mark.whole
def test_without_a_paper_to_offer_the_page_says_that_none_fits(papers):
    page = papers()
    page.eval_on_selector("[data-fallback]", "row => row.removeAttribute('data-fallback')")
    assert found(page, "xylophone") == []
    assert announced(page) == "No paper fits. Try other words."


def test_nothing_typed_is_sent_or_kept(open_page):
    page = ready(open_page("/en/papers", viewport=SMALL))
    page.wait_for_load_state("networkidle")
    address, length = page.url, page.evaluate("history.length")
    asked = asked_by(page)
    page.locator("#looked-for").press_sequentially("warrant of removal")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert asked == []
    assert (page.url, page.evaluate("history.length")) == (address, length)
    assert page.evaluate(STORES) == EMPTY
    page.goto("/en/privacy")
    page.go_back()
    page.wait_for_selector("#filter:not([hidden])")
    assert page.input_value("#looked-for") == ""
    assert page.eval_on_selector_all(".paper-row", SHOWN) == []


def test_without_script_a_paper_is_two_taps_away(open_page, sheets):
    page = open_page("/es/papers", script=False, viewport=SMALL)
    sheet = sheets[0]
    assert page.is_hidden("#filter")
    page.click(f".paper-group[data-group={sheet.group}] > summary")
    page.click(f"[id='{sheet.id}'] > summary")
    assert page.is_visible(f"[id='{sheet.id}'] [data-kind=first]")


def test_a_link_to_a_paper_opens_it(papers, sheets):
    one, other = sheets[0], sheets[-1]
    page = papers(fragment=f"#{one.id}")
    assert page.is_visible(f"[id='{one.id}'] [data-kind=first]")
    page.fill("#looked-for", one.title)
    page.evaluate("id => { location.hash = id; }", other.id)
    page.wait_for_function("id => document.getElementById(id).open", arg=other.id)
    assert page.is_visible(f"[id='{other.id}'] [data-kind=first]")


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.whole
def test_the_index_is_at_most_three_screens(open_page, script):
    page = open_page("/en/papers", script=script, viewport=SMALL)
    assert page.evaluate("document.documentElement.scrollHeight") <= 3 * SCREEN
    assert page.locator(".paper-drawing:visible").count() == 0
    if script:
        assert page.locator("#looked-for").bounding_box()["y"] + 48 <= SCREEN


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_first_act_of_an_opened_paper_is_on_its_first_screen(papers, lang):
    page = papers(lang)
    page.eval_on_selector_all(".paper-group, .paper-row", "all => all.forEach((one) => { one.open = true; })")
    far = [(id, far) for id, far in page.eval_on_selector_all(".paper-row", FIRST_ACT) if far > SCREEN - BAR]
    assert far == []
    assert page.evaluate("document.documentElement.scrollWidth") == SMALL["width"]


@pytest.mark.parametrize(("lang", "mode"), each_once(["en", "ar"], [(320, "light"), (1280, "dark")]))
def test_an_opened_paper_has_no_problem_of_accessibility(papers, sheets, lang, mode):
    page = papers(lang, fragment=f"#{sheets[0].id}")
    assert violations(page, [mode]) == []


def test_in_a_frame_the_filter_works(look, sheets):
    page = look("/embed/en/papers", viewport=SMALL)
    page.wait_for_selector("#filter:not([hidden])")
    assert sheets[0].id in found(page, sheets[0].title)


@pytest.mark.whole
def test_in_two_languages_the_words_of_both_are_found(open_page, sheets):
    page = open_page("/en+es/papers", viewport=SMALL)
    page.wait_for_selector("#filter:not([hidden])")
    alone = open_page("/es/papers", viewport=SMALL)
    for sheet in sheets[:5]:
        for typed in (sheet.means, alone.text_content(f"[id='{sheet.id}'] .means")):
            assert sheet.id in found(page, typed), typed


def test_on_paper_is_what_is_open(papers, sheets):
    one, other = sheets[0], sheets[-1]
    paper = printed(papers(fragment=f"#{one.id}"), "Letter")
    assert paper.missing([text for line in one.acts for text in (line.text, line.more)]) == []
    assert squeezed(other.means) not in paper.words


@pytest.mark.whole
def test_on_paper_without_an_open_paper_is_the_list(papers, sheets):
    paper = printed(papers(), "Letter")
    assert paper.missing([sheet.title + sheet.number + sheet.means for sheet in sheets]) == []
    assert [sheet.id for sheet in sheets if squeezed(sheet.of("do")[0].text) in paper.words] == []
