"""Plain Spanish: each problem is reported at its place in the catalog."""

import pytest
from support.fake_library import PO, little, p, translated

from guide.lint import spanish

EASY = "Go to the court. Ask for a lawyer. Bring all your papers. Keep a copy of each one."
LIGHT = "Vaya a la corte. Pida ver al juez. Lleve sus papeles. No firme nada."
MIDDLING = "Pregunte a su abogado qué papeles necesita llevar a la corte el próximo lunes muy temprano por la mañana."
HEAVY = (
    "Representantes administrativos independientemente comunicaron consideraciones constitucionales extraordinarias."
)
LONG = "Vaya " + "a la corte " * 8


def reported(translation, fuzzy=()):
    library = little(p(EASY), p(EASY), p(EASY))
    found = spanish.problems(library, translated({"Other": "Otro", EASY: translation}, fuzzy))
    return [(problem.path, problem.line, problem.code, problem.severity) for problem in found]


@pytest.mark.parametrize(
    ("translation", "expected"),
    [
        (LIGHT, []),
        (MIDDLING, [("spanish-average", "error"), ("sentence-average", "error"), ("spanish-passage", "warning")]),
        (HEAVY, [("spanish-average", "error"), ("spanish-passage", "error")]),
        ("", []),
    ],
)
def test_spanish_is_fairly_easy(translation, expected):
    assert reported(translation) == [(PO, 12, *each) for each in expected]


def test_a_fuzzy_text_is_not_shown_and_not_measured():
    assert reported(HEAVY, fuzzy=[EASY]) == []


def test_a_sentence_has_at_most_25_words():
    fits = f"{LIGHT} {LONG.strip()}."  # 25 words
    assert reported(fits) == []
    assert reported(f"{LIGHT} {LONG}ya.") == [(PO, 12, "long-sentence", "error")]


def test_a_text_in_three_places_is_reported_once():
    assert len(reported(f"{LIGHT} Deben realizar una evaluación ya.")) == 1


def test_a_hidden_verb_is_a_warning():
    assert reported(f"{LIGHT} Deben realizar una evaluación ya.") == [(PO, 12, "hidden-verb", "warning")]
    assert reported(f"{LIGHT} Deben evaluar el caso ya.") == []


def test_passive_sentences_are_reported_once_for_the_catalog():
    assert reported("Vaya a la corte. El caso fue cerrado. Pida ver al juez.") == [
        (PO, 12, "passive-average", "error"),
        (PO, 12, "passive", "warning"),
    ]


def test_the_figures():
    lines = spanish.figures(little(p(EASY)), translated({EASY: LIGHT}))
    assert lines == [
        "Spanish, INFLESZ: 105.4 (at least 65)",
        "Spanish, words in a sentence: 3.5 (at most 15)",
        "Spanish, passive sentences: 0.0% (below 10%)",
    ]
