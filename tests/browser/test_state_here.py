"""Legal help in a state, in place in a result: the entries of the page of legal help; no request tells the state."""

import pytest
from support.answer_sets import FEW_ANSWERS
from support.axe import here
from support.browser_steps import asked_by, fill, result_on_device

BOX = "main > [data-view=result] [data-state-here]"
CHOICE, SHOWN, SAID = f"{BOX} select", f"{BOX} section:not([hidden])", f"{BOX} [role=status]"
LINK = "main .quick > a"
SANDBOX = ' sandbox="allow-scripts"'
# The words and the ways of an entry, however it is folded.
ENTRIES = """section => [...section.querySelectorAll("[data-helper]")].map((entry) => [
  entry.dataset.helper,
  entry.textContent.split(/\\s+/).join(" ").trim(),
  ...[...entry.querySelectorAll("a")].map((link) => link.href),
])"""
NOWHERE = """section => [...section.querySelectorAll("a[href]")]
  .filter((link) => /^https?:/.test(link.protocol) && link.target !== "_blank").map((link) => link.href)"""
TWICE = """() => {
  const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}"""


def choose(page, state):
    page.focus(CHOICE)
    page.select_option(CHOICE, state)
    page.wait_for_selector(SHOWN)


def entries(page, section):
    return page.locator(section).evaluate(ENTRIES)


@pytest.mark.whole
def test_the_entries_of_a_state_are_those_of_the_help_page(resulting, open_page):
    page = resulting("es")
    asked = asked_by(page)
    before = page.url, page.evaluate("history.length")
    choose(page, "TX")
    found = entries(page, SHOWN)
    assert len(found) > 2
    assert page.inner_text(SAID) == f"Ayuda legal en Texas. Opciones abajo: {len(found)}."
    assert page.evaluate("document.activeElement.tagName") == "SELECT"
    assert page.locator(f"{SHOWN} [data-found] [id]").count() == 0
    assert page.evaluate(TWICE) == []
    assert page.locator(SHOWN).evaluate(NOWHERE) == []
    assert here(page) == []
    choose(page, "NY")
    assert [request.url.split("/", 3)[3] for request in asked] == ["es/help"]
    assert (page.url, page.evaluate("history.length")) == before
    there = open_page("/es/help")
    assert entries(there, "[data-state=TX]") == found
    # Never the numbers without how to call them, and where they are from.
    for note in there.locator("[data-with-state]").all():
        assert note.text_content() in page.text_content(SHOWN)
    assert there.locator("[data-with-state]").count() == 3


def test_the_choice_is_not_kept(resulting):
    page = resulting()
    choose(page, "TX")
    page.go_back()
    page.wait_for_selector("[data-view=questions]:not([hidden])")
    page.go_forward()
    page.wait_for_selector(CHOICE)
    assert page.input_value(CHOICE) == ""
    assert not page.is_visible(SHOWN)
    choose(page, "TX")
    page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.input_value(CHOICE) == ""
    assert not page.is_visible(SHOWN)
    assert page.locator(f"{BOX} [data-helper]").count() == 0


def test_without_a_network_it_says_so_and_the_link_is_there(resulting):
    page = resulting()
    assert not page.is_visible(LINK)
    page.route("**/en/help", lambda route: route.abort())
    page.select_option(CHOICE, "TX")
    page.wait_for_selector(LINK)
    assert "could not be loaded" in page.inner_text(SAID)
    assert not page.is_visible(SHOWN)
    page.unroute("**/en/help")
    page.route("**/en/help", lambda route: route.fulfill(body="Log in", content_type="text/html"))
    page.select_option(CHOICE, "TX")
    page.wait_for_function("line => !line.textContent.includes('loading')", arg=page.query_selector(SAID))
    assert "could not be loaded" in page.inner_text(SAID)
    page.unroute("**/en/help")
    choose(page, "TX")
    assert not page.is_visible(LINK)


@pytest.mark.whole
def test_states_chosen_while_the_page_loads_are_shown_once(resulting):
    page = resulting()
    waiting = []
    page.route("**/en/help", lambda route: waiting.append(route))
    for state in ("TX", "NY", "TX"):
        page.select_option(CHOICE, state)
    page.wait_for_timeout(100)
    waiting[0].continue_()
    page.wait_for_selector(SHOWN)
    page.wait_for_timeout(100)
    assert page.locator(f"{SHOWN} [data-found] details[open]").count() == 1
    assert "Texas" in page.inner_text(SAID)


def test_without_script_there_is_the_link(open_page):
    page = open_page("/en/questions", script=False)
    fill(page, FEW_ANSWERS)
    assert page.get_attribute(LINK, "href").endswith("/en/help#by-state")
    assert page.is_visible(LINK)
    assert not page.is_visible(BOX)


@pytest.mark.whole
def test_in_the_result_of_the_server_it_is_offered_too(open_page):
    page = open_page("/en/questions", script=False)
    fill(page, FEW_ANSWERS)
    html = page.content()
    page = open_page("/en/help")
    page.context.route("**/en/result", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto("/en/result")
    choose(page, "TX")
    assert page.locator(f"{SHOWN} [data-helper]").count() > 2


@pytest.mark.whole
def test_a_pair_shows_both_languages(resulting):
    page = resulting("es")
    page.locator("details.pairs").evaluate("one => { one.open = true; }")
    page.click("[data-pair=en]")
    page.wait_for_selector("main .paired")
    asked = asked_by(page)
    choose(page, "TX")
    assert [request.url.split("/", 3)[3] for request in asked] == ["es+en/help"]
    assert page.locator(f"{SHOWN} .pair [lang=en]").count()
    assert page.get_attribute(f"{SHOWN} > p > a", "href") == "/es+en/help"
    assert page.evaluate(TWICE) == []


@pytest.mark.whole
def test_a_sandboxed_frame_shows_them(framed):
    _, frame, asked = framed("/embed/en/questions", SANDBOX)
    frame.wait_for_selector("form[data-runs=device]")
    result_on_device(frame, FEW_ANSWERS)
    asked.clear()
    choose(frame, "TX")
    assert [address.split("/", 3)[3] for address in asked] == ["embed/en/help"]
    assert frame.locator(f"{SHOWN} [data-helper]").count() > 2
    lists = f"{SHOWN} a[href*='#helper-']"
    assert set(frame.locator(lists).evaluate_all("all => all.map(one => one.pathname)")) == {"/en/help"}


@pytest.mark.whole
def test_a_press_of_a_link_to_a_list_leaves_the_result(resulting):
    page = resulting()
    choose(page, "TX")
    with page.context.expect_page() as opened:
        page.click(f"{SHOWN} a[href*='#helper-']")
    opened.value.wait_for_url("**/en/help#helper-*")
    assert page.is_visible(SHOWN)
