"""The kit opened from a file with no network: the walk, paper, its age, and what it is without script."""

import datetime as dt

import pytest
from support import axe, day
from support.answer_sets import EVERYTHING, FEW_ANSWERS
from support.browser_steps import expected, findings, result_on_device
from support.pdf import printed
from support.sampling import each_once, sample
from support.site_pages import LANGUAGES

from guide.engine.explain import explain
from guide.web.kit import made

# The groups of a result, as the site and the kit name them.
ON_SITE = {
    "held": "#first",
    "fits": "#fits",
    "everyone": "#for-all",
    "mayFit": "#may-fit",
    "skipped": "#open-questions",
}
IN_KIT = {name: f"[data-piece=result] [data-group={name}]" for name in ON_SITE}
GROUPS = """(groups) => Object.fromEntries(Object.entries(groups).map(([name, selector]) =>
  [name, [...document.querySelectorAll(`main ${selector} [data-finding]`)].map((one) => one.dataset.finding)]))"""
SHOWN = "[data-question]:not([hidden])"
MOST = 40


@pytest.fixture(scope="module")
def written(app, tmp_path_factory):
    """Writes the kit of some languages, and gives the address of the file."""

    def write(*codes):
        with app.app_context():
            found = made.kit(codes)
        path = tmp_path_factory.mktemp("kit") / made.file_name(codes)
        path.write_bytes(found.body)
        return path.as_uri()

    return write


@pytest.fixture
def kit(open_page, written):
    """Opens a kit with no network; a request for anything but the file fails the test."""
    asked = []

    def start(*codes, **options):
        page = open_page("about:blank", offline=True, **options)
        page.context.on("request", lambda request: asked.append(request.url))
        page.goto(written(*codes))
        return page

    yield start
    assert [url for url in asked if not url.startswith("file:")] == []
    assert len({url.partition("#")[0] for url in asked}) <= 1


def walk(page, answers):
    """Answer or skip each question that the kit asks; return them in order."""
    asked = []
    while page.is_visible(SHOWN) and len(asked) < MOST:
        asked.append(page.eval_on_selector(SHOWN, "one => one.dataset.question"))
        for option in answers.get(asked[-1], ()):
            page.check(f'[name="{asked[-1]}"][value="{option}"]')
        page.click("[data-move=next]")
    return asked


def today(verdicts):
    return {name: verdict for name, verdict in verdicts.items() if name.startswith("today/")}


@pytest.mark.parametrize("codes", sample([("en",), ("ar",), ("es", "en")], 2), ids="+".join)
def test_the_walk_finds_what_the_site_finds_on_the_device(kit, guide, library, codes):
    page = kit(*codes)
    asked = walk(page, EVERYTHING)
    explanation = explain(library, {id: EVERYTHING[id] for id in asked if id in EVERYTHING})
    assert today(findings(page)) == today(expected(explanation))
    site = guide(codes[0])
    result_on_device(site, {id: EVERYTHING[id] for id in asked if id in EVERYTHING})
    if len(codes) > 1:
        site.click(".pairs summary")
        site.click(f"[data-pair={codes[1]}]")
        site.wait_for_selector(".paired")
    assert page.evaluate(GROUPS, IN_KIT) == site.evaluate(GROUPS, ON_SITE)
    assert page.evaluate("document.activeElement.matches('[data-piece=result] h3')")


def test_what_was_skipped_is_told_by_if_and_can_be_answered(kit, library):
    page = kit("en")
    page.check("[name=held][value=no]")
    page.click("[data-move=now]")
    given = {"held": ["no"]}
    assert today(findings(page)) == today(expected(explain(library, given)))
    titles = page.locator("[data-group=skipped] [data-finding] h3:visible").all_inner_texts()
    ifs = {item.title_if for item in library.current_law.findings}
    assert titles
    assert set(titles) <= ifs | {item.title for item in library.current_law.findings if not item.title_if}
    page.click("[data-move=change]")
    assert page.is_checked("[name=held][value=no]")
    page.click("[data-move=skip]")
    page.click("[data-move=back]")
    assert page.locator("input:checked").count() == 0


def test_nothing_is_kept(kit):
    page = kit("en")
    walk(page, FEW_ANSWERS)
    page.click("[data-move=restart]")
    assert page.locator("input:checked").count() == 0
    page.check("[name=held][value=yes]")
    page.reload()
    assert page.locator("input:checked").count() == 0
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, history.state]") == [
        0,
        0,
        "",
        None,
    ]


def test_none_excludes_other_answers(kit):
    page = kit("en")
    box = page.locator("[data-question][data-many]:has([value=none])").first
    box.evaluate("one => { one.hidden = false; }")
    box.locator("input").first.check()
    box.locator("[value=none]").check()
    assert box.locator("input:checked").count() == 1


def test_the_held_page_comes_first_and_its_numbers_can_be_called(kit):
    page = kit("es")
    page.click("nav a[href='#held']")
    assert page.url.endswith("#held")
    numbers = page.locator("#held a[href^='tel:']:visible")
    assert numbers.count() > 50
    assert page.locator("main section").first.get_attribute("id") == "held"
    assert page.is_visible("#held a[href='tel:+18333724237']"), "whom to call first in Texas"


def test_on_paper_what_is_folded_is_open(kit):
    page = kit("en")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#warnings details:not([open])").count() == 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("#warnings details[open]").count() == 0
    paper = printed(page, "Letter")
    said = ["Did ICE or the police take someone?", "(520) 868-0191", "If ICE holds you, things can move fast"]
    assert paper.missing([*said, "Skip this question"]) == ["Skip this question"]


@pytest.mark.parametrize(("later", "old"), [(0, False), (1, True)])
def test_after_its_last_day_a_kit_says_so_on_top(open_page, written, library, later, old):
    page = open_page("about:blank", offline=True)
    page.clock.set_fixed_time(dt.datetime.combine(day.TODAY + dt.timedelta(days=later), dt.time(12)))
    page.goto(written("en"))
    note = page.locator("main > [data-expires]")
    assert note.is_visible() == old
    if old:
        assert note.bounding_box()["y"] < 100
        assert "Look for a newer one." in note.inner_text()


@pytest.mark.parametrize("codes", [("en",), ("es", "en")], ids="+".join)
def test_without_script_it_reads_as_a_book(kit, codes):
    page = kit(*codes, script=False)
    assert page.locator("button:visible, input:visible, form:visible").count() == 0
    assert page.is_visible("[data-no-script]")
    for question in page.locator("[data-question]").all():
        assert question.locator("[data-option]").first.is_visible()
    assert page.locator("main > section:visible").count() == 10
    assert page.locator("#warnings [data-finding] summary").first.is_visible()


@pytest.mark.parametrize(("lang", "width"), sample(each_once([*LANGUAGES, "es+en"], [320, 360, 1280]), 2))
def test_it_fits_every_screen(kit, lang, width):
    page = kit(*lang.split("+"), viewport={"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_kit_is_accessible(kit, lang):
    page = kit(lang, color_scheme="dark" if lang == "ar" else "light")
    assert axe.here(page) == []
    walk(page, FEW_ANSWERS)
    assert axe.here(page) == []
