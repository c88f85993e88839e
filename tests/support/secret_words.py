"""Answers of one person, and the words that no request and no file may have."""

from guide.config import CHECKOUT
from guide.loader.content import load

ANSWERS = {"held": ["yes"], "proceedings": ["removed-before"], "police": ["arrest"], "offense": ["drug-sales"]}


def words():
    library = load(CHECKOUT / "content")
    options = {option for question in library.questions for option in question.option_ids if "-" in option}
    return options | {question.id for question in library.questions if "-" in question.id} | set(ANSWERS)
