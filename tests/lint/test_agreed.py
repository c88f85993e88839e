"""The agreed terms of a language: a forbidden word is an error, a missing agreed term is a warning."""

import pytest
from support.fake_library import PO, little, real, translated

from guide.lint.agreed_terms import problems
from guide.model.wordlists import Agreed, LanguageTerms, WordLists

SPANISH = LanguageTerms(
    (
        Agreed("parole", ("parole (permiso)",), {"libertad condicional": "means release from prison"}),
        Agreed("advance parole", ("permiso de viaje",), {}),
        Agreed("removal (deportation)", ("deportación",), {"remoción": "not a word that readers use"}),
    )
)
ARABIC = LanguageTerms((Agreed("withholding", ("منع الترحيل",), {"وقف الترحيل": "is the stay"}),))
CHINESE = LanguageTerms(
    (Agreed("parole", ("临时入境许可",), {"假释": "is about prison", "没有身份，": "is no identity"}),)
)


def reported(english, translation, code="es", language_terms=SPANISH, fuzzy=()):
    library = little(terms=WordLists(by_language={code: language_terms}))
    found = problems(library, [translated({"Other": "Otro", english: translation}, fuzzy, code)])
    return [(problem.path, problem.line, problem.code, problem.severity) for problem in found]


@pytest.mark.parametrize("text", ["Tiene libertad condicional.", "Libertad condicional o no."])
def test_a_forbidden_word_is_an_error_for_any_english_text(text):
    assert reported("He is out.", text) == [(PO, 12, "forbidden-word", "error")]


def test_the_error_names_the_word_the_reason_and_the_agreed_term():
    library = little(terms=WordLists(by_language={"es": SPANISH}))
    (problem,) = problems(library, [translated({"Bad.": "Una remoción."})])
    assert "`remoción` in Español (not a word that readers use)" in problem.message
    assert "`deportación`" in problem.fix


def test_a_part_of_a_longer_word_does_not_match():
    assert reported("The tractor.", "Los removedores: conremoción.") == []


@pytest.mark.parametrize(
    ("text", "codes"), [("وقف الترحيل", 1), ("ووقف التَّرحيل", 1), ("لوقف الترحيل", 1), ("توقف الترحيل", 0)]
)
def test_arabic_prefixes_and_vowel_marks_are_ignored(text, codes):
    assert len([row for row in reported("Yes.", text, "ar", ARABIC) if row[2] == "forbidden-word"]) == codes


@pytest.mark.parametrize("text", ["他的假释期", "他没有身份，要等"])
def test_chinese_words_match_without_spaces(text):
    assert reported("Yes.", text, "zh-Hans", CHINESE) == [(PO, 12, "forbidden-word", "error")]


def test_a_term_without_its_agreed_translation_is_a_warning():
    assert reported("He has Parole now.", "Tiene un papel.") == [(PO, 12, "other-word", "warning")]
    assert reported("He has Parole now.", "Tiene Parole.") == []
    assert reported("A removal case.", "Un caso.") == [(PO, 12, "other-word", "warning")]


def test_a_term_within_a_longer_term_or_word_does_not_match():
    assert reported("Advance parole helps. A parolee.", "El permiso de viaje sirve.") == []


def test_fuzzy_texts_are_skipped():
    assert reported("He has parole.", "Libertad condicional.", fuzzy=["He has parole."]) == []


def test_a_language_without_agreed_terms_is_not_checked():
    assert reported("He has parole.", "Libertad condicional.", "ar", ARABIC) == []


@pytest.mark.parametrize("code", ["es", "ar", "zh-Hans"])
def test_each_language_of_the_guide_has_agreed_terms(code):
    assert real().terms.by_language[code].negations
