"""Answer sets: random ones, by seed, and one that is asked every question."""

import random

from guide.engine.rules import holds

EVERYTHING = {
    "for": ["family"], "held": ["no"], "proceedings": ["court-open", "check-ins"], "status": ["none"],
    "time": ["3-to-5"], "since-2020": ["after"], "entry": ["no-officer"], "police": ["conviction"],
    "offense": ["theft", "dui"], "level": ["misdemeanor"], "since-then": ["changed"], "harm": ["victim"],
    "rights": ["work"], "family": ["citizen-family"], "age": ["18-to-65"], "health": ["pregnancy"],
    "service": ["none"], "childhood": ["none"], "relief": ["maybe"],
}  # fmt: skip


def complete(library, seed):
    """A walk in which every question that is asked gets an answer."""
    return _walk(library, random.Random(seed), skips=0.0)


def partial(library, seed):
    """A walk in which about a third of the questions are skipped."""
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
