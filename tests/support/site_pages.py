"""The addresses of all pages that are the same for everybody, read from the site itself: no new page is forgotten."""

from guide.config import CHECKOUT
from guide.loader.content import load
from guide.web import create_app
from support.sampling import sample
from support.server import EXAMPLE

LIBRARY = load(CHECKOUT / "content")
LANGUAGES = tuple(LIBRARY.languages)
# What may stand in a gap of an address. An address with another gap fails here until it is told.
GAPS = {"guideline": tuple(LIBRARY.guidelines), "persona": (EXAMPLE,)}
LANGUAGE = "/<any_language:lang>/"
FILES = ("pdf",)  # no pages, and there only when somebody has made them


def _names():
    """What follows the language in the address of each page that is fetched."""
    for rule in create_app().url_map.iter_rules():
        if "GET" in rule.methods and rule.rule.startswith(LANGUAGE) and not rule.rule.endswith(FILES):
            names = [rule.rule.removeprefix(LANGUAGE)]
            for gap in sorted(rule.arguments - {"lang"}):
                names = [name.replace(f"<{gap}>", value) for name in names for value in GAPS[gap]]
            yield from names


NAMES = tuple(_names())
PAGES = [f"/{lang}/{name}" for lang in LANGUAGES for name in NAMES]


def another(name):
    """A language other than English for whatever has this name, by seed; in `make test-all` all of them."""
    return sample([lang for lang in LANGUAGES if lang != "en"], 1, seed=name)


def in_english_and_another(names):
    """(name, language): each in English and in another language, or in all."""
    return [(name, lang) for name in names for lang in ("en", *another(name))]
