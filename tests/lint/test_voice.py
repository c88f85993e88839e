"""Passive sentences, found and counted."""

import pytest
from support.fake_library import PAGE, codes, p

from guide.lint import passive_voice
from guide.lint.units import TextUnit
from guide.model.content import Block

ACTIVE = "Officers came. "
PASSIVE = "Officers were told. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Officers were told to look.",
        "The case was never carried out.",
        "You can be arrested.",
        "It has been badly hurt.",
        "Were you held?",
        "They get sent away.",
        "It wasn't closed.",
        "The list is no longer used.",
    ],
)
def test_a_passive_sentence(sentence):
    assert passive_voice.english(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "ICE told officers to look.",
        "People convicted of a crime.",
        "If you are worried, ask.",
        "She is married.",
        "There are hundreds of cases, and he is in bed.",
        "The form is called EOIR-33.",
        "You have asked, and they had moved.",
        "It is a red card.",
    ],
)
def test_an_active_sentence(sentence):
    assert not passive_voice.english(sentence)


@pytest.mark.parametrize(
    "sentence", ["La persona fue detenida.", "Puede ser arrestada.", "Ya han sido deportadas.", "El papel es visto."]
)
def test_a_passive_sentence_in_spanish(sentence):
    assert passive_voice.spanish(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "ICE detuvo a la persona.",
        "Se dijo a los agentes.",
        "Ella es abogada.",
        "La idea era demasiado amplia.",
        "Es válido hoy.",
        "La lista era abierta.",
        "Está detenida.",
    ],
)
def test_an_active_sentence_in_spanish(sentence):
    assert not passive_voice.spanish(sentence)


def passages(*counts, path=PAGE):
    """One passage for each pair of a number of active sentences and one of passive ones."""
    for number, (active, passive) in enumerate(counts):
        yield TextUnit(f"{path}{number}", "a", (p(ACTIVE * active, 3), p(PASSIVE * passive, 9)))


def reported(*counts):
    found = passive_voice.problems(passages(*counts), passive_voice.english, "English")
    return [(problem.path, problem.line, problem.code, problem.severity) for problem in found]


def test_too_many_passive_sentences_in_a_language_are_an_error():
    assert reported((91, 9)) == []
    assert ("passive-average", "error") in [row[2:] for row in reported((90, 10))]


def test_the_error_is_at_the_file_with_the_most_passive_sentences():
    assert reported((8, 2), (5, 2), (0, 2), (0, 1)) == [(f"{PAGE}0", 9, "passive-average", "error")]


def test_too_many_passive_sentences_in_a_file_are_one_warning():
    assert reported((100, 0), (27, 3)) == [(f"{PAGE}1", 9, "passive", "warning")]
    assert reported((100, 0), (28, 3)) == []
    assert reported((100, 0), (0, 2)) == []


def test_a_warning_counts_and_gives_an_example():
    found = list(passive_voice.problems(passages((100, 0), (5, 4)), passive_voice.english, "English"))
    assert codes(found) == ["passive"]
    assert "4 of 9" in found[0].message
    assert PASSIVE.strip() in found[0].message


def test_headings_and_labels_are_not_sentences():
    blocks = (Block("h2", "People were told"), Block("label", "Was told"), p("Go."))
    assert passive_voice.voice([TextUnit(PAGE, "a", blocks)], passive_voice.english).sentences == 1


def test_an_empty_text_has_no_passive_sentence():
    assert passive_voice.voice([], passive_voice.english).share == 0
