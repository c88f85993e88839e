"""The placeholders of translations match the English; the site and both checks use the same rule."""

import pytest
from markupsafe import Markup

from guide.i18n import messages, placeholders

ENGLISH = "From %(first)s to %(last)s."
FILLED = {"first": "May 1", "last": "May 2"}


def codes(english, translation):
    return [code for code, _, _ in placeholders.problems(english, translation)]


@pytest.mark.parametrize(
    ("english", "translation"),
    [
        (ENGLISH, "Hasta el %(last)s, desde el %(first)s."),
        ("%(number)s%% of people", "%(number)s %% de la gente"),
        ("Half, or 50% of people", "La mitad, 50% de la gente"),  # nobody formats a text without placeholders
        ("From {first}, 5% more", "Desde {first}, 5% más"),  # the script puts a word there
    ],
)
def test_matching_placeholders_are_no_problem(english, translation):
    assert codes(english, translation) == []


@pytest.mark.parametrize("end", ["%", " %", " % del 5", " %s", " %d", " 50% de", " %(first)", " %%%", " %(first).3s"])
def test_a_stray_percent_sign_beside_placeholders_is_a_problem(end):
    assert codes(ENGLISH, f"Del %(first)s al %(last)s{end}") != []


def test_each_problem_would_break_a_page():
    for end in ("%", " % del 5", " %d"):
        with pytest.raises((ValueError, TypeError)):
            Markup(f"Del %(first)s al %(last)s{end}") % FILLED


@pytest.mark.parametrize("translation", ["Del %(primero)s al %(last)s.", "Al %(last)s.", "Del %(first)d al %(last)s."])
def test_other_placeholders_are_a_problem(translation):
    assert codes(ENGLISH, translation) == ["parity-gaps"]


def test_a_stray_percent_sign_in_the_english_is_named():
    ((code, message, _),) = placeholders.problems("%(number)s % of people", "%(number)s %% de la gente")
    assert code == "stray-percent"
    assert "English" in message


def test_each_plural_form_is_checked():
    english = ("One day", "%(number)s days")
    assert list(placeholders.problems_of_forms(english, ["Un día", "%(number)s días"])) == []
    assert len(list(placeholders.problems_of_forms(english, ["Un día", "%(number)s días %"]))) == 1


def test_every_text_of_the_code_has_valid_placeholders():
    for message in messages.of_code():
        for text in [message.text] if isinstance(message.text, str) else message.text:
            assert codes(text, text) == [], text
