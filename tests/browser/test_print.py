"""Paper: a result on four pages, complete numbers and links, no controls, and nothing that reveals the answers."""

import re
from itertools import product

import pytest
from support.browser_steps import result_on_device
from support.pdf import CHROME, FOOT, FORMATS, headings, printed, result, shown, squeezed, texts
from support.sampling import sample
from support.site_pages import LANGUAGES, LIBRARY, PAGES

from guide.engine.explain import Verdict, explain

# Pages of paper in the common case.
MOST = 4
# A draft prints the English of each warning, step and help entry too, so that nobody acts on the draft alone.
DRAFT_MORE = 2
DRAFT = {code for code, language in LIBRARY.languages.items() if language.translation_status == "draft"}


def is_common(persona):
    """Eight answers or more, fifty explanations or fewer, and nothing to do first; danger may take a page more."""
    explanation = explain(LIBRARY, persona.answers)
    found = sum(map(len, explanation.outcomes.values())) + len(explanation.reviews)
    sure = explanation.ids("today", Verdict.APPLIES)
    danger = any(item.urgent and item.id in sure for item in LIBRARY.guidelines["today"].findings)
    return len(persona.answers) >= 8 and found <= 50 and not danger


COMMON = [persona.id for persona in LIBRARY.personas.values() if is_common(persona)]
# PDFium gives some words of Arabic backwards, so the words of its paper are not compared.
READABLE = tuple(lang for lang in LANGUAGES if lang != "ar")
READABLE_PAGES = [path for path in PAGES if path.split("/")[1] in READABLE]
RESULTS = list(product(COMMON, LANGUAGES, FORMATS))


ANSWER_WORDS = ".tells-answers"
REVEALING = f"[data-reason], :is(.tag.may-apply, [data-sign=not-said], [data-sign=nothing-shown]) {ANSWER_WORDS}"
ARGUING = ".argue > p"


def answers_of(persona):
    return LIBRARY.personas[persona].answers


def turn_on_reasons(page):
    page.emulate_media(media="screen")
    page.check("#reasons")
    page.emulate_media(media="print")


def test_many_personas_are_common_cases():
    assert len(COMMON) >= 15


@pytest.mark.parametrize(("persona", "lang", "format"), sample(RESULTS, 1))
def test_a_common_result_fits_its_pages(open_page, persona, lang, format):
    page = result(open_page, lang, answers_of(persona))
    paper = printed(page, format)
    assert len(paper.pages) <= MOST + DRAFT_MORE * (lang in DRAFT)
    assert list(paper.dangling(headings(page))) == []


@pytest.mark.parametrize(("format", "size"), [("Letter", (612, 792)), ("A4", (595, 842))])
@pytest.mark.whole
def test_the_pdf_has_the_requested_paper_size(look, format, size):
    assert printed(look("/en/safety"), format).size == pytest.approx(size, abs=1)


@pytest.mark.parametrize("lang", sample(READABLE, 1))
def test_a_result_has_today_what_to_do_and_all_numbers_of_help(open_page, lang):
    page = result(open_page, lang, answers_of("ben-answers-one-question"))
    numbers = texts(page, ".numbers :is(.number, a[href^='mailto:'])")
    steps = texts(page, "[data-steps] > li > p")
    truth = texts(page, "#today .highlight > p")
    rows = texts(page, ":is(#for-all, #may-fit) :is(h3, .step, .step-more), #open-questions .finding > :is(h4, .step)")
    assert len(numbers) >= 3  # of the whole country; those of a state stand on the help page
    assert len(steps) >= 8
    assert len(truth) >= 3
    assert len(rows) >= 30
    paper = printed(page, "Letter")
    first = squeezed(" ".join(line.text for line in paper.pages[0]))
    assert [text for text in [*numbers, *steps] if squeezed(text) not in first] == []
    assert paper.missing([*truth, *rows, *texts(page, ".on-paper > p")]) == []


@pytest.mark.whole
def test_what_fits_prints_in_full(open_page):
    page = result(open_page, "en", {"proceedings": ("order-to-leave",), "entry": ("no-officer",)})
    full = texts(page, "#fits .finding > .whole > .passage p, #fits .finding > .whole > .passage li")
    assert len(full) >= 20
    assert printed(page, "Letter").missing(full) == []


@pytest.mark.whole
def test_an_ended_rule_prints_as_a_line_that_says_what_it_is_worth(open_page):
    page = result(open_page, "en", answers_of("elena-22-years"))
    titles = [text.removesuffix(" (opens a new tab)") for text in texts(page, "#sets [data-holds] h4")]
    assert len(titles) >= 20
    assert all(title.startswith("Today: no protection.") for title in titles)
    assert printed(page, "Letter").missing(titles) == []


@pytest.mark.parametrize(("lang", "persona"), sample(product(READABLE, COMMON), 1))
def test_no_answer_is_printed_unless_turned_on(open_page, lang, persona):
    page = result(open_page, lang, answers_of(persona))
    revealing, arguing = texts(page, REVEALING), texts(page, ARGUING)
    assert revealing
    assert arguing or not page.locator("#fits").count()  # a line does not say what would change it
    words = printed(page, "A4").words
    assert [text for text in revealing + arguing if squeezed(text) in words] == []
    turn_on_reasons(page)
    reported = printed(page, "A4")
    assert reported.missing(revealing) == []
    assert [text for text in arguing if squeezed(text) in reported.words] == []


