"""The paths of all static pages, read from the routes of the site, so that none is missed."""

from guide.config import CHECKOUT
from guide.loader.content import load
from guide.web import create_app
from support.sampling import sample
from support.server import EXAMPLE

LIBRARY = load(CHECKOUT / "content")
LANGUAGES = tuple(LIBRARY.languages)
# What may stand for a placeholder of an address. An address with another one fails here until it is told.
PLACEHOLDERS = {"guideline": tuple(LIBRARY.guidelines), "persona": (EXAMPLE,)}
LANGUAGE = "/<any_language:lang>/"
FILES = ("pdf", "atom", ".html")  # no pages: the last are a download and what the script loads


def _names():
    """What follows the language in the address of each page that is fetched."""
    for rule in create_app().url_map.iter_rules():
        if "GET" in rule.methods and rule.rule.startswith(LANGUAGE) and not rule.rule.endswith(FILES):
            names = [rule.rule.removeprefix(LANGUAGE)]
            for placeholder in sorted(rule.arguments - {"lang"}):
                names = [
                    name.replace(f"<{placeholder}>", value) for name in names for value in PLACEHOLDERS[placeholder]
                ]
            yield from names


NAMES = tuple(_names())
PAGES = [f"/{lang}/{name}" for lang in LANGUAGES for name in NAMES]


def another(name):
    """Return a language other than English, by a seed of this name; in `make test-all` all of them."""
    return sample([lang for lang in LANGUAGES if lang != "en"], 1, seed=name)


def in_english_and_another(names):
    """Return (name, language) pairs: each name in English and in another language, or in all."""
    return [(name, lang) for name in names for lang in ("en", *another(name))]
