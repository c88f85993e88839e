"""Nothing on a page jumps when its scripts arrive: the room of what they show is kept."""

from support.sampling import sample
from support.scripts import script

PAGES = (
    *("en/", "en/questions", "es/questions", "embed/en/questions"),
    *("en/help", "en/timeline", "en/held", "en/papers", "en/steps", "en/handout"),
    *("ar/", "ar/officers", "es/plan", "en/explain", "en/present"),
)


def test_nothing_moves_when_the_scripts_arrive(open_page):
    page = open_page("about:blank", viewport={"width": 360, "height": 740})
    jumps = {}
    for path in sample(PAGES, 7):
        page.goto(f"/{path}")
        if "questions" in path:
            page.wait_for_selector("form[data-runs=device]")
        if found := page.evaluate(script("jumps")):
            jumps[path] = found
    assert jumps == {}


def test_without_script_no_room_is_kept_and_no_control_is_dead(open_page):
    page = open_page("/en/help", script=False)
    assert page.locator("[data-room]").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)") == [0]
    page = open_page("/en/questions", script=False)
    assert page.is_visible("form > .highlight")
    assert page.is_hidden(".awaited")
    assert page.is_hidden("form > .where")
