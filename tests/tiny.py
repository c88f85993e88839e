"""A guide of a few questions and rules made by hand: everything else is taken from the real one."""

import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path

from guide.engine.rules import from_plain
from guide.loader.content import load
from guide.model.content import Finding, Option, Question, ReviewRoute
from guide.model.rule import ALWAYS

DAY = dt.date(2026, 9, 1)


@cache
def real():
    return load(Path(__file__).parents[1] / "content")


def question(id, *options, many=False, when=None, topic=""):
    rule = ALWAYS if when is None else from_plain(when)
    options = tuple(Option(option, option) for option in options)
    return Question(id, part="", topic=topic or id, ask="", options=options, many=many, when=rule)


def finding(id, when=None, may=None, weighs="against", title=""):
    rules = {key: from_plain(plain) for key, plain in (("when", when), ("may", may)) if plain is not None}
    text = {"title": title or id, "body": (), "theme": "", "sources": (), "reviewed": DAY}
    return Finding(id=id, weighs=weighs, path=f"{id}.md", **text, **rules)


def review(id, may):
    text = {"title": id, "summary": "", "state": "", "body": (), "sources": (), "reviewed": DAY}
    return ReviewRoute(id=id, may=from_plain(may), path=f"{id}.md", **text)


def guideline(id, *findings):
    return replace(
        next(iter(real().guidelines.values())), id=id, title=id, short=id, findings=findings, current_law=id == "today"
    )


QUESTIONS = (
    question("held", "yes", "no"),
    question("papers", "card", "visa", "parole", "none", many=True),
    question("police", "none", "arrest", "conviction"),
    question("level", "felony", "misdemeanor", "many-of-them", many=True, when={"police": "conviction"}),
)


def tiny(*findings, reviews=(), questions=QUESTIONS, sets=None):
    """All findings stand in one set, unless `sets` gives the guideline sets themselves."""
    sets = (guideline("set", *findings),) if sets is None else sets
    return replace(
        real(),
        questions=tuple(questions),
        guidelines={each.id: each for each in sets},
        reviews={each.id: each for each in reviews},
    )
