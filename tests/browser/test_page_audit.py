"""Opens each page once, in a language that a seed picks, and runs all checks that do not change it.

Widths are those of WCAG: a phone of 320 pixels, which is 1280 pixels at 400 %.
"""

import os

import pytest
from support.axe import violations
from support.browser_steps import result_on_device
from support.figures import NOTES
from support.landmarks import landmarks, landmarks_alone
from support.matrix import cells
from support.pdf import CHROME, shown
from support.sampling import REPEATS, WHOLE, sample
from support.scripts import CUT_OFF, SILENT_LISTS, SPACED, SWEEP, TOO_SMALL, WIDE, WITHOUT_AN_EDGE
from support.site_pages import NAMES

SMALL = {"width": 320, "height": 640}
# To move the focus through a page costs more than all the rest.
SWEPT = sample(NAMES, 3)
# Every part of a page stands on one of these: `design` shows all components, the others how they stand together.
# `make test-all`, and `make accessibility-figures`, which counts pages, look at each page.
KINDS = ("", "held", "papers", "steps", "questions", "explain", "help", "timeline", "design")
ALL = WHOLE or "GUIDE_FIGURES" in os.environ
OF_EACH_KIND = [name for name in NAMES if ALL or name in KINDS]
EDGES = (
    ".exit, .button:not(.plain), .finding, .urgent, .highlight, .fold:not(.finding > .fold), .help, .operator, .chip"
)


def without_axe_violations(page, name, modes):
    found = violations(page, modes)
    NOTES.saw(page, "axe-core", "axe.version", found)
    assert found == []


def with_a_name_for_each_landmark(page, name, modes):
    found = landmarks_alone(page)
    assert len(found) == len(set(found))
    assert {"banner", "main", "contentinfo", "navigation"} <= {role for role, _ in found}
    assert all(label for role, label in found if role in ("navigation", "region"))


def not_wider_than_a_small_phone(page, name, modes):
    assert page.evaluate(WIDE) <= SMALL["width"]
    assert page.evaluate(CUT_OFF) == []


def with_lists_that_say_so(page, name, modes):
    assert page.evaluate(SILENT_LISTS) == []


def big_enough_for_a_thumb(page, name, modes):
    assert page.evaluate(TOO_SMALL) == []


def readable_with_more_space_between_letters(page, name, modes):
    page.evaluate(SPACED)
    assert page.evaluate(WIDE) <= SMALL["width"]
    assert page.evaluate(CUT_OFF) == []
    page.evaluate("document.adoptedStyleSheets = []")


def with_no_focus_that_is_covered(page, name, modes):
    if name in SWEPT:
        assert page.evaluate(SWEEP, [False, REPEATS]) == []
        assert page.evaluate(SWEEP, [True, REPEATS]) == []


def with_edges_in_forced_colors(page, name, modes):
    page.emulate_media(forced_colors="active")
    assert page.evaluate(WITHOUT_AN_EDGE, EDGES) == []
    page.emulate_media(forced_colors="none")


def without_its_chrome_on_paper(page, name, modes):
    assert shown(page, CHROME)
    page.emulate_media(media="print")
    assert shown(page, CHROME) == []
    page.emulate_media(media="screen")


# `violations` leaves the page in its last mode; from the second check on it is small. The last one takes it apart.
AT_FIRST = (without_axe_violations,)
NARROW = (
    not_wider_than_a_small_phone,
    with_lists_that_say_so,
    big_enough_for_a_thumb,
    readable_with_more_space_between_letters,
    with_no_focus_that_is_covered,
    with_edges_in_forced_colors,
    without_its_chrome_on_paper,
    with_a_name_for_each_landmark,
)
# These look at the style sheets, which all pages share: at half of the pages, each at others.
SOME = {
    check: ["nothing-here", *sample(OF_EACH_KIND, 5, seed=check.__name__)]
    for check in (
        readable_with_more_space_between_letters,
        with_edges_in_forced_colors,
        without_its_chrome_on_paper,
    )
}


@pytest.mark.parametrize(("name", "lang", "modes"), cells([*OF_EACH_KIND, "nothing-here"]))
def test_a_page_passes_the_audit(subtests, visit, name, lang, modes):
    page = visit(f"/{lang}/{name}")
    for checks, size in ((AT_FIRST, None), (NARROW, SMALL)):
        if size:
            page.set_viewport_size(size)
        for check in checks:
            with subtests.test(check.__name__):
                if name in SOME.get(check, (name,)):
                    check(page, name, modes)
    page.emulate_media(media="screen", forced_colors="none")


def test_landmarks_are_the_same_when_nothing_else_is_left(visit):
    page = visit("/es/steps")
    assert landmarks(page) == landmarks_alone(page)


def test_a_missing_edge_would_be_found(open_page):
    page = open_page("/en/nothing-here", forced_colors="active")
    assert page.evaluate(WITHOUT_AN_EDGE, EDGES) == []
    page.evaluate("document.querySelector('.exit').attributeStyleMap.set('border-style', 'none')")
    assert page.evaluate(WITHOUT_AN_EDGE, EDGES) != []


def test_a_list_without_its_role_would_be_found(look):
    page = look("/en/")
    assert page.evaluate(SILENT_LISTS) == []
    page.eval_on_selector("ul.doors", "one => one.removeAttribute('role')")
    assert len(page.evaluate(SILENT_LISTS)) == 1


def test_the_lists_of_a_result_say_that_they_are_lists(guide):
    page = guide()
    result_on_device(page, {"held": ["no"], "police": ["arrest"]})
    assert page.evaluate(SILENT_LISTS) == []
