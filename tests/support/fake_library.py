"""Small libraries for tests: a few questions and rules, and only the texts that a test gives."""

import datetime as dt
from dataclasses import fields, replace
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog

from guide.engine.rules import from_plain
from guide.lint.translations import Translated
from guide.loader.content import load
from guide.model.content import Block, Finding, Option, Page, Question, ReviewRoute
from guide.model.rule import ALWAYS
from guide.model.wordlists import WordLists

DAY = dt.date(2026, 9, 1)


@cache
def real():
    """Return the library of the real content, loaded once."""
    return load(Path(__file__).parents[2] / "content")


def question(id, *options, many=False, when=None, topic=""):
    """Return a question with these option ids; `when` is a rule as a mapping."""
    rule = ALWAYS if when is None else from_plain(when)
    options = tuple(Option(option, option) for option in options)
    return Question(id, part="", topic=topic or id, ask="", options=options, many=many, when=rule)


def finding(id, when=None, may=None, weighs="against", title=""):
    """Return a finding with only an id and these rules, given as mappings."""
    rules = {key: from_plain(plain) for key, plain in (("when", when), ("may", may)) if plain is not None}
    text = {"title": title or id, "body": (), "theme": "", "sources": (), "last_checked": DAY}
    return Finding(id=id, weighs=weighs, path=f"{id}.md", **text, **rules)


def review(id, may):
    """Return a way to ask for a review with only an id and this rule."""
    text = {"title": id, "summary": "", "state": "", "body": (), "sources": (), "last_checked": DAY}
    return ReviewRoute(id=id, may=from_plain(may), path=f"{id}.md", **text)


def guideline(id, *findings):
    """Return a guideline set with these findings; the one with the id `today` is the current law."""
    names = {"id": id, "title": id, "short": id}
    return replace(next(iter(real().guidelines.values())), **names, findings=findings, current_law=id == "today")


QUESTIONS = (
    question("held", "yes", "no"),
    question("papers", "card", "visa", "parole", "none", many=True),
    question("police", "none", "arrest", "conviction"),
    question("level", "felony", "misdemeanor", "many-of-them", many=True, when={"police": "conviction"}),
)


def tiny(*findings, reviews=(), questions=QUESTIONS, sets=None):
    """Return a library of these findings in one set, unless `sets` has the guideline sets themselves."""
    sets = (guideline("set", *findings),) if sets is None else sets
    return replace(
        real(),
        questions=tuple(questions),
        guidelines={each.id: each for each in sets},
        reviews={each.id: each for each in reviews},
    )


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
    """Return a library with one page of these blocks; `more` are other fields of the library."""
    library = real()
    texts = {"tagline": "Go now.", "government_warning": "Ask first.", "host_privacy": ""}
    site = replace(library.site, **texts, not_for={}, seen_through={})
    values = {field.name: getattr(library, field.name) for field in fields(library) if field.name != "languages"}
    nothing = {name: type(value)() for name, value in values.items() if isinstance(value, tuple | dict)}
    pages = {"test": Page("test", "A test", blocks, DAY, path=PAGE)} if blocks else {}
    return replace(library, site=site, **{**nothing, "pages": pages, "terms": TERMS, **more})


def p(text, line=7):
    """Return a paragraph block."""
    return Block("p", text, line)


def items(*texts, kind="ul"):
    """Return the blocks of a list, one for each text, at the lines 9, 10 and so on."""
    return [Block(kind, text, 9 + number) for number, text in enumerate(texts)]


def translated(texts, fuzzy=(), code="es"):
    """Return the catalog of a language with these translations, at the lines 11, 12 and so on."""
    catalog = Catalog()
    for line, (text, translation) in enumerate(texts.items(), 11):
        catalog.add(text, translation, lineno=line, flags=["fuzzy"] if text in fuzzy else [])
    return Translated(real().languages[code], PO, catalog)


def codes(problems):
    """Return the codes of the problems, in order."""
    return [problem.code for problem in problems]
