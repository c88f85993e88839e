"""The ten walks of the usability audit of November 2026, walked again: what each reader has pressed and has in sight.

`PICTURES_OF_WALKS=folder` keeps a picture of each end.
"""

import os
from pathlib import Path

import pytest
from support.browser_steps import asked_by, current, fill, follow, result_on_device, tick
from support.sampling import sample

PHONE = {"width": 360, "height": 740}
ROSA = {"for": ["family"], "status": ["none"], "entry": ["no-officer"], "time": ["over-10"]}
QUESTIONS = "main a.door[href$='/questions']"
# What is read without scrolling, in the order of the page.
IN_SIGHT = """(selector) => [...document.querySelectorAll(selector)].filter((one) => {
  const { top, bottom, width } = one.getBoundingClientRect();
  return width > 0 && top >= 0 && bottom <= innerHeight;
}).map((one) => one.textContent.replace(/\\s+/g, " ").trim())"""
HEADINGS = "all => all.filter(one => one.checkVisibility()).map(one => one.innerText.trim())"


def said(app, lang, text):
    return app.extensions["state"].catalogs[lang].gettext(text)


def steps_in_sight(page):
    return page.evaluate(IN_SIGHT, "[data-steps] .order")


def ready(page):
    page.wait_for_selector("form[data-runs=device]")
    return page


def rosa_after_a_raid(open_page, app, library):
    """In Spanish, with four answers: three whole steps are in sight, and what fits her comes first."""
    page = open_page("/es/", viewport=PHONE)
    page.click(QUESTIONS)
    ready(page)
    presses = 1
    while page.is_hidden("form [data-move=more]"):
        tick(page, current(page), ROSA.get(current(page), ()))
        page.click("form [data-move=next]")
        presses += 1
    page.click("form [data-move=next]")
    assert presses + 1 <= 12
    assert len(steps_in_sight(page)) >= 3
    first = page.locator("[data-view=result] [data-finding]").first
    assert first.get_attribute("data-finding") == "today/now/no-bond"
    assert said(app, "es", library.urgent["steps"].steps[0].text) in steps_in_sight(page)
    return page


def a_teenager_skips_everything(open_page, app, library):
    """In Arabic: two presses, and the steps stand on the first screen, from right to left."""
    page = open_page("/ar/", viewport=PHONE)
    page.click(QUESTIONS)
    ready(page).click("form [data-move=now]")
    assert len(steps_in_sight(page)) >= 3
    assert page.evaluate("getComputedStyle(document.querySelector('[data-steps]')).direction") == "rtl"
    assert page.locator("[data-piece=left-out]").count() == 0
    return page


def a_brother_was_taken(open_page, app, library):
    """From the start page to a number of his state: one tap and one choice."""
    page = open_page("/en/", viewport=PHONE)
    page.click("main a.door[href$='/held']")
    page.select_option("[data-choose-state]", "TX")
    assert page.evaluate(IN_SIGHT, "main a[href='tel:+18333724237']")
    return page


def a_paralegal_prints_a_handout(open_page, app, library):
    """From the page for advocates to a sheet for a room, in two languages."""
    page = open_page("/en/advocates")
    assert page.locator("a[href$='/handout']").count() >= 1
    page.goto("/es+en/handout")
    page.wait_for_load_state()
    assert page.locator(".handout").count() == 1
    return page


def a_webmaster_copies_the_snippet(open_page, app, library):
    page = open_page("/en/clinics")
    page.context.grant_permissions(["clipboard-write"])
    page.click("[data-copy=script]")
    page.wait_for_selector("text=It is copied.")
    return page


def a_blind_reader_goes_by_headings(open_page, app, library):
    """Each warning, each kind of help and each skipped question is a heading; nothing stands before its name."""
    page = ready(open_page("/en/questions", viewport=PHONE))
    result_on_device(page, ROSA)
    heard = page.eval_on_selector_all("main :is(h1, h2, h3)", HEADINGS)
    assert heard[0] == "What to do now"
    for title in ("Fits what you chose", "ICE may say no to bond", "For everyone", "Find a lawyer", "Court and ICE"):
        assert title in heard
    assert page.evaluate("document.activeElement.tagName") == "H1"
    return page


def a_journalist_checks_a_source(open_page, app, library):
    """Two presses from the sentence to the publisher; the place is not lost."""
    page = ready(open_page("/en/questions", viewport=PHONE))
    result_on_device(page, ROSA)
    page.click("#fits .whole > summary")
    page.click("#fits .cited a >> nth=0")
    assert page.is_visible("#fits .source-here")
    assert page.evaluate("document.activeElement.closest('#fits') !== null")
    return page


def somebody_with_zoom_in_the_dark(open_page, app, library):
    page = ready(open_page("/en/questions", viewport={"width": 320, "height": 480}, color_scheme="dark"))
    result_on_device(page, ROSA)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    return page


def a_mistake_at_the_third_question(open_page, app, library):
    """The list of answers, Change, and back: three presses and no question twice."""
    page = ready(open_page("/en/questions", viewport=PHONE))
    result_on_device(page, ROSA)
    page.click("#your-answers summary")
    page.click("#your-answers [data-change=entry]")
    assert current(page) == "entry"
    page.uncheck("[name=entry][value=no-officer]")
    tick(page, "entry", ["visa"])
    page.click("form [data-move=next]")
    assert page.locator("#fits").count() == 0
    assert page.locator("#your-answers [data-answer=entry] [data-option=visa]").count() == 1
    return page


def somebody_without_script(open_page, app, library):
    """One form, one button: the same steps, and nothing is asked of the server but the page."""
    page = open_page("/en/questions", script=False, viewport=PHONE)
    requests = asked_by(page)
    fill(page, ROSA)
    assert [one.method for one in requests if one.resource_type == "document"] == ["POST"]
    assert page.locator("[data-steps] > li").count() == 5
    follow(page, "#again button[type=submit] >> text=Change my answers")
    assert page.is_checked("[name=entry][value=no-officer]")
    return page


WALKS = (
    rosa_after_a_raid,
    a_teenager_skips_everything,
    a_brother_was_taken,
    a_paralegal_prints_a_handout,
    a_webmaster_copies_the_snippet,
    a_blind_reader_goes_by_headings,
    a_journalist_checks_a_source,
    somebody_with_zoom_in_the_dark,
    a_mistake_at_the_third_question,
    somebody_without_script,
)


@pytest.mark.parametrize("walk", sample(WALKS, 4), ids=lambda walk: walk.__name__.replace("_", " "))
def test_a_walk_of_the_audit_ends_well(open_page, app, library, walk):
    page = walk(open_page, app, library)
    if folder := os.environ.get("PICTURES_OF_WALKS"):
        page.screenshot(path=Path(folder) / f"{walk.__name__}.png")
