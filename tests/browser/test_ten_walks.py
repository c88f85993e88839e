"""Ten people in the first minute, from the start page to the right first act.

A step is a tap or what somebody types. Then the act must be in sight without another scroll, and read as it stands in
content. `PICTURES_OF_WALKS=folder` keeps a picture of each.
"""

import os
from pathlib import Path

import pytest
from support.sampling import sample

PHONE = {"width": 360, "height": 740}
STILL = {"reduced_motion": "reduce"}
HOME = "main a.door[href$='/{}']"
IN_SIGHT = """(all) => all.filter((one) => {
  const { top, bottom, width } = one.getBoundingClientRect();
  const bar = document.querySelector(".leave").getBoundingClientRect().bottom;
  return width > 0 && top >= bar - 1 && bottom <= window.innerHeight;
}).map((one) => one.textContent.replace(/\\s+/g, " ").trim())"""

TAKEN, OFFICERS, PAPER = (("tap", HOME.format(page)) for page in ("held", "officers", "papers"))
PLAN = ("tap", "main a[href$='/plan']")


def state(code):
    return ("choose", code)


def place(id):
    return ("tap", f".places a[href='#{id}']")


def paper(typed, id):
    return [PAPER, ("type", typed), ("tap", f"[id='{id}'] > summary")]


# Who it is: language, steps, the page, and the first act as `part/line` of that page, or what is in sight instead.
WALKS = {
    "a wife at night in Houston": ("es", [TAKEN, state("TX")], "held", "tel:+18333724237"),
    "a wife in Montana": ("en", [TAKEN, state("MT")], "held", "We have no number for Montana."),
    "a wife in Arizona": ("es", [TAKEN, state("AZ")], "held", "tel:+15208680191"),
    "a passenger in a stopped car": ("en", [OFFICERS, place("passenger")], "officers", "passenger/free"),
    "a worker in a raid": ("es", [OFFICERS, place("work")], "officers", "work/stay"),
    "a Form I-200 at the door": ("en", paper("I-200", "warrant-i200"), "papers", "warrant-i200/door"),
    "a judge's warrant": ("en", paper("a judge's warrant", "court-warrant"), "papers", "court-warrant/first"),
    "a hearing notice": ("en", paper("my court date", "hearing-notice"), "papers", "hearing-notice/first"),
    "a Form I-851": ("en", paper("i851", "intent-i851"), "papers", "intent-i851/first"),
    "a boy of 15": ("es", [PLAN, place("young")], "plan", "young/call"),
}


def take(page, kind, what):
    if kind == "tap":
        page.click(what)
    elif kind == "choose":
        page.select_option("[data-choose-state]", what)
    else:
        page.fill("#looked-for", what)
    page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")


def line_of(library, name, act):
    part, _, id = act.partition("/")
    return next(line for each in library.urgent[name].parts if each.id == part for line in each.acts if line.id == id)


@pytest.mark.parametrize("who", sample(WALKS, 4))
def test_each_of_ten_people_comes_to_the_right_first_act(open_page, app, library, who):
    lang, steps, name, act = WALKS[who]
    page = open_page(f"/{lang}/", viewport=PHONE, **STILL)
    for step in steps:
        take(page, *step)
        page.wait_for_load_state()
    assert page.url.partition("#")[0].endswith(f"/{lang}/{name}")
    if folder := os.environ.get("PICTURES_OF_WALKS"):
        page.screenshot(path=Path(folder) / f"{who.replace(' ', '-')}.png")
    if act.startswith("tel:"):
        assert page.eval_on_selector_all(f"main a[href='{act}']", IN_SIGHT)
        first = page.query_selector("main a[href^='tel:']")
        assert first.get_attribute("href") == act
        return
    words = line_of(library, name, act).text if "/" in act else act
    said = app.extensions["state"].catalogs[lang].gettext(words)
    assert any(said in each for each in page.eval_on_selector_all("main p, main strong", IN_SIGHT)), said
