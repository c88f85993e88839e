"""The scripts that tests run in a page: one function per file in browser/js, where linters see them."""

from pathlib import Path

FOLDER = Path(__file__).parents[1] / "browser" / "js"


def script(name):
    """Return the text of a function of browser/js, for `page.evaluate`."""
    return (FOLDER / f"{name}.js").read_text("utf-8").strip()


LOST = script("lost")
# Takes what repeats out of a page for as long as a dear script looks at it.
THIN = script("thin")
# Goes through everything that takes the focus, and asks each time whether it is lost.
SWEEP = script("sweep").replace("LOST", LOST).replace("THIN", THIN)
WIDE = "document.documentElement.scrollWidth"
CUT_OFF, SPACED, TOO_SMALL = script("cut_off"), script("spaced"), script("too_small")
WITHOUT_AN_EDGE = script("without_an_edge")
SILENT_LISTS = script("silent_lists")
