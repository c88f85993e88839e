"""Texts that can save a life are current in every language, and keep "not", "never", "only" and "unless"."""

from dataclasses import replace

import pytest
from support.fake_library import PO, codes, finding, guideline, little, p, real, translated

from guide.i18n import messages
from guide.lint.vital_texts import problems
from guide.model import vital
from guide.model.lists import Misunderstanding
from guide.model.wordlists import LanguageTerms, WordLists

NEGATIONS = {"not": ("no", "sin"), "never": ("nunca",), "only": ("solo",), "unless": ("salvo",)}
ARABIC = {"not": ("لا",), "never": ("أبدًا",), "only": ("فقط",), "unless": ("إلا",)}


def warned(text, translation, fuzzy=(), code="es", negations=NEGATIONS):
    """The problems of one warning of today; its title and the words of templates are well translated."""
    today = guideline("today", replace(finding("now/x", title="A title"), body=(p(text),)))
    by_language = {code: LanguageTerms(negations=negations)}
    library = little(guidelines={"today": today}, terms=WordLists(by_language=by_language))
    all_words = " ".join(word for words in negations.values() for word in words)
    every = dict.fromkeys(vital.texts(library), all_words or "...") | {text: translation}
    return list(problems(library, [translated(every, fuzzy, code)]))


def test_a_missing_or_stale_warning_is_an_error_at_its_entry():
    (missing,) = warned("Sign nothing.", "")
    assert (missing.path, missing.code, missing.severity) == (PO, "vital-untranslated", "error")
    (stale,) = warned("Sign nothing.", "No firme nada.", fuzzy=["Sign nothing."])
    assert stale.code == "vital-untranslated"
    assert "stale" in stale.message
    assert stale.line == missing.line > 11
    assert warned("Sign nothing.", "No firme nada.") == []


def test_a_text_missing_in_the_catalog_is_an_error():
    library = little(guidelines={"today": guideline("today", finding("now/x", title="A title"))})
    assert set(codes(problems(library, [translated({"Other": "Otro"})]))) == {"vital-untranslated"}


@pytest.mark.parametrize(
    ("english", "good", "bad"),
    [
        ("Do not sign.", "No firme.", "Firme."),
        ("You cannot appeal.", "Queda sin apelar.", "Apele."),
        ("Don't go.", "No vaya.", "Vaya a la noria."),
        ("Never lie.", "Nunca mienta.", "Mienta."),
        ("Only a lawyer.", "Solo un abogado.", "Un abogado."),
        ("Stay, unless they leave.", "Salvo que se vayan.", "Si se van."),
    ],
)
def test_a_lost_negation_is_a_warning(english, good, bad):
    assert warned(english, good) == []
    (problem,) = warned(english, bad)
    assert (problem.code, problem.severity) == ("lost-negation", "warning")


def test_an_arabic_negation_with_a_prefix_is_found():
    assert warned("Do not sign.", "ولا توقّعوا", code="ar", negations=ARABIC) == []
    assert codes(warned("Do not sign.", "وقّعوا", code="ar", negations=ARABIC)) == ["lost-negation"]


def test_a_language_without_negations_is_not_checked():
    assert warned("Do not sign.", "Firme.", negations={}) == []


def test_vital_texts_are_warnings_steps_providers_and_detention():
    library, texts = real(), set(vital.texts(real()))
    for each in library.guidelines["today"].findings:
        assert {each.title, *(block.text for block in each.body)} <= texts
    for page in ("truth", "next", "handout"):
        assert {block.text for block in library.pages[page].body} <= texts
    for provider in library.provider_files.values():
        assert {provider.summary, provider.who} <= texts
    assert library.question("held").ask in texts
    assert {*library.site.held.values(), library.site.government_warning} <= texts


def test_texts_of_ended_sets_are_not_vital():
    library, texts = real(), set(vital.texts(real()))
    assert library.guidelines["2021-guidelines"].findings[0].title not in texts
    wrong = next(each for each in library.misunderstandings if each.beside[0].startswith("today/"))
    assert isinstance(wrong, Misunderstanding)
    assert wrong.truth in texts


def test_each_vital_text_is_in_the_catalogs():
    known = {message.text for message in (*messages.of_content(real()), *messages.of_code())}
    assert set(vital.texts(real())) <= known