@pytest.mark.parametrize("lang", sample(LANGUAGES, 1))
def test_no_revealing_line_is_printed_unless_turned_on(open_page, lang):
    page = result(open_page, lang, {"held": ("no",), "police": ("none",)})
    assert shown(page, ".tells-answers, .why") == []
    assert shown(page, ".hides-answers")
    turn_on_reasons(page)
    assert shown(page, ".tells-answers")
    assert shown(page, ".why")
    assert shown(page, ".hides-answers") == []


def test_a_new_result_prints_no_reasons_again(guide):
    """The mark for engines without `:has()` stands on the result, so that it goes with it."""
    page = guide()
    result_on_device(page, {"held": ["no"]})
    page.check("#reasons")
    assert page.query_selector("main > [data-view=result][data-reasons]")
    page.click("[data-move=change]")
    result_on_device(page, {"held": ["no"]})
    assert not page.is_checked("#reasons")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.query_selector("[data-reasons]") is None


def test_without_has_no_answer_is_printed(app, client):
    """Without script and `:has()` nothing tells, save for the invented people: nobody could turn it on or off there."""
    css = client.get(app.extensions["state"].assets.url("css/beside-result.css")).text
    assert ".tells-answers,.why{display:none!important}" in css
    revealing = [rule for rule in css.split("}") if ".why" in rule and "display:inline!important" in rule]
    selectors = [selector for rule in revealing for selector in rule.rpartition("{")[0].rpartition("{")[2].split(",")]
    assert len(selectors) == 9
    views = {selector.partition(" ")[0] for selector in selectors}
    assert views == {'[data-view="example"]', "[data-reasons]", "body:has(#reasons:checked)"}


@pytest.mark.parametrize("lang", sample(LANGUAGES, 1))
def test_ticks_in_the_form_do_not_print(open_page, lang):
    page = open_page(f"/{lang}/questions", script=False)
    page.emulate_media(media="print")
    before = page.screenshot(full_page=True)
    page.emulate_media(media="screen")
    page.check("[name=held][value=yes]")
    page.check("[name=rights][value=work]")
    page.evaluate("document.activeElement.blur()")
    page.mouse.move(0, 0)
    page.emulate_media(media="print")
    assert page.screenshot(full_page=True) == before


@pytest.mark.parametrize(("path", "format"), sample(product(READABLE_PAGES, FORMATS), 1, seed=7))
def test_every_page_prints_links_and_numbers_in_full_and_no_heading_alone(look, path, format):
    page = look(path)
    page.emulate_media(media="print")
    paper = printed(page, format)
    links = shown(page, "main a[href^=http]", "one => one.getAttribute('href')")
    if page.query_selector(".handout"):  # leaves out what nobody types
        links = [re.sub(r"^https://(www\.)?", "", link) for link in links]
    assert paper.missing([*links, *shown(page, "main .number")]) == []
    own = squeezed(page.inner_text("main")).count("https")
    assert paper.words.count("https") == own + sum(link.startswith("https") for link in links)
    assert list(paper.dangling(headings(page))) == []
    assert squeezed(page.text_content(".skip")) not in paper.words


@pytest.mark.parametrize(("lang", "persona"), sample(product(READABLE, COMMON), 1, seed=1))
@pytest.mark.whole
def test_a_result_writes_each_link_once_and_numbers_each_source(open_page, lang, persona):
    page = result(open_page, lang, answers_of(persona))
    paper = printed(page, "Letter")
    links = shown(page, "main a[href^=http]", "one => one.getAttribute('href')")
    assert len(links) >= 10
    assert paper.missing(links) == []
    assert paper.words.count("https") == len(links)
    listed = shown(page, ".sources > li", "one => one.dataset.n")
    assert listed == sorted(listed, key=int)
    assert set(listed) == {*shown(page, ".cited a[href^='#source-']", "one => one.dataset.n")}
    assert shown(page, CHROME) == []


@pytest.mark.parametrize("path", sample(["/en/rules", "/es/timeline"], 1, seed=0))
def test_collapsed_parts_print_without_script(open_page, path):
    page = open_page(path, script=False)
    folded = texts(page, "main details:not([open], [data-paper=no]) p")
    assert folded
    assert printed(page, "Letter").missing(folded) == []


def test_the_script_opens_parts_before_printing_and_closes_them_afterwards(look):
    page = look("/en/rules")
    page.wait_for_selector("html[data-later]")
    count = "document.querySelectorAll('main details[open]').length"
    before = page.evaluate(count)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("document.querySelectorAll('main details:not([open], [data-paper=no])').length") == 0
    assert page.evaluate(count) > before
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(count) == before


@pytest.mark.parametrize(("lang", "format"), sample(product(LANGUAGES, FORMATS), 1))
def test_the_short_handout_is_one_sheet_with_room_to_spare(look, lang, format):
    paper = printed(look(f"/{lang}/handout"), format)
    assert len(paper.pages) == (2 if lang in DRAFT else 1)  # the back has the same in English
    lowest = min(line.bottom for page in paper.pages for line in page if line.bottom > FOOT)
    assert lowest > FOOT + paper.size[1] / 25
