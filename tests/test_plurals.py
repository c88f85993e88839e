"""A valid plural rule gives each number one of its forms, and uses all of them."""

import pytest

from guide.i18n import plural_forms


def test_the_rules_of_our_languages_can_be_used(library):
    assert [language.code for language in library.languages.values() if plural_forms.problem(language.plural)] == []


@pytest.mark.parametrize(
    "rule",
    [
        "nplurals=1; plural=0",
        "nplurals=2; plural=(n > 1);",
        "nplurals = 2;plural = n!=1",
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2)",
    ],
)
def test_rules_that_gettext_has_can_be_used(rule):
    assert plural_forms.problem(rule) == ""


@pytest.mark.parametrize(
    ("rule", "reported"),
    [
        ("", "not written as"),
        ("plural=(n != 1)", "not written as"),
        ("nplurals=0; plural=0", "not written as"),
        ("nplurals=2; plural=n", "has 2 forms, but"),
        ("nplurals=3; plural=(n != 1)", "has 3 forms, but its formula gives the forms 0, 1"),
        ("nplurals=1; plural=(n != 1)", "has 1 forms, but"),
        ("nplurals=2; plural=(n !=", "cannot read"),
        ("nplurals=2; plural=__import__('os')", "cannot read"),
        ("nplurals=2; plural=n%0", "cannot read"),
        ("nplurals=2; plural=" + "(" * 500 + "n" + ")" * 500, "cannot read"),
    ],
)
def test_an_invalid_rule_is_reported(rule, reported):
    assert reported in plural_forms.problem(rule)


def test_spaces_do_not_make_another_rule():
    assert plural_forms.same("nplurals=2; plural=(n != 1)", "nplurals=2;plural=(n!=1);")
    assert not plural_forms.same("nplurals=2; plural=(n != 1)", "nplurals=2; plural=(n > 1)")
