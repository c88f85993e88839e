"""The matrix of the accessibility tests: languages, widths and color schemes.

`make test` looks at each state of the site once, in a language and a mode that a fixed seed picks; `make test-all`
looks at it in all.
"""

from itertools import product

from support.sampling import sample
from support.site_pages import LANGUAGES

MODES = list(product((320, 1280), ("light", "dark")))


def cells(states):
    """Each state, by its name, in the languages to look at it in, with the modes of each: (state, language, modes)."""
    found = []
    for state in states:
        picked = sample(product(LANGUAGES, MODES), 1, seed=state)
        for lang in LANGUAGES:
            if modes := [mode for language, mode in picked if language == lang]:
                found.append((state, lang, modes))
    return found


def once(states):
    """Each state in one language, or in all: (state, language)."""
    return [(state, lang) for state in states for lang in sample(LANGUAGES, 1, seed=state)]


def switch(page, mode):
    width, scheme = mode
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)


def unfold(page):
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
