"""The rest of the English beside a draft comes last. A result without it leads to the English page."""

import pytest
from support.browser_steps import result_on_device
from support.failing import ANSWERS, on_device
from support.sampling import sample

ENGLISH = "**/es/questions/english.html"
REST = ".finding:not(:has([data-whole])) > .english"  # of a warning that is there whole
WAY = "p[data-english-later] > a"


def half(route):
    text = route.fetch().text()
    route.fulfill(body=text[: len(text) // 2], content_type="text/html")


# What may come in its place.
FAILURES = {
    "nothing": lambda route: route.abort(),
    "500": lambda route: route.fulfill(status=500, body="broken"),
    "the page of a hotel": lambda route: route.fulfill(body="<title>Log in</title>", content_type="text/html"),
    "half": half,
}


@pytest.fixture
def spanish(open_page):
    """The form in Spanish, where this happens to the request for the rest of the English."""

    def start(instead):
        page = open_page("/es/accessibility", reduced_motion="reduce")
        page.route(ENGLISH, instead)
        with page.expect_request(ENGLISH):
            page.goto("/es/questions")
        page.wait_for_selector("form[data-runs=device]")
        return page

    return start


def english(page, library):
    """The words of each English fold with its whole text, beside what its warning says in English, by warning."""
    folds = page.evaluate(
        """(rest) => [...document.querySelectorAll(rest)].map((fold) => [
          fold.closest("[data-finding]").dataset.finding, fold.textContent.replace(/\\s+/g, " ")])""",
        REST,
    )
    assert folds
    law = {f"{library.current_law.id}/{item.id}": item for item in library.current_law.findings}
    return [(words, law[id]) for id, words in folds]


def first_words(item):
    """The beginning of the title of a warning, without marks."""
    return item.title.split("*")[0][:20]


def test_a_draft_has_its_english_when_all_came(guide, library):
    page = guide("es")
    page.wait_for_load_state("networkidle")
    result_on_device(page, ANSWERS)
    assert page.locator("[data-english-later]").count() == 0
    for words, item in english(page, library):
        assert first_words(item) in words
        assert len(words) > len(f"{item.title}{item.step}{item.step_more}") + 200


@pytest.mark.parametrize("failure", sample(FAILURES, 2))
def test_without_it_there_is_a_result_that_leads_to_the_english_page(spanish, library, failure):
    page = spanish(FAILURES[failure])
    page.wait_for_load_state("networkidle")
    result_on_device(page, ANSWERS)
    assert on_device(page)
    ways = page.eval_on_selector_all(WAY, "(all) => all.map((one) => [one.getAttribute('href'), one.firstChild.data])")
    folds = english(page, library)
    law = library.current_law.id
    ids = [item.id.replace("/", "-") for _, item in folds]
    assert ways == [[f"/en/explain/{law}#{law}-{id}", "Read the whole text"] for id in ids]
    # What to do is there in English.
    assert all(first_words(item) in words for words, item in folds)
    assert page.get_attribute(WAY, "target") == "_blank"


def test_it_comes_into_a_result_that_is_shown(spanish, library):
    waiting = []
    page = spanish(lambda route: waiting.append(route))
    result_on_device(page, ANSWERS)
    places = page.locator("main [data-english-later]").count()
    assert places == len(english(page, library)) > 0
    waiting[0].continue_()
    page.wait_for_selector("main [data-english-later]", state="detached")
    assert all(len(words) > len(f"{item.title}{item.step}") + 200 for words, item in english(page, library))


def test_another_language_has_its_english(guide):
    page = guide("en", reduced_motion="reduce")
    page.click(".languages summary")
    with page.expect_request_finished(lambda request: request.url.endswith("/es/questions/english.html")):
        page.click("nav [data-language=es]")
    page.wait_for_load_state("networkidle")
    result_on_device(page, ANSWERS)
    assert page.locator(f"{REST} .passage").count() > 0
    assert page.locator("[data-english-later]").count() == 0
