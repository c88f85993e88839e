"""Answer sets: random ones, by seed, and one that is asked every question."""

import random

from hypothesis import Phase, settings
from hypothesis import strategies as st

from guide.engine.rules import holds
from support.sampling import WHOLE

EVERYTHING = {
    "for": ["family"], "held": ["no"], "proceedings": ["court-open", "check-ins"], "status": ["none"],
    "time": ["3-to-5"], "since-2020": ["after"], "entry": ["no-officer"], "police": ["conviction"],
    "offense": ["theft", "dui"], "level": ["misdemeanor"], "since-then": ["changed"], "harm": ["victim"],
    "rights": ["work"], "family": ["citizen-family"], "age": ["18-to-65"], "health": ["pregnancy"],
    "service": ["none"], "childhood": ["none"], "relief": ["maybe"],
}  # fmt: skip
FEW_ANSWERS = {"for": ["family"], "held": ["no"]}

# The settings of property tests: the same examples in each run, none kept on disk, and no test depends on speed.
SAME_EXAMPLES = settings(
    max_examples=300 if WHOLE else 60,
    derandomize=True,
    database=None,
    deadline=None,
    phases=(Phase.generate, Phase.shrink),  # not `explain`, which traces every line: a failure would take minutes
)


@st.composite
def answer_sets(draw, library, skips=True):
    """Draw answers as the form can send them; a failing example shrinks to few questions and ticks.

    With `skips`, any question may have no answer; without, every question that is asked has one.
    """
    return draw(completed(library, {}, skips))


@st.composite
def completed(draw, library, given, skips=False):
    """Draw an answer to each question that is asked and is not `given`; return the answers `given` and these."""
    answers = {}
    for question in library.questions:
        if question.id in given:
            answers[question.id] = given[question.id]
        elif holds(question.when, answers) is True and (not skips or draw(st.booleans())):
            answers[question.id] = draw(_ticks_of(question))
    return answers


def _ticks_of(question):
    """Return a strategy for the ticks of one question: one option; if it takes many, up to three, or `none` alone."""
    if not question.many:
        return st.sampled_from(question.option_ids).map(lambda option: (option,))
    real = [option for option in question.option_ids if option != "none"]
    some = st.sets(st.sampled_from(real), min_size=1, max_size=min(3, len(real))).map(
        lambda picked: tuple(option for option in real if option in picked)
    )
    return some | st.just(("none",)) if "none" in question.option_ids else some


def complete(library, seed):
    """Return random answers by seed, with an answer to each question that is asked."""
    return _walk(library, random.Random(seed), skips=0.0)


def partial(library, seed):
    """Return random answers by seed, with about a third of the questions skipped."""
    return _walk(library, random.Random(seed), skips=0.35)


def _walk(library, chance, skips):
    answers = {}
    for question in library.questions:
        if holds(question.when, answers) is True and chance.random() >= skips:
            answers[question.id] = _ticks(question, chance)
    return answers


def _ticks(question, chance):
    options = list(question.option_ids)
    if not question.many:
        return (chance.choice(options),)
    if "none" in options and chance.random() < 0.25:
        return ("none",)
    real = [option for option in options if option != "none"]
    picked = set(chance.sample(real, chance.randint(1, min(3, len(real)))))
    return tuple(option for option in options if option in picked)
