"""Unused words of the glossary."""

import pytest
from support.fake_library import PO, codes, little, p, translated

from guide.lint.glossary_use import dead_words, one_word_for_two
from guide.model.content import Block
from guide.model.lists import GlossaryTerm

BOND = GlossaryTerm("bond", "Bond", ("bond", "Bonds"), "Money.", (), path="content/glossary.yaml")
ORDER = GlossaryTerm("order", "Final order", ("final order",), "An order.", (), path="content/glossary.yaml")


def reported(*blocks, translations=()):
    library = little(*blocks, glossary=(BOND, ORDER))
    found = dead_words(library, translations)
    return [(problem.path, problem.code, problem.severity, problem.message.split("`")[1]) for problem in found]


def test_no_problem_if_every_word_is_used():
    assert reported(p("Pay the bond."), p("A final order. Bonds.")) == []


def test_an_unused_term_is_an_error():
    assert reported(p("Pay the bond. Bonds.")) == [("content/glossary.yaml", "dead-term", "error", "Final order")]


def test_an_unused_spelling_is_a_warning():
    assert reported(p("Pay the bond after a final order.")) == [
        ("content/glossary.yaml", "dead-word", "warning", "Bonds")
    ]


def test_headings_and_longer_words_do_not_count_as_use():
    found = reported(p("A bond and Bonds."), Block("h2", "A final order"), p("A semi-final order."))
    assert [row[1] for row in found] == ["dead-term"]


def test_a_term_unused_in_a_translation_is_an_error():
    texts = {"Pay the bond. Bonds.": "Pague la fianza.", "A final order.": "Una orden final."}
    words = {"bond": "fianza", "Bonds": "fianzas", "final order": "orden final"}
    blocks = [p(text) for text in texts]
    assert reported(*blocks, translations=[translated(texts | words)]) == []
    dead = translated(texts | {**words, "final order": "orden firme"})
    assert reported(*blocks, translations=[dead]) == [(PO, "dead-term", "warning", "Final order")]


def test_untranslated_texts_are_not_checked_for_a_term():
    texts = {"Pay the bond. Bonds.": "Pague la fianza.", "bond": "fianza", "final order": "orden final"}
    assert reported(p("Pay the bond. Bonds."), p("A final order."), translations=[translated(texts)]) == []


@pytest.mark.parametrize(("order", "reported"), [("orden final", []), ("Fianza", ["one-word-for-two"])])
def test_one_word_for_two_terms_is_a_warning(order, reported):
    words = translated({"Bond": "fianza", "bond": "fianza", "Final order": "orden", "final order": order})
    found = list(one_word_for_two(little(glossary=(BOND, ORDER)), [words]))
    assert codes(found) == reported
    assert all(one.severity == "warning" and "`final order`" in one.message and one.path == PO for one in found)
