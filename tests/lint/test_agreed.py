"""The agreed words of a language: a forbidden one is refused, a term in other words is a warning."""

import pytest
from support.fake_library import PO, little, real, translated

from guide.lint.agreed_terms import problems
from guide.model.wordlists import Agreed, LanguageTerms, WordLists

SPANISH = LanguageTerms(
    (
        Agreed("parole", ("parole (permiso)",), {"libertad condicional": "means release from prison"}),
        Agreed("advance parole", ("permiso de viaje",), {}),
        Agreed("removal (deportation)", ("deportación",), {"remoción": "is the word of no reader"}),
    )
)
ARABIC = LanguageTerms((Agreed("withholding", ("منع الترحيل",), {"وقف الترحيل": "is the stay"}),))
CHINESE = LanguageTerms(
    (Agreed("parole", ("临时入境许可",), {"假释": "is about prison", "没有身份，": "is no identity"}),)
)


def told(english, translation, code="es", tongue=SPANISH, fuzzy=()):
    library = little(terms=WordLists(tongues={code: tongue}))
    found = problems(library, [translated({"Other": "Otro", english: translation}, fuzzy, code)])
    return [(problem.path, problem.line, problem.code, problem.severity) for problem in found]


@pytest.mark.parametrize("text", ["Tiene libertad condicional.", "Libertad condicional o no."])
def test_a_forbidden_word_is_an_error_at_its_entry_whatever_the_english_says(text):
    assert told("He is out.", text) == [(PO, 12, "forbidden-word", "error")]


def test_the_error_names_the_word_why_and_the_agreed_one():
    library = little(terms=WordLists(tongues={"es": SPANISH}))
    (problem,) = problems(library, [translated({"Bad.": "Una remoción."})])
    assert "`remoción` (is the word of no reader)" in problem.message
    assert "`deportación`" in problem.remedy


def test_a_part_of_a_longer_word_is_another_word():
    assert told("The tractor.", "Los removedores: conremoción.") == []


@pytest.mark.parametrize(
    ("text", "codes"), [("وقف الترحيل", 1), ("ووقف التَّرحيل", 1), ("لوقف الترحيل", 1), ("توقف الترحيل", 0)]
)
def test_arabic_joins_small_words_to_the_next_and_may_write_vowels(text, codes):
    assert len([row for row in told("Yes.", text, "ar", ARABIC) if row[2] == "forbidden-word"]) == codes


@pytest.mark.parametrize("text", ["他的假释期", "他没有身份，要等"])
def test_chinese_has_no_spaces_between_words(text):
    assert told("Yes.", text, "zh-Hans", CHINESE) == [(PO, 12, "forbidden-word", "error")]


def test_a_term_in_another_word_is_a_warning():
    assert told("He has Parole now.", "Tiene un papel.") == [(PO, 12, "other-word", "warning")]
    assert told("He has Parole now.", "Tiene Parole.") == []
    assert told("A removal case.", "Un caso.") == [(PO, 12, "other-word", "warning")]


def test_a_term_within_a_longer_term_or_word_is_not_meant():
    assert told("Advance parole helps. A parolee.", "El permiso de viaje sirve.") == []


def test_nobody_sees_a_fuzzy_text():
    assert told("He has parole.", "Libertad condicional.", fuzzy=["He has parole."]) == []


def test_a_language_without_an_agreement_is_left_alone():
    assert told("He has parole.", "Libertad condicional.", "ar", ARABIC) == []


@pytest.mark.parametrize("code", ["es", "ar", "zh-Hans"])
def test_each_language_of_the_guide_has_its_agreement(code):
    assert real().terms.tongues[code].negations
