"""Every kind of page, on dates long after the content was written and before it."""

import re
from itertools import product

import pytest
from lxml import html as tree
from support.aging import BEFORE, DAYS, FOLDED, LATER, UNCHECKED, checked, note, own_notes, site
from support.day import TODAY
from support.html_checks import problems
from support.partnered import SLUG, with_partner
from support.sampling import WHOLE, sample
from support.site_pages import LANGUAGES, LIBRARY, NAMES

pytestmark = pytest.mark.slow  # each day is a site of its own

TOP = 'class="warn unchecked"'
WITHOUT_FACTS = ("questions", "question-sheet")
IN_FRAMES = ("", "explain", "explain/today", "help")
HELD = {"held": "yes", "proceedings": ["court-open", "order-to-leave"]}
GONE = "We took the phone number away. Use the link."


@pytest.fixture(scope="module")
def on():
    """The site on a date, cached."""
    made = {}

    def day(today):
        return made.setdefault(today, site(today))

    return day


def main_of(text):
    return tree.fromstring(text).get_element_by_id("main")


def words(element):
    return " ".join(element.text_content().split())


@pytest.mark.parametrize(("today", "lang", "name"), sample(product(DAYS, LANGUAGES, NAMES), 4))
def test_a_page_has_the_overdue_notice_once_at_the_top(on, today, lang, name):
    app = on(today)
    answer = app.test_client().get(f"/{lang}/{name}")
    assert answer.status_code == 200
    assert problems(answer.text) == []
    said = note(app, today, lang)
    tops = [words(each) for each in main_of(answer.text).find_class("unchecked")]
    assert tops == ([said] if said and name not in WITHOUT_FACTS else [])
    if said:
        assert own_notes(app, answer.text, lang) == []


@pytest.mark.parametrize(("today", "lang"), sample(product(DAYS, LANGUAGES), 1))
def test_a_result_has_the_notice_once_before_everything_else(on, today, lang):
    app = on(today)
    text = app.test_client().post(f"/{lang}/result", data=HELD).text
    assert problems(text) == []
    said = note(app, today, lang)
    assert text.count(TOP) == bool(said)
    if said:
        first = main_of(text).xpath(".//*[@data-text]/*[1]")
        assert [words(each) for each in first] == [said]
        assert own_notes(app, text, lang) == []


@pytest.mark.parametrize(
    ("today", "name"), sample(product((UNCHECKED, FOLDED), ("explain", "help", "handout-long")), 1)
)
@pytest.mark.whole
def test_a_pair_has_the_notice_once_in_each_language(on, today, name):
    app = on(today)
    for text in (app.test_client().get(f"/es+ar/{name}").text, app.test_client().post("/es+ar/result", data=HELD).text):
        (top,) = main_of(text).find_class("unchecked")
        notes = [words(each) for each in top.find_class("text")]
        assert notes == [note(app, today, "es"), note(app, today, "ar")]


@pytest.mark.parametrize("today", [UNCHECKED, *([BEFORE] if WHOLE else [])])
@pytest.mark.whole
def test_frames_and_partner_pages_have_the_notice(tmp_path, today):
    app = site(today, root=with_partner(tmp_path))
    client, times = app.test_client(), bool(note(app, today))
    for name in IN_FRAMES:
        assert client.get(f"/embed/en/{name}").text.count(TOP) == times
        assert client.get(f"/p/{SLUG}/en/{name}").text.count(TOP) == times
    assert client.post("/embed/en/result", data=HELD).text.count(TOP) == times
    assert client.post(f"/p/{SLUG}/en/result", data=HELD).text.count(TOP) == times


@pytest.mark.parametrize("name", sample(NAMES, 2))
@pytest.mark.whole
def test_no_page_grows_when_facts_are_collapsed(on, name):
    first, last = (on(today).test_client().get(f"/en/{name}").text for today in (LATER[400], LATER[4000]))
    assert first == last


@pytest.mark.parametrize("name", sample(NAMES, 3))
def test_before_the_dates_of_the_content_no_text_shows_an_age(on, name):
    app = on(BEFORE)
    text = app.test_client().get(f"/en/{name}").text
    assert own_notes(app, text) == []
    assert GONE not in text


