"""A line of a result opens its whole text in place, from what the device has already."""

import pytest
from support.browser_steps import asked_by, result_on_device

ANSWERS = {"time": ["over-10"], "status": ["none"]}
ENDED = "[data-finding='2011-review/mitigating/lengthy-presence']"
ROW = "#may-fit article >> nth=0"


def opened(page, line, parts=".passage, .meta .cited"):
    """Press the link of a line; return how many parts of its whole text are in sight."""
    for summary in page.locator("#glance > details > summary, #open-questions details > summary").all():
        if page.locator(line).locator("[data-whole] a").is_visible():
            break
        summary.click()
    page.locator(line).locator("[data-whole] a").first.click()
    return sum(each.is_visible() for each in page.locator(line).locator(parts).all())


def test_an_ended_rule_opens_below_what_it_is_worth_today_and_closes(guide):
    page = guide()
    result_on_device(page, ANSWERS)
    asked = asked_by(page)
    assert opened(page, ENDED) == 2
    link = page.locator(f"{ENDED} [data-whole] a")
    assert (link.get_attribute("role"), link.get_attribute("aria-expanded")) == ("button", "true")
    assert page.inner_text(f"{ENDED} h4").startswith("Today: no protection.")
    assert "#" not in page.url
    cited = page.eval_on_selector_all(f"{ENDED} .cited a", "all => all.map(link => link.getAttribute('href'))")
    assert all(page.locator(f"[id='{href[1:]}']").count() == 1 for href in cited)
    link.click()
    assert page.locator(f"{ENDED} .passage, {ENDED} .cited").count() == 0
    assert asked == []


@pytest.mark.parametrize("lang", ["es"])
def test_a_warning_opens_with_its_english_once(guide, lang):
    page = guide(lang)
    result_on_device(page, ANSWERS)
    page.click("#may-fit summary >> nth=0")
    english = page.locator(ROW).locator("[data-english]")
    assert english.count() == 1
    assert english.locator(".passage").count() == 0
    assert opened(page, ROW, ".passage") >= 1
    shown = [each for each in english.all() if each.is_visible()]
    assert len(shown) == 1
    assert shown[0].locator(".passage").count() == 1
    page.locator(ROW).locator("[data-whole] a").click()
    assert [each.is_visible() for each in english.all()] == [True]


def test_in_two_languages_it_opens_in_both_and_its_link_leads_to_both(guide):
    page = guide("es")
    result_on_device(page, ANSWERS)
    page.evaluate("document.querySelector('[data-pair=en]').click()")
    page.wait_for_selector(".paired")
    page.click("#glance > details > summary")
    line = page.locator(ENDED)
    assert line.locator("[data-whole] a").get_attribute("href").startswith("/es+en/explain/2011-review#")
    line.locator("[data-whole] a").click()
    assert line.locator("> .passage").evaluate_all("all => all.map(one => one.lang)") == ["", "en"]


def test_a_way_to_ask_for_a_review_opens_without_saying_anything_twice(guide):
    page = guide()
    result_on_device(page, {})
    page.click("#reviews summary")
    line = page.locator("[data-review] >> nth=0")
    summary = line.locator("> p:not([class])").first.inner_text()
    line.locator("[data-whole] a").click()
    assert line.locator("> [data-paper=long]").is_visible()
    assert line.inner_text().count(summary) == 1


def test_what_was_opened_is_printed_and_the_rest_is_a_line(guide):
    page = guide()
    result_on_device(page, ANSWERS)
    page.click("#may-fit summary >> nth=0")
    opened(page, ROW, ".passage")
    opened(page, ENDED)
    page.emulate_media(media="print")
    assert page.locator(ROW).locator(".passage").first.is_visible()
    assert page.locator(f"{ENDED} .passage > p").first.is_visible()
    assert page.locator("[data-whole] a:visible").filter(has_text="Read the whole text").count() == 0
    other = page.locator("#for-all article >> nth=0")
    assert other.locator(".step").is_visible()
    assert other.locator(".why").is_hidden()
