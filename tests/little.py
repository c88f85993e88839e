"""A guide with no texts but those that a test gives it, for the checks of plain language."""

import datetime as dt
from dataclasses import fields, replace

from babel.messages.catalog import Catalog
from tiny import real

from guide.lint.translations import Translated
from guide.model.content import Block, Page
from guide.model.wordlists import WordLists

DAY = dt.date(2026, 9, 1)
PAGE = "content/pages/test.md"
PO = "translations/es/LC_MESSAGES/messages.po"
TERMS = WordLists(
    names=("ICE", "immigration"),
    spanish_names=("corte",),
    acronyms=("ICE", "US"),
    jargon={"shall": "must", "prior to": "before", "i.e.": "that is", "inadmissible": "...", "noncompliance": "..."},
    negations=("no", "not", "nobody", "none", "without"),
    fixed_phrases=("without a judge",),
)


def little(*blocks, **more):
    """The library with one page of these blocks; `more` are other fields of the library."""
    library = real()
    texts = {"tagline": "Go now.", "government_warning": "Ask first.", "host_privacy": ""}
    site = replace(library.site, **texts, not_for={}, seen_through={})
    values = {field.name: getattr(library, field.name) for field in fields(library) if field.name != "languages"}
    nothing = {name: type(value)() for name, value in values.items() if isinstance(value, tuple | dict)}
    pages = {"test": Page("test", "A test", blocks, DAY, path=PAGE)} if blocks else {}
    return replace(library, site=site, **{**nothing, "pages": pages, "terms": TERMS, **more})


def p(text, line=7):
    return Block("p", text, line)


def items(*texts, kind="ul"):
    return [Block(kind, text, 9 + number) for number, text in enumerate(texts)]


def translated(texts, fuzzy=(), code="es"):
    """The catalog of a language with these translations, at the lines 11, 12 and so on."""
    catalog = Catalog()
    for line, (text, translation) in enumerate(texts.items(), 11):
        catalog.add(text, translation, lineno=line, flags=["fuzzy"] if text in fuzzy else [])
    return Translated(real().languages[code], PO, catalog)


def codes(problems):
    return [problem.code for problem in problems]
