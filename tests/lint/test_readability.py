"""The counts and formulas, compared with values worked out by hand."""

import pytest

from guide.lint import readability
from guide.lint.readability import Counts, bare, english_syllables, listing, sentences, spanish_syllables, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Go to court. Bring a lawyer!", ["Go to court.", "Bring a lawyer!"]),
        ("Do you have a date? Keep it.", ["Do you have a date?", "Keep it."]),
        ("Say “No.” Then stop.", ["Say “No.”", "Then stop."]),
        (
            "Look at locator.ice.gov today. It costs $1.50 now.",
            ["Look at locator.ice.gov today.", "It costs $1.50 now."],
        ),
        ("Ask Dr. Smith at 6 a.m. on Form No. 5.", ["Ask Dr. Smith at 6 a.m. on Form No. 5."]),
        ("The answer is No. Ask again.", ["The answer is No.", "Ask again."]),
        ("many U.S. citizens", ["many U.S. citizens"]),
        ("a list item with no stop", ["a list item with no stop"]),
        ("¿Tiene cita? ¡Vaya! No falte.", ["¿Tiene cita?", "¡Vaya!", "No falte."]),
        ("这是事实。请找律师！好吗？", ["这是事实。", "请找律师！", "好吗？"]),
        ("यह सच है। वकील से बात करें।", ["यह सच है।", "वकील से बात करें।"]),
        ("ይህ እውነት ነው። ጠበቃ ያነጋግሩ።", ["ይህ እውነት ነው።", "ጠበቃ ያነጋግሩ።"]),
        ("هل لديك موعد؟ اذهب إليه.", ["هل لديك موعد؟", "اذهب إليه."]),
        ("یہ سچ ہے۔ وکیل سے ملیں۔", ["یہ سچ ہے۔", "وکیل سے ملیں۔"]),
        ("", []),
        ("...", []),
    ],
)
def test_a_text_is_split_into_sentences(text, expected):
    assert sentences(text) == expected


def test_a_word_keeps_its_inner_punctuation():
    text = "Form I-246 costs $1,500, so don’t pay at locator.ice.gov at 9:00."
    assert words(text) == [
        "Form",
        "I-246",
        "costs",
        "1,500",
        "so",
        "don’t",
        "pay",
        "at",
        "locator.ice.gov",
        "at",
        "9:00",
    ]


def test_markdown_marks_are_removed():
    assert bare("**Get [legal help](page:help).** Now") == "Get legal help. Now"


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        *(("court", 1), ("judge", 1), ("judge's", 2), ("asked", 1), ("called", 1), ("needed", 2), ("places", 2)),
        *(("little", 2), ("handled", 2), ("agreed", 2), ("lawyer", 2), ("family", 3), ("statement", 2), ("safely", 2)),
        *(("being", 2), ("violence", 3), ("immigration", 4), ("January", 4), ("terrorism", 4), ("reopen", 3)),
        *(("doesn’t", 2), ("US-wide", 3), ("2021", 1), ("1,500", 1), ("ICE", 3), ("the", 1), ("hmm", 1)),
    ],
)
def test_english_syllables(word, syllables):
    assert english_syllables(word) == syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        *(("que", 1), ("quien", 1), ("guerra", 2), ("pingüino", 3), ("día", 2), ("país", 2), ("ciudad", 2)),
        *(("muy", 1), ("ley", 1), ("y", 1), ("ya", 1), ("ayuda", 3), ("oír", 2), ("aéreo", 4), ("abogado", 4)),
        *(("construir", 2), ("Uruguay", 3), ("migratoria", 4), ("años", 2), ("2021", 1)),
    ],
)
def test_spanish_syllables(word, syllables):
    assert spanish_syllables(word) == syllables


def test_a_listed_term_is_one_word_of_two_syllables():
    listed = listing(("immigration court", "immigration", "ICE"))
    text = "Immigration courts and ICE’s papers on Form I-246."
    counts = readability.count(text, english_syllables, listed)
    assert words(listed.sub(readability.LISTED, text)).count(readability.LISTED) == 3
    assert counts == Counts(1, 6, 2 + 1 + 2 + 2 + 1 + 2)


def test_a_term_inside_a_longer_word_is_not_listed():
    assert listing(("ICE", "citizen")).findall("ICEBERG, citizenship, police, non-citizen") == []


def test_the_grade_is_the_formula():
    # 2 sentences, 8 words, 9 syllables
    counts = readability.english(["Go to the court. Bring all your papers."])
    assert counts == Counts(2, 8, 9)
    assert readability.grade(counts) == pytest.approx(0.39 * 8 / 2 + 11.8 * 9 / 8 - 15.59)


def test_the_grade_with_the_list_is_not_above_the_one_without_it():
    text = ["The Department of Homeland Security and the Supreme Court speak of immigration."]
    names = ("Department of Homeland Security", "Supreme Court", "immigration")
    assert readability.grade(readability.english(text, names)) < readability.grade(readability.english(text))


def test_inflesz_is_the_formula():
    # 2 sentences, 8 words, 14 syllables
    counts = readability.spanish(["Vaya a la corte. Lleve todos sus papeles."])
    assert counts == Counts(2, 8, 14)
    assert readability.inflesz(counts) == pytest.approx(206.835 - 62.3 * 14 / 8 - 8 / 2)


def test_the_scores_of_an_empty_text():
    assert readability.grade(Counts()) == 0
    assert readability.inflesz(Counts()) == 100


def test_the_counts_of_two_texts_add_up():
    assert Counts(1, 2, 3) + Counts(4, 5, 6) == Counts(5, 7, 9)
    assert readability.english(["Go now.", "Ask."]) == readability.english(["Go now. Ask."])
