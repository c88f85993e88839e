"""The list of everything: how high it is on a phone, and how its rows open."""

import pytest
from support.pdf import printed, texts
from support.sampling import sample

from guide.engine.sharing import code

PHONE = {"width": 360, "height": 740}
LONGER = {"en": 1, "es": 1.25}
ROWS = "main details.listed"
# The draft notice, and English, are read by few: they are not counted.
SEEN = """() => {
  const main = document.querySelector("main");
  for (const aside of main.querySelectorAll(".draft, [data-english]")) aside.remove();
  return main.innerText.trim().split(/\\s+/).length;
}"""
NAMED = [
    "today-now-check-in", "today-now-detained", "2021-guidelines", "2021-guidelines-mitigating-lengthy-presence",
    "review-ice-case-review", "next", "never", "help", "glossary", "term-bond", "sources",
]  # fmt: skip
IN_SIGHT = """id => {
  const named = document.getElementById(id);
  const row = named.querySelector(":scope > details.listed") || named.closest("details.listed");
  const { top } = named.getBoundingClientRect();
  return row.open && top >= 0 && top < innerHeight;
}"""


@pytest.mark.parametrize("lang", LONGER)
def test_the_list_is_short(look, lang):
    page = look(f"/{lang}/explain", PHONE)
    assert page.evaluate("document.documentElement.scrollHeight") <= 4500 * LONGER[lang]
    assert page.evaluate(SEEN) <= 700 * LONGER[lang]


def test_nothing_is_wider_than_a_small_phone(look):
    page = look("/ar/explain", {"width": 320, "height": 740})
    page.eval_on_selector_all("main details", "all => { for (const one of all) one.open = true; }")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_row_can_be_pressed_and_opens_in_place_without_script(open_page):
    page = open_page("/en/explain", script=False, viewport=PHONE)
    for summary in page.query_selector_all(f"{ROWS} > summary"):
        assert summary.bounding_box()["height"] >= 44
    row = page.locator("#today-now-check-in")
    assert not row.locator("[data-step]").is_visible()
    row.locator("summary").first.click()
    assert row.locator("[data-step]").is_visible()
    assert row.locator(".cited").is_visible()
    assert page.url.endswith("/en/explain")


@pytest.mark.parametrize("id", sample(NAMED, 5))
def test_an_address_opens_the_row_that_it_names(look, id):
    page = look(f"/en/explain#{id}", PHONE)
    page.wait_for_function(IN_SIGHT, arg=id)


def test_a_link_within_the_page_opens_the_row_it_leads_to(look):
    page = look("/en/explain", PHONE)
    page.click("#today-now-check-in summary")
    link = page.locator("#today-now-check-in a[href^='#term-']").first
    id = link.get_attribute("href").removeprefix("#")
    link.click()
    page.wait_for_function(IN_SIGHT, arg=id)


def test_a_source_opens_where_it_is_cited(look):
    page = look("/en/explain", PHONE)
    page.click("#today-now-check-in summary")
    page.locator("#today-now-check-in .cited a").first.click()
    assert page.is_visible("#today-now-check-in .source-here")
    assert page.locator("#sources > details[open]").count() == 0


def test_without_script_the_browser_opens_what_an_address_names(open_page):
    page = open_page("/en/explain#term-bond", script=False, viewport=PHONE)
    assert page.is_visible("#term-bond")


@pytest.mark.parametrize("hash", ["#nothing", "#%3Cimg%3E"])
def test_an_address_that_names_nothing_opens_nothing(look, hash):
    page = look(f"/en/explain{hash}", PHONE)
    assert page.locator(f"{ROWS}[open]").count() == 0
    assert page.evaluate("location.pathname") == "/en/explain"


@pytest.mark.parametrize("hash", ["#f-", "#f-AAAAA"])
def test_a_link_to_chosen_explanations_that_cannot_be_read_says_so(open_page, hash):
    page = open_page(f"/en/explain{hash}", viewport=PHONE)
    page.wait_for_selector("[data-none]:not([hidden])")
    assert page.evaluate("location.pathname") == "/en/explain/all"


@pytest.mark.whole
def test_a_link_to_chosen_explanations_that_people_have_shows_only_those(open_page, library):
    today = library.guidelines["today"]
    chosen = code(today, next(finding for finding in today.findings if finding.id == "now/no-safe-places"))
    page = open_page(f"/es/explain#f-{chosen}:~:text={chosen}")
    page.wait_for_selector("#shared:not([hidden])")
    assert page.evaluate("location.pathname + location.hash") == f"/es/explain/all#f-{chosen}"
    seen = "all => all.filter(one => one.checkVisibility()).map(one => one.dataset.share)"
    assert page.eval_on_selector_all("main article.finding", seen) == [chosen]


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.whole
def test_the_list_is_printed_with_all_its_words(open_page, script):
    page = open_page("/en/explain", script=script)
    page.emulate_media(media="print")
    wanted = texts(page, f"{ROWS} h3, {ROWS} .passage > p, #glossary dt, #next .steps > li")
    assert len(wanted) > 300
    assert printed(page, "Letter").missing(wanted) == []
