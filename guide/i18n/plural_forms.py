"""Checks gettext plural rules: `nplurals=2; plural=(n != 1)`."""

from __future__ import annotations

import re
from gettext import c2py

RULE = re.compile(r"nplurals *= *([1-9]) *; *plural *= *([^;]+?) *;? *")
# Covers rules that use the last two digits, and languages with a separate form for millions.
TRIED = (*range(1001), 10**6, 10**6 + 1, 2 * 10**6)


def problem(rule: str) -> str:
    """Return why a rule is invalid, as the end of a sentence; "" if each number has a form and each form has numbers.

    It cannot check that the rule is right for the language: Babel's own rules are wrong for many.
    """
    found = RULE.fullmatch(rule)
    if not found:
        return "is not written as `nplurals=2; plural=(n != 1)`"
    count = int(found[1])
    try:
        form_of = c2py(found[2])
        forms = {int(form_of(number)) for number in TRIED}
    except (ValueError, ArithmeticError, RecursionError):
        return "has a formula that gettext cannot read"
    if forms != set(range(count)):
        return f"has {count} forms, but its formula gives the forms {', '.join(map(str, sorted(forms)[:9]))}"
    return ""


def same(rule: str, other: str) -> bool:
    """Whether two rules are equal, apart from spaces."""
    return _bare(rule) == _bare(other)


def _bare(rule: str) -> str:
    return re.sub(r"\s", "", rule).rstrip(";")
