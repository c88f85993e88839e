"""The site as files, on a plain server below a path: the same guide, made on the device; nothing can be sent."""

import pytest
from support.answer_sets import FEW_ANSWERS
from support.browser_steps import asked_by, expected, findings, result_on_device, tick
from support.exported import served, write
from support.sampling import sample

from guide.engine.explain import explain


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The address of an export in two languages, and what was posted there."""
    folder = tmp_path_factory.mktemp("export")
    write(folder, ["", "en", "es"])
    with served(folder) as place:
        yield place


@pytest.fixture
def started(open_page, copy):
    def start(lang, **options):
        page = open_page(f"{copy[0]}/{lang}/questions/index.html", **options)
        page.wait_for_selector("form[data-runs=device]")
        return page

    return start


def text_of(page):
    """Return the words of the result, but for those about the copy itself."""
    return page.inner_text("main > [data-view=result]").split()


@pytest.mark.parametrize("lang", sample(["en", "es"], 1))
def test_the_result_is_that_of_the_site(started, resulting, library, lang):
    page = started(lang)
    asked = asked_by(page)
    result_on_device(page, FEW_ANSWERS)
    assert findings(page) == expected(explain(library, FEW_ANSWERS))
    assert text_of(page) == text_of(resulting(lang))
    assert [request.url for request in asked] == []
    links = page.eval_on_selector_all("main a[href]", "all => all.map((one) => one.href)")
    assert all("/some/path/" in link for link in links if link.startswith(page.url.split("/some/")[0]))


def test_language_pair_and_state_work_in_a_copy(started, copy):
    page = started("en")
    result_on_device(page, FEW_ANSWERS)
    page.click(".pairs summary")
    page.click("[data-pair=es]")
    page.wait_for_selector(".paired")
    page.select_option("[data-state-here] select", "TX")
    page.wait_for_selector("[data-state-here] section:not([hidden]) [data-helper]")
    page.click(".languages summary")
    page.click("[data-language=es]")
    page.wait_for_selector("html[lang=es] [data-view=result] h1")
    assert page.url == f"{copy[0]}/es/questions/index.html"
    assert copy[1] == []


def test_without_script_nothing_can_be_sent_and_the_page_says_so(open_page, copy):
    page = open_page(f"{copy[0]}/en/questions/index.html", script=False)
    asked = asked_by(page)
    tick(page, "held", ["yes"])
    page.press("[name=held][value=yes]", "Enter")
    assert page.locator("button:visible").count() == 0
    assert page.locator("text=Your answers are not sent. >> visible=true").count() > 0
    page.click("main >> text=Read everything >> visible=true >> nth=0")
    page.wait_for_url(f"{copy[0]}/en/explain/index.html")
    assert not [request for request in asked if "held" in request.url]
    assert copy[1] == []


def test_without_its_script_a_form_stays_where_it_is(started, copy):
    page = started("en")
    asked = asked_by(page)
    # As an extension or a wrong script could do it: the policy of the page forbids it too.
    page.evaluate("document.getElementById('guide').setAttribute('method', 'get')")
    page.evaluate("HTMLFormElement.prototype.submit.call(document.getElementById('guide'))")
    page.evaluate("new Promise((resolve) => setTimeout(resolve, 300))")
    assert [request.url for request in asked] == []
    assert page.url == f"{copy[0]}/en/questions/index.html"


@pytest.mark.parametrize(("day", "old"), [("2026-11-30", False), ("2029-01-01", True)])
def test_an_old_copy_says_so_on_top(open_page, copy, day, old):
    page = open_page("about:blank")
    page.clock.set_fixed_time(f"{day}T12:00:00Z")
    page.goto(f"{copy[0]}/es/help/index.html")
    page.wait_for_load_state("load")
    assert page.is_visible("header [data-expires]") == old
