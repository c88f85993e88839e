"""Runs axe-core, the accessibility checker, in the current page."""

from importlib.resources import files

from support.matrix import switch
from support.sampling import REPEATS
from support.scripts import THIN, script

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = script("run_axe").replace("THIN", THIN)


def here(page, repeats=REPEATS):
    """Return what axe reports for a page or a frame, with at most `repeats` of each kind of element.

    The time of axe grows with the elements. A third passage of a kind shows nothing that the first two did not; one
    that differs in a class, an attribute or its place is of another kind.
    """
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE)
    return page.evaluate(RUN, [RULES, repeats])


def violations(page, modes):
    """Return what axe reports for the page, in each of the modes."""
    found = []
    for mode in modes:
        switch(page, mode)
        found += [(*mode, *one) for one in here(page)]
    return found
