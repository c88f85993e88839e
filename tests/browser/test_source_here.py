"""A source opens where it is cited, and nobody loses their place."""

import pytest
from support.browser_steps import result_on_device

PHONE = {"width": 360, "height": 740}
HERE = ".source-here"


def open_one(page, within):
    """Press the first source that is cited there; return the text of its entry in the list, and the place before."""
    link = page.locator(f"{within} .cited a[href^='#source-']").first
    link.scroll_into_view_if_needed()
    before = page.evaluate("window.scrollY")
    listed = page.locator(f"[id='{link.get_attribute('href')[1:]}']").text_content()
    link.click()
    assert link.get_attribute("aria-expanded") == "true"
    assert page.evaluate("window.scrollY") == before
    return listed, link


@pytest.mark.parametrize("path", ["/en/explain/2021-guidelines", "/en/review"])
def test_a_source_opens_where_it_is_cited(open_page, path):
    page = open_page(path, viewport=PHONE)
    page.wait_for_load_state("networkidle")
    listed, link = open_one(page, "main")
    assert " ".join(page.text_content(HERE).split()) == " ".join(listed.split())
    assert "#" not in page.url
    link.click()
    assert page.locator(HERE).count() == 0
    assert link.get_attribute("aria-expanded") == "false"


@pytest.mark.whole
def test_in_a_result_a_source_is_two_presses_from_its_sentence(guide):
    page = guide()
    result_on_device(page, {"entry": ["no-officer"]})
    page.click("#fits summary >> nth=0")
    listed, _ = open_one(page, "#fits")
    assert " ".join(page.text_content(HERE).split()) == " ".join(listed.split())
    assert page.locator(f"{HERE} a[href^=http], {HERE} a[target=_blank]").count() >= 1
    assert page.is_visible(HERE)
    page.emulate_media(media="print")
    assert not page.is_visible(HERE)


def test_without_script_a_citation_leads_to_the_list(open_page):
    page = open_page("/en/review", script=False)
    link = page.locator(".cited a[href^='#source-']").first
    link.click()
    assert page.url.endswith(link.get_attribute("href"))
