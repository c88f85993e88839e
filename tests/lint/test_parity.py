"""What a translation must keep: each check with a translation that passes and one that fails."""

import pytest
from support.fake_library import PO, codes, translated

from guide.lint import parity

SPANISH_PLURALS = ("%(number)s day", "%(number)s days")


@pytest.mark.parametrize(
    ("code", "english", "good", "bad"),
    [
        ("parity-numbers", "Wait 3 days, 10 at most.", "A más tardar 10, espere 3 días.", "Espere 3 días."),
        ("parity-numbers", "On March 4, 2026.", "El 4 de marzo de 2026.", "El 5 de marzo de 2026."),
        ("parity-phones", "Call 1-800-555-0100.", "Llame al 1-800-555-0100.", "Llame al 1-800-0100-555."),
        ("parity-phones", "Call (833) 372-4237.", "Llame: (833) 372-4237.", "Llame al 833 3724237."),
        ("parity-links", "[Help](page:help)", "[Ayuda](page:help)", "[Ayuda](page:safety)"),
        ("parity-addresses", "See uscis.gov/case now.", "Vea ya uscis.gov/case.", "Vea uscis.com/case."),
        ("parity-addresses", "Write to a@b.org.", "Escriba a a@b.org.", "Escriba a c@b.org."),
        ("parity-forms", "Form I-246 or EOIR-33.", "El EOIR-33 o el I-246.", "El I-246 o el EOIR-34."),
        ("parity-bold", "**Go** now.", "Vaya **ya**.", "Vaya ya."),
        ("parity-gaps", "Since %(date)s.", "Desde %(date)s.", "Desde %(fecha)s."),
        ("parity-gaps", "From {first}.", "Desde {first}.", "Desde."),
        ("parity-build", "Go now.", "Vaya ya.", "- Vaya ya."),
        ("parity-build", "Go now.", "Vaya - ya.", "Vaya\n\nya."),
        ("parity-build", "Go now.", "Vaya # ya.", "## Vaya ya."),
        ("parity-build", "Go 1.", "Vaya 1.", "1. Vaya."),
        ("parity-build", "Go now.", "Vaya < ya.", "Vaya <b>ya</b>."),
    ],
)
def test_a_translation_keeps_what_must_not_change(code, english, good, bad):
    assert list(parity.changed(translated({english: good}))) == []
    (problem, *_) = parity.changed(translated({"Other": "Otro", english: bad}))
    assert code in codes(parity.changed(translated({english: bad})))
    assert (problem.path, problem.line, problem.severity) == (PO, 12, "error")
    assert problem.fix


def test_digits_of_another_script_are_compared_by_their_value():
    assert list(parity.changed(translated({"Wait 3 days.": "انتظر ٣ أيام."}, code="ar"))) == []
    assert codes(parity.changed(translated({"Wait 3 days.": "انتظر ٤ أيام."}, code="ar"))) == ["parity-numbers"]


def test_a_message_has_the_found_and_the_expected_value():
    (problem,) = parity.changed(translated({"Wait 3 days.": "Espere 30 días."}))
    assert "30" in problem.message
    assert "3" in problem.message
    assert "Español" in problem.message


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("The January memo.", "1月的备忘录。"),
        ("Sept 2021", "2021年9月"),
        ("May 4: you may call Mayorkas.", "5月4日：Mayorkas。"),
    ],
)
def test_a_month_name_equals_its_number(english, chinese):
    assert list(parity.changed(translated({english: chinese}, code="zh-Hans"))) == []
    other = chinese.replace("月", "2月")
    assert codes(parity.changed(translated({english: other}, code="zh-Hans"))) == ["parity-numbers"]


def test_a_language_may_write_months_in_digits():
    english = "On September 1, 2026."
    assert list(parity.changed(translated({english: "2026年9月1日。"}, code="zh-Hans"))) == []
    assert codes(parity.changed(translated({english: "2026年8月1日。"}, code="zh-Hans"))) == ["parity-numbers"]
    assert codes(parity.changed(translated({english: "El 1 del 9 de 2026."}))) == ["parity-numbers"]


def test_addresses_and_forms_are_found_within_another_script():
    kept = {"See uscis.gov.": "在uscis.gov查找", "Form I-246.": "用I-246表格"}
    assert list(parity.changed(translated(kept, code="zh-Hans"))) == []


@pytest.mark.parametrize("forms", [("%(number)s día", "%(number)s días"), ["%(number)s día", "%(number)s días"]])
def test_each_form_of_a_plural_is_compared(forms):
    assert list(parity.changed(translated({SPANISH_PLURALS: forms}))) == []
    assert codes(parity.changed(translated({SPANISH_PLURALS: ("%(number)s día", "días")}))) == ["parity-gaps"]


def test_a_plural_form_may_omit_the_number_if_the_english_does():
    english = ("One day", "%(number)s days")
    assert list(parity.changed(translated({english: ("Un día", "%(number)s días")}))) == []


def test_each_plural_form_of_a_language_is_required():
    forms = ("%(number)s día", "%(number)s días", "%(number)s días")
    assert "parity-plural" in codes(parity.changed(translated({SPANISH_PLURALS: forms})))


def test_fuzzy_and_empty_entries_are_not_compared():
    assert list(parity.changed(translated({"Wait 3 days.": "", "Go 2.": "Vaya."}, fuzzy=["Go 2."]))) == []
