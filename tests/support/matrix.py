"""The matrix of the accessibility tests: languages, widths and color schemes.

`make test` looks at each state of the site once, in a language and a mode that a fixed seed picks; `make test-all`
looks at it in all.
"""

from itertools import product

from support.sampling import sample
from support.site_pages import LANGUAGES

MODES = list(product((320, 1280), ("light", "dark")))


def cells(states):
    """Return (state, language, modes) for each state: the languages and modes in which it is checked."""
    found = []
    for state in states:
        picked = sample(product(LANGUAGES, MODES), 1, seed=state)
        for lang in LANGUAGES:
            if modes := [mode for language, mode in picked if language == lang]:
                found.append((state, lang, modes))
    return found


def once(states):
    """Return (state, language) for each state: one language, or all in `make test-all`."""
    return [(state, lang) for state in states for lang in sample(LANGUAGES, 1, seed=state)]


def switch(page, mode):
    """Set the width and the color scheme of the page."""
    width, scheme = mode
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)


def unfold(page):
    """Open all `details` elements of the page."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
