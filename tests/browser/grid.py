"""The grid of the accessibility tests: languages, widths and colour schemes.

`make test` looks at each state of the site once, in a language and a mode that a fixed seed picks; `make test-all`
looks at it in all.
"""

from itertools import product

from pages import LANGUAGES, LIBRARY
from sampling import sample

RIGHT_TO_LEFT = [code for code, language in LIBRARY.languages.items() if language.direction == "rtl"]
# Until a language that runs from right to left is there, English is turned round and put into Arabic letters.
TURNED = "turned"
TONGUES = LANGUAGES if RIGHT_TO_LEFT else (*LANGUAGES, TURNED)
MODES = list(product((320, 1280), ("light", "dark")))
TURN = """() => {
  const root = document.documentElement;
  const letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (text.parentElement.closest("[lang]") !== root || text.parentElement.closest("script, style")) continue;
    text.data = text.data.replace(/[a-z]/gi, (letter) => letters[letter.toLowerCase().charCodeAt(0) - 97]);
  }
  root.lang = "ar";
  root.dir = "rtl";
}"""


def cells(states):
    """Each state, by its name, in the languages to look at it in, with the modes of each: (state, language, modes)."""
    found = []
    for state in states:
        picked = sample(product(TONGUES, MODES), 1, seed=state)
        for lang in TONGUES:
            if modes := [mode for tongue, mode in picked if tongue == lang]:
                found.append((state, lang, modes))
    return found


def once(states):
    """Each state in one language, or in all: (state, language)."""
    return [(state, lang) for state in states for lang in sample(TONGUES, 1, seed=state)]


def code(lang):
    """The language of the address."""
    return "en" if lang == TURNED else lang


def turn(page, lang):
    if lang == TURNED:
        page.evaluate(TURN)


def switch(page, mode):
    width, scheme = mode
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)


def unfold(page):
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