def test_single_texts_show_their_age_if_the_guide_is_not_overdue():
    app = checked(FOLDED)
    for name in ("help", "review", "timeline", "privacy"):
        text = app.test_client().get(f"/en/{name}").text
        assert TOP not in text
        assert own_notes(app, text)


def test_a_hidden_number_still_has_its_note(on):
    text = on(UNCHECKED).test_client().get("/en/help").text
    assert GONE in text


@pytest.mark.whole
def test_a_number_without_a_known_date_still_has_its_note(on):
    words = "We do not know when this was last checked."
    assert on(TODAY).test_client().get("/en/help").text.count(words) > 0
    assert on(UNCHECKED).test_client().get("/en/help").text.count(words) > 0


def in_sight(element):
    """Whether no fold is around it."""
    return not any(each.tag == "details" and each.get("open") is None for each in element.iterancestors())


def unfolded(element):
    """Whether no fold of dated facts is around it."""
    return not any("dated" in each.get("class", "") for each in element.iterancestors())


def dated(app, path, data=None):
    """The dated facts that stand apart on a page: folded away, or behind a row below a line about their age."""
    client = app.test_client()
    page = main_of((client.post(path, data=data) if data else client.get(path)).text)
    found = page.find_class("dated")
    assert all(each.get("data-paper") == "no" for each in found)
    assert all(each.get("open") is None for each in found)
    return page, found


@pytest.mark.parametrize(("path", "data"), [("/en/explain", None), ("/en/explain/today", None), ("/en/result", HELD)])
def test_after_a_year_steps_stay_open_and_dated_facts_stand_apart(on, path, data):
    page, found = dated(on(FOLDED), path, data)
    assert found
    assert all(re.search(r"\b20\d\d\b", words(each)) for each in found)
    articles = page.xpath(".//article[starts-with(@data-finding, 'today/')]")
    assert len(articles) > 5
    whole = [each for each in articles if each.find_class("passage")]  # the others are lines
    assert whole
    for article in whole:
        assert unfolded(article.find_class("passage")[0])
        assert all(unfolded(step) for step in article.find_class("steps"))
    assert all(unfolded(step) for step in page.xpath(".//*[@id='next' or @id='first' or @id='today']//ol"))


def test_dated_facts_collapse_where_no_fold_is_around_them(on):
    _, found = dated(on(FOLDED), "/en/explain/all")
    folds = [each for each in found if each.tag == "details"]
    assert len(folds) > 20
    assert all(fold.xpath("not(ancestor::details)") for fold in folds)


@pytest.mark.parametrize(
    ("path", "data"), sample([("/es/explain", None), ("/es/result", HELD), ("/en/result", HELD)], 1)
)
def test_behind_a_row_facts_stand_below_a_line_about_their_age(on, path, data):
    _, found = dated(on(FOLDED), path, data)
    rows = [each for each in found if each.xpath("ancestor::details")]
    assert len(rows) > (10 if data is None else 3)  # a result has few whole texts
    assert {each.tag for each in rows} == {"div"}
    assert all(re.search(r"\b20\d\d$", words(each.find("p"))) for each in rows)


def test_a_year_and_no_earlier(on):
    for today in (TODAY, UNCHECKED):
        assert dated(on(today), "/en/explain/all")[1] == []


def test_the_most_important_steps_stay_open(on):
    page, _ = dated(on(FOLDED), "/en/result", HELD)
    steps = [each for each in page.xpath(".//ol[@data-steps]/li") if in_sight(each)]
    said = " ".join(words(each) for each in steps)
    for step in ("Keep every date with a court or ICE.", "Get legal help before it.", "Sign nothing before"):
        assert step in said


@pytest.mark.parametrize("path", sample(["/en/", "/en/explain", "/en/explain/2011-review", "/en/present"], 2))
def test_the_warning_about_ended_sets_stays_open(on, path):
    page, _ = dated(on(FOLDED), path)
    first = LIBRARY.pages["truth"].body[0].text.split("**")[1]
    assert any(first in words(each) and in_sight(each) for each in page.iter("p"))


def test_the_state_of_a_review_is_a_dated_fact(on):
    page, found = dated(on(FOLDED), "/en/review")
    assert len(found) == len(LIBRARY.reviews)
    assert not page.xpath(".//strong[.='Today:']")
